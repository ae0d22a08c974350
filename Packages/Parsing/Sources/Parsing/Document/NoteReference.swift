/// A place in the text that refers to a note or a comment; the mark itself is not in the plain
/// text.
public struct NoteReference: Sendable, Hashable {
  /// The UTF-8 offset in the plain text where the mark stands.
  public var offset: Int
  /// The label of the note's block, as `1` or `*`.
  public var label: String
  /// What is referred to: ``Block/Kind/note`` or ``Block/Kind/comment``.
  public var kind: Block.Kind

  /// Creates a reference.
  public init(offset: Int, label: String, kind: Block.Kind = .note) {
    self.offset = offset
    self.label = label
    self.kind = kind
  }
}
