/// A shortest way from one list to another (Myers, *An O(ND) Difference Algorithm*, 1986).
enum ShortestEdit {
  /// The differences up to which a way is looked for; beyond, all is taken to differ.
  private static let mostDifferences = 1000

  /// The parts that differ, ascending; in time and memory the square of their number at most.
  static func hunks(from old: [Int], to new: [Int]) -> [TextDifference.Hunk] {
    guard let trail = trail(from: old, to: new) else {
      return [TextDifference.Hunk(old: 0..<old.count, new: 0..<new.count)]
    }
    var hunks: [TextDifference.Hunk] = []
    var (left, right) = (old.count, new.count)
    for (depth, ends) in trail.enumerated().reversed() {
      let diagonal = left - right
      let isInsertion = isInsertion(ends, depth, diagonal)
      let from = depth == 0 ? 0 : ends[diagonal + (isInsertion ? 1 : -1) + ends.count / 2]
      if depth == 0 { break }
      let start = (old: from, new: from - (diagonal + (isInsertion ? 1 : -1)))
      let end = (old: start.old + (isInsertion ? 0 : 1), new: start.new + (isInsertion ? 1 : 0))
      if let last = hunks.last, last.old.lowerBound == end.old, last.new.lowerBound == end.new {
        hunks[hunks.count - 1] = TextDifference.Hunk(
          old: start.old..<last.old.upperBound, new: start.new..<last.new.upperBound)
      } else {
        hunks.append(
          TextDifference.Hunk(old: start.old..<end.old, new: start.new..<end.new))
      }
      (left, right) = start
    }
    return hunks.reversed()
  }

  /// For each number of differences, how far one gets on each diagonal with one difference less;
  /// `nil` when there are too many.
  private static func trail(from old: [Int], to new: [Int]) -> [[Int]]? {
    var trail: [[Int]] = []
    var ends: [Int] = [0, 0, 0]
    for depth in 0...mostDifferences {
      trail.append(ends)
      var next = [Int](repeating: 0, count: ends.count + 2)
      for diagonal in stride(from: -depth, through: depth, by: 2) {
        let middle = ends.count / 2
        var left =
          isInsertion(ends, depth, diagonal)
          ? ends[diagonal + 1 + middle] : ends[diagonal - 1 + middle] + 1
        if depth == 0 { left = 0 }
        while left < old.count, left - diagonal < new.count, old[left] == new[left - diagonal] {
          left += 1
        }
        next[diagonal + middle + 1] = left
        if left == old.count, left - diagonal == new.count { return trail }
      }
      ends = next
    }
    return nil
  }

  /// Whether the furthest way to a diagonal comes from an insertion rather than a deletion.
  private static func isInsertion(_ ends: [Int], _ depth: Int, _ diagonal: Int) -> Bool {
    let middle = ends.count / 2
    return diagonal == -depth
      || (diagonal != depth && ends[diagonal - 1 + middle] < ends[diagonal + 1 + middle])
  }
}
