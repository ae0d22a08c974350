/// Words that differ by one slip of a typist.
enum Misspelling {
  /// Whether one letter more, less or other, or two that changed places, make one word the other.
  static func isNear(_ written: String, _ meant: String) -> Bool {
    let left = Array(written.utf8)
    let right = Array(meant.utf8)
    guard abs(left.count - right.count) < 2, left.first == right.first else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var end = 0
    while end < min(left.count, right.count) - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    {
      end += 1
    }
    let leftRest = left[start..<left.count - end]
    let rightRest = right[start..<right.count - end]
    if max(leftRest.count, rightRest.count) < 2 { return true }
    return leftRest.count == 2 && rightRest.count == 2
      && Array(leftRest) == Array(rightRest.reversed())
  }
}
