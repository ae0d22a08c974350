public import Domain

/// A hyperlink.
public struct Link: Sendable, Hashable {
  /// The words that are linked, in the plain text.
  public var range: SourceRange
  /// Where the link leads, as the document says it: an address, or `#` and a bookmark.
  ///
  /// Hostile until checked.
  public var target: String

  /// Creates a link.
  public init(range: SourceRange, target: String) {
    self.range = range
    self.target = target
  }
}
