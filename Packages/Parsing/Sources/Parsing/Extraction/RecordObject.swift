import Domain

/// One object of the contract: its fields and, under `evidence`, the place of each.
struct RecordObject {
  private let bytes: [UInt8]
  private var members: [(key: String, value: JSONValue)] = []
  private var evidence: [(key: String, value: JSONValue)] = []

  /// Starts an object whose evidence is quoted from `bytes`.
  init(bytes: [UInt8]) {
    self.bytes = bytes
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
    prove(key, fact.source)
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
  mutating func prove(_ key: String, _ source: SourceRange) {
    let end = min(source.end, bytes.count)
    let quote = bytes[min(source.start, end)..<end]
    evidence.append(
      (
        key,
        .object([
          ("start", .integer(source.start)), ("end", .integer(source.end)),
          ("quote", .string(String(decoding: quote, as: UTF8.self))),
        ])
      ))
  }
}
