import Domain

/// A record as an import wants it: values and the places that prove them.
struct RecordDraft {
  let id: RecordID
  let kind: RecordKind
  /// Whether other documents speak of the record too, as of an organisation known by its IČO; then
  /// an import only adds what is not known yet.
  let isShared: Bool
  private(set) var values: [(field: Field, values: [FieldValue])] = []
  private(set) var defaults: [(field: Field, value: FieldValue)] = []
  private var places: [SourceReference] = []
  private let document: RecordID

  /// The places that prove the record, sorted, each once.
  var sources: [SourceReference] {
    let sorted = places.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  init(_ key: NaturalKey, document: RecordID, isShared: Bool) {
    id = RecordID(key)
    kind = key.kind
    self.isShared = isShared
    self.document = document
  }

  /// Sets a field that needs no proof, as the kind of the document.
  mutating func set(_ field: Field, _ value: FieldValue?) {
    guard let value else { return }
    values.append((field, [value]))
  }

  /// Gives a field a value where it has none: what the document does not say and another office
  /// may know otherwise, as the name of the file.
  mutating func setDefault(_ field: Field, _ value: FieldValue) {
    defaults.append((field, value))
  }

  /// Sets a field from a fact and keeps the place that proves it.
  mutating func set<Value>(
    _ field: Field, _ fact: Fact<Value>?, as make: (Value) -> FieldValue
  ) {
    guard let fact else { return }
    values.append((field, [make(fact.value)]))
    prove(field, by: fact.source)
  }

  /// Sets a field of text from a fact.
  mutating func set(_ field: Field, _ fact: Fact<String>?) {
    set(field, fact) { text in .text(text) }
  }

  /// Sets a field of text from a fact whose value has one plain spelling.
  mutating func set<Value: CustomStringConvertible>(_ field: Field, _ fact: Fact<Value>?) {
    set(field, fact) { value in .text(value.description) }
  }

  /// Sets a number from a fact.
  mutating func set(_ field: Field, number fact: Fact<Int>?) {
    set(field, fact) { number in .integer(Int64(number)) }
  }

  /// Sets a choice from a fact.
  mutating func set<Value: Choice>(_ field: Field, choice fact: Fact<Value>?) {
    set(field, fact) { value in .text(value.rawValue) }
  }

  /// Sets a field of text from parts, with spaces between them; none leaves it alone.
  mutating func set(_ field: Field, joining parts: [String]) {
    if !parts.isEmpty { set(field, .text(parts.joined(separator: " "))) }
  }

  /// Sets a set from facts.
  mutating func set<Value>(
    _ field: Field, each facts: [Fact<Value>], as make: (Value) -> FieldValue
  ) {
    guard !facts.isEmpty else { return }
    values.append((field, facts.map { make($0.value) }))
    for fact in facts { prove(field, by: fact.source) }
  }

  /// Adds what another mention in the same document says and this one does not.
  mutating func complete(with other: RecordDraft) {
    let known = Set(values.map(\.field))
    values += other.values.filter { !known.contains($0.field) }
    places += other.places
  }

  private mutating func prove(_ field: Field, by range: SourceRange) {
    guard range.count > 0 else { return }
    places.append(SourceReference(field: field.id, document: document, range: range))
  }
}
