public import Domain

/// A paragraph-sized piece of a document.
public struct Block: Sendable, Hashable {
  /// What kind of text a block is.
  public enum Kind: Sendable, Hashable {
    /// A heading; level 1 is the highest, and a document's title is level 0.
    case heading(level: Int)
    /// An ordinary paragraph or list item.
    case paragraph
    /// A footnote or an endnote.
    case note
    /// A comment by a reviewer.
    case comment
    /// The text of a text box or a shape.
    case textBox
    /// The caption of a picture or a table.
    case caption
  }

  /// The kind.
  public var kind: Kind
  /// The number or bullet as a reader sees it, `1.`, `a)`, `·`; `nil` for an unnumbered block.
  ///
  /// In plain text documents the label is recognised in the line itself.
  public var label: String?
  /// How deep a list item is nested, from 0.
  public var listLevel: Int
  /// The place in a table; `nil` outside of tables.
  public var cell: CellPosition?
  /// The place in the innermost of several tables that stand in each other, else `nil`.
  public var innerCell: CellPosition?
  /// The whole block in the plain text, label included.
  public var range: SourceRange
  /// The block without its label and the space after it.
  public var textRange: SourceRange
  /// Whether all of the text is bold.
  public var isBold: Bool
  /// Whether the block goes on with the paragraph of the block before it, after a soft line break.
  public var continuesParagraph: Bool
  /// The part and the paragraph or line that the block was read from.
  public var origin: Origin
  /// Whether empty lines stand above the block in a text file; the plain text has none.
  public var isApart = false

  /// Creates a block.
  public init(
    kind: Kind = .paragraph, label: String? = nil, listLevel: Int = 0, cell: CellPosition? = nil,
    innerCell: CellPosition? = nil, range: SourceRange, textRange: SourceRange,
    isBold: Bool = false, continuesParagraph: Bool = false,
    origin: Origin = Origin(part: 0, position: 0)
  ) {
    self.kind = kind
    self.label = label
    self.listLevel = listLevel
    self.cell = cell
    self.innerCell = innerCell
    self.range = range
    self.textRange = textRange
    self.isBold = isBold
    self.continuesParagraph = continuesParagraph
    self.origin = origin
  }
}
