extension TextHistory {
  /// Critical versions of Eg-walker: edits of which each has seen all before it and is seen by all
  /// after it.
  struct CriticalEdits {
    /// The last of them before the edits that are new; -1 for the empty text.
    let base: Int
    /// Those after it, ascending.
    let ranges: [Range<Int>]
  }

  /// Looks for critical edits from the end back to the last before `start`; linear in the runs.
  func criticalEdits(before start: Int) -> CriticalEdits {
    var ranges: [Range<Int>] = []
    // The first edit that something stored later names as its parent.
    var firstNamed = Int.max - 1
    for place in runs.indices.reversed() {
      let nodes = nodes(ofRun: place)
      let end = min(nodes.upperBound, firstNamed + 1)
      if runs[place].hasSeenAll, end > nodes.lowerBound {
        if nodes.lowerBound < start {
          if end > start { ranges.append(start..<end) }
          return CriticalEdits(base: min(end, start) - 1, ranges: ranges.reversed())
        }
        ranges.append(nodes.lowerBound..<end)
      }
      firstNamed = min(firstNamed, Int(parents(ofRun: place).min() ?? -1))
    }
    return CriticalEdits(base: -1, ranges: ranges.reversed())
  }
}
