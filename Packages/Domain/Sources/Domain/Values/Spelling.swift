/// Finds what somebody probably meant who mistyped a word.
public enum Spelling {
  /// The candidate that is nearest to `word`, letters folded: the one that begins with it, else the
  /// one with the fewest mistyped letters, one for every three letters at most. `nil` when none is
  /// near. Quadratic in the length of the words, which are cut at 40 letters.
  public static func nearest(to word: String, in candidates: [String]) -> String? {
    let letters = Array(Folding.fold(word).utf8.prefix(40))
    guard !letters.isEmpty else { return nil }
    let known = candidates.map { ($0, Array(Folding.fold($0).utf8.prefix(40))) }
    if let whole = known.first(where: { letters.count > 2 && $0.1.starts(with: letters) }) {
      return whole.0
    }
    let allowed = max(1, letters.count / 3)
    let ranked = known.map { (name: $0.0, distance: distance(letters, $0.1)) }
    return ranked.filter { $0.distance <= allowed }.min { $0.distance < $1.distance }?.name
  }

  /// Whether two folded words that begin alike differ by one slip of a typist at most: a letter
  /// more, less or other, or two that changed places.
  public static func isSlip(_ written: String, of meant: String) -> Bool {
    let (left, right) = (Array(written.utf8), Array(meant.utf8))
    return left.first == right.first && abs(left.count - right.count) < 2
      && distance(left, right) < 2
  }

  /// The number of letters inserted, left out, replaced or swapped with their neighbour (the
  /// restricted Damerau–Levenshtein distance).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column + 1], current[column]) + 1
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      (before, last) = (last, current)
    }
    return last[right.count]
  }
}
