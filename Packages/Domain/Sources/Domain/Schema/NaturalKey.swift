/// What makes a record the same record wherever it is entered: its kind and the parts of its key.
///
/// An organisation is known by its IČO, a document by the hash of its bytes; what an extractor
/// finds is known by the document and the thing's own key. Two offices that enter the same thing
/// off line arrive at one identifier, because it is derived from this key.
public struct NaturalKey: Hashable, Sendable {
  /// The kind of the record.
  public let kind: RecordKind
  /// The parts that together are unique for the kind.
  public let parts: [String]

  /// Creates a key.
  public init(_ kind: RecordKind, _ parts: String...) {
    self.kind = kind
    self.parts = parts
  }

  /// The bytes that identifiers are derived from: the kind's name and each part, each after its
  /// length, so that no two keys have the same bytes.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in [kind.name] + parts {
      let text = Array(part.utf8)
      bytes.append(contentsOf: String(text.count).utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: text)
    }
    return bytes
  }
}
