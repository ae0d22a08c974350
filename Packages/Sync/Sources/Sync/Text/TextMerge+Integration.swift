extension TextMerge {
  /// Finds the place of a new piece among those that its edit had not seen, in the order of Fugue
  /// (Weidner and Kleppmann, *The Art of the Fugue*, 2023): what was typed together stays together.
  func integrate(
    _ place: inout MergeList.Place, _ left: MergePosition, _ right: Int32, _ node: Int32,
    _ history: TextHistory
  ) {
    var isPassing = false
    var scan = place
    while let number = list.piece(at: &scan) {
      let other = list.pieces[Int(number)]
      if other.state != 0 { break }
      let side = compare(other.left, left)
      if side < 0 { break }
      if side == 0 {
        let far = compareRight(other.right, right)
        if far == 0, history.precedes(node, other.node) { break }
        isPassing = far < 0
      }
      scan.index += 1
      if !isPassing { place = scan }
    }
  }

  /// -1, 0, 1: whether one scalar stands before another, is it, or stands after it.
  private func compare(_ one: MergePosition, _ other: MergePosition) -> Int {
    if one.piece < 0 || other.piece < 0 {
      return (one.piece < 0 ? 0 : 1) - (other.piece < 0 ? 0 : 1)
    }
    let (mine, theirs) = (list.resolve(one), list.resolve(other))
    if mine.piece == theirs.piece { return Int((mine.offset - theirs.offset).signum()) }
    return isBefore(mine.piece, theirs.piece) ? -1 : 1
  }

  private func compareRight(_ one: Int32, _ other: Int32) -> Int {
    if one == other { return 0 }
    if one < 0 { return 1 }
    if other < 0 { return -1 }
    return isBefore(one, other) ? -1 : 1
  }

  private func isBefore(_ one: Int32, _ other: Int32) -> Bool {
    let (mine, theirs) = (list.place(of: one), list.place(of: other))
    return mine.rank == theirs.rank ? mine.index < theirs.index : mine.rank < theirs.rank
  }
}
