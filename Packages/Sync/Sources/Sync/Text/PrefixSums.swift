/// Sums over the beginning of a list whose values change: a binary indexed tree (Fenwick, 1994).
///
/// Changing a value and finding a sum take logarithmic time; a new list takes linear time.
struct PrefixSums: Sendable {
  /// One place more than there are values; the first is not used.
  private var tree: [Int]
  private let top: Int

  init(_ values: some Collection<Int>) {
    tree = [0]
    tree.reserveCapacity(values.count + 1)
    tree.append(contentsOf: values)
    for place in 1..<max(1, tree.count) {
      let parent = place + (place & -place)
      if parent < tree.count { tree[parent] += tree[place] }
    }
    var top = 1
    while top * 2 < tree.count { top *= 2 }
    self.top = top
  }

  /// Adds to the value at an index.
  mutating func add(_ difference: Int, at index: Int) {
    var place = index + 1
    while place < tree.count {
      tree[place] += difference
      place += place & -place
    }
  }

  /// The sum of the values before an index.
  func sum(before index: Int) -> Int {
    var place = index
    var sum = 0
    while place > 0 {
      sum += tree[place]
      place &= place - 1
    }
    return sum
  }

  /// The first index up to which the sum has got far enough, and the sum of the values before it;
  /// the number of values when none has.
  func firstIndex(where isReached: (Int) -> Bool) -> (index: Int, before: Int) {
    var place = 0
    var sum = 0
    var step = top
    while step > 0 {
      if place + step < tree.count {
        let next = sum + tree[place + step]
        if !isReached(next) { (place, sum) = (place + step, next) }
      }
      step /= 2
    }
    return (place, sum)
  }
}
