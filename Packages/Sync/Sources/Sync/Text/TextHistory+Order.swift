extension TextHistory {
  /// The edits from some place on of which each has seen all before it and is seen by all after it.
  struct CriticalEdits {
    /// The last of them before the edits that are new; -1 for the empty text.
    let base: Int
    /// For each edit after `base`, whether it is one.
    let isCritical: [Bool]
  }

  /// Looks for critical edits from the end back to the last before `start`.
  func criticalEdits(before start: Int) -> CriticalEdits {
    var isPending = [Bool](repeating: false, count: count)
    var pending = heads.count
    for head in heads { isPending[Int(head)] = true }
    var isFromNothing = false
    var flags: [Bool] = []
    var place = count - 1
    while place >= 0 {
      let isCritical = pending == 1 && isPending[place] && !isFromNothing
      if isCritical, place < start { break }
      flags.append(isCritical)
      if isPending[place] { pending -= 1 }
      let parents = parents(of: place)
      if parents.isEmpty { isFromNothing = true }
      for parent in parents where !isPending[Int(parent)] {
        isPending[Int(parent)] = true
        pending += 1
      }
      place -= 1
    }
    return CriticalEdits(base: place, isCritical: flags.reversed())
  }

  /// The edits of a range in an order that stays on one branch as long as it can; those before
  /// `start` come first.
  func branchOrder(of range: Range<Int>, oldBefore start: Int) -> [Int32] {
    var links = BranchLinks(range) { parents(of: $0) }
    var order: [Int32] = []
    order.reserveCapacity(range.count)
    for part in [range.clamped(to: 0..<start), range.clamped(to: start..<count)] {
      var ready = part.reversed().filter { links.missing[$0 - range.lowerBound] == 0 }
      while let node = ready.popLast() {
        order.append(Int32(node))
        links.release(node) { child in
          if part.contains(child) { ready.append(child) }
        }
      }
    }
    return order
  }
}
