/// What somebody did to a text at one place: so many scalars out, a string in.
public struct TextReplacement: Hashable, Sendable {
  /// How many Unicode scalars stand before the place.
  public var position: Int
  /// How many Unicode scalars go out.
  public var deleted: Int
  /// What comes in.
  public var inserted: String

  /// Creates a replacement.
  public init(position: Int, deleted: Int = 0, inserted: String = "") {
    self.position = position
    self.deleted = deleted
    self.inserted = inserted
  }
}
