/// Who waits for whom within a range of edits.
struct BranchLinks {
  /// How many parents within the range each edit still waits for.
  var missing: [Int32]
  private let first: Int
  private var firstChild: [Int32]
  private var children: [Int32]

  init(_ range: Range<Int>, parents: (Int) -> ArraySlice<Int32>) {
    first = range.lowerBound
    missing = [Int32](repeating: 0, count: range.count)
    firstChild = [Int32](repeating: 0, count: range.count + 1)
    for node in range {
      for parent in parents(node) where Int(parent) >= first {
        missing[node - first] += 1
        firstChild[Int(parent) - first + 1] += 1
      }
    }
    for place in 0..<range.count { firstChild[place + 1] += firstChild[place] }
    children = [Int32](repeating: 0, count: Int(firstChild[range.count]))
    var next = firstChild
    for node in range {
      for parent in parents(node) where Int(parent) >= first {
        children[Int(next[Int(parent) - first])] = Int32(node)
        next[Int(parent) - first] += 1
      }
    }
  }

  /// Takes note that an edit is done; names those that waited for it alone, the last first.
  mutating func release(_ node: Int, _ body: (Int) -> Void) {
    let range = Int(firstChild[node - first])..<Int(firstChild[node - first + 1])
    for place in range.reversed() {
      let child = Int(children[place])
      missing[child - first] -= 1
      if missing[child - first] == 0 { body(child) }
    }
  }
}
