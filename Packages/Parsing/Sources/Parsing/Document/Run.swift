public import Domain

/// Words of one block that are emphasised alike; plain words between them are no runs.
public struct Run: Sendable, Hashable {
  /// The words in the plain text.
  public var range: SourceRange
  /// How they stand out.
  public var emphasis: Emphasis
  /// Where they came from: the same as their block.
  public var origin: Origin

  /// Creates a run.
  public init(range: SourceRange, emphasis: Emphasis, origin: Origin) {
    self.range = range
    self.emphasis = emphasis
    self.origin = origin
  }
}
