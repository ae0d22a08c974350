/// A value of a field as it is stored, merged and sent.
public enum FieldValue: Hashable, Sendable {
  /// Text, a date in ISO 8601 or the code of a choice.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// Yes or no.
  case boolean(Bool)
  /// Another record.
  case reference(RecordID)
  /// A place in a document that proves a field of the record.
  case source(SourceReference)
  /// A text that was erased; nobody can read it any more.
  case erased

  /// The text of a text value; `nil` for every other.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The record that a reference names; `nil` for every other value.
  public var reference: RecordID? {
    if case .reference(let id) = self { id } else { nil }
  }

  /// The value as people and tables write it.
  public var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .reference(let id): id.description
    case .source(let source):
      "\(source.document)#\(source.range.start)-\(source.range.end)/\(source.field)"
    case .erased: ""
    }
  }
}

extension FieldValue: Comparable {
  /// A total order by the bytes of the value, never by a locale, so that every replica sorts alike.
  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.integer(let a), .integer(let b)): a < b
    case (.boolean(let a), .boolean(let b)): !a && b
    case (.reference(let a), .reference(let b)): a < b
    case (.source(let a), .source(let b)): a < b
    default: left.rank < right.rank
    }
  }

  private var rank: Int {
    switch self {
    case .text: 0
    case .integer: 1
    case .boolean: 2
    case .reference: 3
    case .source: 4
    case .erased: 5
    }
  }
}
