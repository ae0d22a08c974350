/// The proof of one field of a record: a place in an imported document.
public struct SourceReference: Hashable, Sendable {
  /// The number of the field that the place proves (see ``Field/id``).
  public let field: UInt16
  /// The imported document.
  public let document: RecordID
  /// The place in the document's plain text.
  public let range: SourceRange

  /// Creates a reference.
  public init(field: UInt16, document: RecordID, range: SourceRange) {
    self.field = field
    self.document = document
    self.range = range
  }
}

extension SourceReference: Comparable {
  /// Orders references by document, place and field.
  public static func < (left: Self, right: Self) -> Bool {
    (left.document, left.range, left.field) < (right.document, right.range, right.field)
  }
}
