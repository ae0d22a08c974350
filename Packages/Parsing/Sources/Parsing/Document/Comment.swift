public import Domain

/// A comment by a reviewer (ECMA-376 part 1, 17.13.4); its words are blocks after the body.
public struct Comment: Sendable, Hashable {
  /// The words of the comment in the plain text.
  public var range: SourceRange
  /// The number of the comment in the order of the text, as its ``NoteReference`` says it; empty
  /// when nothing refers to it.
  public var label: String
  /// Who wrote it, as the document says; may be empty.
  public var author: String
  /// When, as the document says it, ISO 8601; may be empty.
  public var date: String

  /// Creates a comment.
  public init(range: SourceRange, label: String, author: String, date: String) {
    self.range = range
    self.label = label
    self.author = author
    self.date = date
  }
}
