/// Something that a reader skipped or repaired; data, turned into a sentence where it is shown.
public struct ReadingWarning: Sendable, Hashable {
  /// A stable name of what happened, as `undecodable-bytes`.
  public var code: String
  /// Where: a part of the package or a line, as `word/document.xml` or `line 12`.
  public var place: String

  /// Creates a warning.
  public init(code: String, place: String) {
    self.code = code
    self.place = place
  }
}
