/// A document as every reader produces it: blocks in reading order, and the plain text of all.
///
/// A soft line break starts a new line and so a new block (see ``Block/continuesParagraph``); in a
/// table it is a space, as the cells of a row share one line.
public struct Document: Sendable {
  /// What a reader sees, one line a block or a table row, as UTF-8 in normal form C.
  ///
  /// A line is a label, a space and the text, or the cells of a row separated by tabs, and ends
  /// with `\n`. Notes stand after the body; page headers and footers are not part. Evidence points
  /// into this text.
  public var plainText: String
  /// The blocks in the order of the plain text.
  public var blocks: [Block]
  /// Page headers and footers, each once; their ranges are empty.
  public var pageEdges: [PageEdge]
  /// The parts of the file that had text, in the order of the plain text; one without a name is the
  /// whole of a text file.
  public var parts: [String]
  /// Emphasised words in the order of the plain text.
  public var runs: [Run]
  /// Hyperlinks in the order of the plain text.
  public var links: [Link]
  /// The places where notes and comments are referred to, in the order of the plain text.
  public var noteReferences: [NoteReference]
  /// Tracked changes in the order of the plain text.
  public var revisions: [Revision]
  /// Who wrote which comment, in the order of the plain text.
  public var comments: [Comment]
  /// What was skipped or repaired, and where.
  public var warnings: [ReadingWarning]

  /// Creates a document.
  public init(
    plainText: String, blocks: [Block], pageEdges: [PageEdge] = [], parts: [String] = [],
    runs: [Run] = [], links: [Link] = [], noteReferences: [NoteReference] = [],
    revisions: [Revision] = [], comments: [Comment] = [],
    warnings: [ReadingWarning] = []
  ) {
    self.plainText = plainText
    self.blocks = blocks
    self.pageEdges = pageEdges
    self.parts = parts
    self.runs = runs
    self.links = links
    self.noteReferences = noteReferences
    self.revisions = revisions
    self.comments = comments
    self.warnings = warnings
  }
}
