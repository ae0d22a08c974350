/// A run of scalars that came in together; the unit of a merge, cut where it must be.
struct MergePiece {
  /// No piece: before the first for a left neighbour, after the last for a right one.
  static let none: Int32 = -1

  var length: Int32
  /// 0: not there yet in the version looked at; 1: there; more: deleted, so many times less one.
  var state: Int32 = 1
  /// The edit that brought it; -1 for what was there before the merge.
  let node: Int32
  /// Where its scalars begin in the content; nothing for what was there before the merge.
  var scalar: Int32
  /// The scalar that stood before it when it came: a piece, and a place counted from its start on.
  let left: MergePosition
  /// The piece that stood after it when it came, if that came in after the same scalar.
  let right: Int32
  /// The piece that goes on where this one was cut.
  var next: Int32 = Self.none
  /// The leaf that it lies in.
  var leaf: Int32 = 0
  /// Whether it is in the text as that is before the merge.
  var wasThere: Bool
  /// Whether it is gone from the text that the merge makes.
  var isRemoved = false

  /// How many scalars it has in the version looked at.
  var width: Int { state == 1 ? Int(length) : 0 }
}

/// A scalar as a piece and a distance from its start, which may lead on into what was cut from it.
struct MergePosition: Equatable {
  var piece: Int32
  var offset: Int32

  static let start = MergePosition(piece: MergePiece.none, offset: 0)
}
