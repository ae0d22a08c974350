import Domain

/// What evidence is quoted from: the full text of a document and where its blocks begin.
struct EvidenceText {
  /// The text.
  let bytes: [UInt8]
  private let starts: [Int]

  /// Takes the text and the blocks of a document.
  init(_ document: Document) {
    bytes = Array(document.fullText.utf8)
    starts = document.blocks.map(\.range.start)
  }

  /// The index of the block that holds a byte; `nil` outside of the blocks.
  func block(at byte: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

/// One object of the contract: its fields and, under `evidence`, the place of each.
struct RecordObject {
  private let text: EvidenceText
  private var members: [(key: String, value: JSONValue)] = []
  private var evidence: [(key: String, value: JSONValue)] = []

  /// Starts an object whose evidence is quoted from `text`.
  init(text: EvidenceText) {
    self.text = text
  }

  /// The object with its evidence.
  var value: JSONValue {
    .object(evidence.isEmpty ? members : members + [("evidence", .object(evidence))])
  }

  /// Adds a field that needs no proof.
  mutating func add(_ key: String, _ value: JSONValue) {
    members.append((key, value))
  }

  /// Adds a field and its place; nothing when there is no fact.
  mutating func add<Value>(_ key: String, _ fact: Fact<Value>?, _ value: (Value) -> JSONValue) {
    guard let fact else { return }
    members.append((key, value(fact.value)))
    prove(key, fact.source, fact.confidence)
  }

  /// Adds a text field and its place.
  mutating func add(_ key: String, _ fact: Fact<String>?) {
    add(key, fact) { .string($0) }
  }

  /// Adds a field whose value describes itself, as a date, and its place.
  mutating func add(_ key: String, describing fact: Fact<some CustomStringConvertible>?) {
    add(key, fact) { .string($0.description) }
  }

  /// Adds a field with a value from a closed list and its place.
  mutating func add<Value: Choice>(_ key: String, code fact: Fact<Value>?) {
    add(key, fact) { .string($0.rawValue) }
  }

  /// Adds the place of a field.
  mutating func prove(_ key: String, _ source: SourceRange, _ confidence: Double) {
    let end = min(source.end, text.bytes.count)
    let quote = text.bytes[min(source.start, end)..<end]
    var proof: [(key: String, value: JSONValue)] = [
      ("start", .integer(source.start)), ("end", .integer(source.end)),
      ("quote", .string(String(decoding: quote, as: UTF8.self))),
    ]
    if let block = text.block(at: source.start) { proof.append(("block", .integer(block))) }
    proof.append(("confidence", .hundredths(Int((confidence * 100).rounded()))))
    evidence.append((key, .object(proof)))
  }
}
