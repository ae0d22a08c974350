public import Domain

/// A document as every reader produces it: blocks in reading order and the plain text they stand in.
public struct Document: Sendable {
  /// What a reader sees, one line a block or a table row, as UTF-8 in normal form C with `\n` line ends.
  /// Evidence points into this text. Page headers and footers are not part of it.
  public var plainText: String
  /// The blocks in the order of the plain text.
  public var blocks: [Block]
  /// Page headers and footers, each once; their ranges are empty.
  public var pageEdges: [PageEdge]
  /// What was skipped or repaired, and where.
  public var warnings: [ReadingWarning]

  /// Creates a document.
  public init(
    plainText: String, blocks: [Block], pageEdges: [PageEdge] = [], warnings: [ReadingWarning] = []
  ) {
    self.plainText = plainText
    self.blocks = blocks
    self.pageEdges = pageEdges
    self.warnings = warnings
  }
}
