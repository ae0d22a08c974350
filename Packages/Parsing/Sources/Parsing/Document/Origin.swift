/// Where a piece of a document came from.
public struct Origin: Sendable, Hashable {
  /// The index of the part in ``Document/parts``.
  public var part: Int
  /// The number of the paragraph in the part, or of the line in a text file, from 1.
  public var position: Int

  /// Creates an origin.
  public init(part: Int, position: Int) {
    self.part = part
    self.position = position
  }
}
