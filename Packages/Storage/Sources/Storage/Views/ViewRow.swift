public import Domain

/// A row of an answer.
public struct ViewRow: Sendable {
  /// The identifier of the record.
  public let id: RecordID
  /// The kind of the record.
  public let kind: RecordKind
  /// The region that the record belongs to.
  public let region: String
  /// The cells, in the order of the columns that were asked for.
  public let cells: [Cell]
  /// The places that prove the record.
  public let evidence: [Evidence]

  /// A value in a row.
  public enum Cell: Sendable, Hashable {
    /// Not stated.
    case none
    /// Text, a date or a code.
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction, which no field has: the answer to a question in SQL.
    case decimal(Double)
    /// Yes or no.
    case boolean(Bool)
    /// The values of a set.
    case list([String])
  }

  /// A place in a document that proves a field, with what stands there.
  public struct Evidence: Sendable, Hashable {
    /// The English name of the field.
    public let field: String
    /// The document's record.
    public let document: String
    /// The document's file name.
    public let documentName: String
    /// The place in the document's plain text.
    public let range: SourceRange
    /// What stands there.
    public let quote: String
    /// The sentence that it stands in.
    public let sentence: String

    /// Creates a piece of evidence.
    public init(
      field: String, document: String, documentName: String, range: SourceRange, quote: String,
      sentence: String
    ) {
      self.field = field
      self.document = document
      self.documentName = documentName
      self.range = range
      self.quote = quote
      self.sentence = sentence
    }
  }
}
