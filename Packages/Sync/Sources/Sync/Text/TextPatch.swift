/// One replacement within a text, in Unicode scalars: so many go out at a position, so many come
/// in.
public struct TextPatch: Hashable, Sendable {
  /// The most that a position or a number of scalars may be.
  static let greatest = Int(Int32.max)

  private let storedPosition: Int32
  private let storedDeleted: Int32
  private let storedInserted: Int32

  /// How many scalars stand before it, once the patches before it were applied.
  public var position: Int { Int(storedPosition) }
  /// How many scalars go out.
  public var deleted: Int { Int(storedDeleted) }
  /// How many scalars come in, in place of those that go.
  public var inserted: Int { Int(storedInserted) }

  /// Creates a patch; negative numbers become 0, and those beyond 2³¹ − 1 that number.
  public init(position: Int, deleted: Int, inserted: Int) {
    storedPosition = Int32(clamping: max(0, position))
    storedDeleted = Int32(clamping: max(0, deleted))
    storedInserted = Int32(clamping: max(0, inserted))
  }

  /// One patch that does what this one and then another do; `nil` when it takes two.
  func followed(by next: TextPatch) -> TextPatch? {
    if next.deleted == 0, next.position == position + inserted {
      return TextPatch(
        position: position, deleted: deleted, inserted: inserted + next.inserted)
    }
    guard inserted == 0 else { return nil }
    // Deleting forwards, then backwards; what comes in stands before all that went.
    if next.position == position || next.position + next.deleted == position {
      return TextPatch(
        position: next.position, deleted: deleted + next.deleted, inserted: next.inserted)
    }
    return nil
  }

  /// Whether a text of this length has room for the patch.
  func fits(_ length: Int) -> Bool { position + deleted <= length }

  /// The patch as far as a text of this length has room for it.
  func clamped(to length: Int) -> TextPatch {
    if fits(length) { return self }
    let place = min(position, length)
    return TextPatch(position: place, deleted: min(deleted, length - place), inserted: inserted)
  }
}
