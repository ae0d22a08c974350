public import Domain

/// A tracked change (ECMA-376 part 1, 17.13.5).
public struct Revision: Sendable, Hashable {
  /// What was changed.
  public enum Kind: Sendable, Hashable {
    /// Text was added; it is in the plain text.
    case inserted
    /// Text was removed; it is not in the plain text.
    case deleted
    /// Text was moved away from here; it is not in the plain text.
    case movedFrom
    /// Text was moved to here; it is in the plain text.
    case movedTo
  }

  /// What was changed.
  public var kind: Kind
  /// The changed words in the plain text; empty, at the place of the change, when they were
  /// removed.
  public var range: SourceRange
  /// Who changed it, as the document says; may be empty.
  public var author: String
  /// When, as the document says it, ISO 8601; may be empty.
  public var date: String

  /// Creates a revision.
  public init(kind: Kind, range: SourceRange, author: String, date: String) {
    self.kind = kind
    self.range = range
    self.author = author
    self.date = date
  }
}
