/// The text of a page header or a page footer, once however often it repeats.
public struct PageEdge: Sendable, Hashable {
  /// Which edge of the page it stands at.
  public enum Kind: Sendable, Hashable {
    /// Above the text.
    case header
    /// Below the text.
    case footer
  }

  /// Which edge.
  public var kind: Kind
  /// The text, lines separated by `\n`.
  public var text: String
  /// The part that it was read from; empty in a text file.
  public var part: String

  /// Creates a page edge.
  public init(kind: Kind, text: String, part: String = "") {
    self.kind = kind
    self.text = text
    self.part = part
  }
}
