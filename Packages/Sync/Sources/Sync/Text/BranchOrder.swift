/// An order of stretches that stays on one branch as long as it can, since going from one branch to
/// another is what costs in a merge (Gentle and Kleppmann, 2025, section 3.7).
///
/// On top of a stack lies what comes next; then what has waited for it alone is laid on the stack.
struct BranchOrder {
  private(set) var order: [Int32] = []
  /// How many stretches each still waits for.
  private var missing: [Int32]
  private var firstChild: [Int32]
  private var children: [Int32]

  /// - Parameter causes: For a stretch, those that must come before it.
  init(_ count: Int, causes: (Int) -> ArraySlice<Int32>) {
    missing = [Int32](repeating: 0, count: count)
    firstChild = [Int32](repeating: 0, count: count + 2)
    for stretch in 0..<count {
      for cause in causes(stretch) {
        missing[stretch] += 1
        firstChild[Int(cause) + 2] += 1
      }
    }
    for place in 1..<count + 1 { firstChild[place + 1] += firstChild[place] }
    children = [Int32](repeating: 0, count: Int(firstChild[count + 1]))
    for stretch in 0..<count {
      for cause in causes(stretch) {
        children[Int(firstChild[Int(cause) + 1])] = Int32(stretch)
        firstChild[Int(cause) + 1] += 1
      }
    }
    order.reserveCapacity(count)
  }

  /// Puts the stretches of a part in order, those of the parts before being there.
  /// - Parameter precedes: Which of two comes first when both may.
  mutating func add(_ part: Range<Int>, precedes: (Int32, Int32) -> Bool) {
    var ready: [Int32] = []
    for stretch in part where missing[stretch] == 0 { ready.append(Int32(stretch)) }
    ready.sort { precedes($1, $0) }
    while let stretch = ready.popLast() {
      order.append(stretch)
      let start = ready.count
      for place in Int(firstChild[Int(stretch)])..<Int(firstChild[Int(stretch) + 1]) {
        let child = children[place]
        missing[Int(child)] -= 1
        if missing[Int(child)] == 0, part.contains(Int(child)) { ready.append(child) }
      }
      if ready.count - start > 1 { ready[start...].sort { precedes($1, $0) } }
    }
  }
}
