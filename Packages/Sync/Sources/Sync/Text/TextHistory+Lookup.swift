extension RandomAccessCollection {
  /// The first index from which on all elements fulfil what those before do not; logarithmic.
  func partitioningIndex(where isAfter: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, self.count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}

extension TextHistory {
  /// The edits of a run.
  func nodes(ofRun run: Int) -> Range<Int> {
    let end = run + 1 < runs.count ? Int(runs[run + 1].firstNode) : count
    return Int(runs[run].firstNode)..<end
  }

  /// The run that holds an edit; logarithmic.
  func run(of node: Int) -> Int {
    if let last = runs.last, node >= Int(last.firstNode) { return runs.count - 1 }
    return runs.partitioningIndex { Int($0.firstNode) > node } - 1
  }

  /// The parents of the first edit of a run.
  func parents(ofRun run: Int) -> ArraySlice<Int32> {
    let end = run + 1 < runs.count ? Int(runs[run + 1].firstParent) : parentPool.count
    return parentPool[Int(runs[run].firstParent)..<end]
  }

  func parents(of node: Int) -> [Int32] {
    let run = run(of: node)
    if node > Int(runs[run].firstNode) { return [Int32(node - 1)] }
    return Array(parents(ofRun: run))
  }

  /// Where the patches of a run's edits lie.
  func patchRange(ofRun run: Int) -> Range<Int> {
    let end = run + 1 < runs.count ? Int(runs[run + 1].firstPatchRun) : patchRuns.count
    return Int(runs[run].firstPatchRun)..<end
  }

  /// Where the patches of some edits of one run lie; those at the ends may reach further.
  func patchRange(of nodes: Range<Int>, inRun run: Int) -> Range<Int> {
    let all = patchRange(ofRun: run)
    if nodes == self.nodes(ofRun: run) { return all }
    let start = patchRuns[all].partitioningIndex { Int($0.endNode) > nodes.lowerBound }
    let end = patchRuns[start..<all.upperBound].partitioningIndex {
      Int($0.node) >= nodes.upperBound
    }
    return start..<end
  }

  func dot(of node: Int) -> Dot {
    let run = runs[run(of: node)]
    return Dot(
      replica: authors[Int(run.author)].replica,
      sequence: run.sequence + UInt64(node - Int(run.firstNode)))
  }

  /// The edit of a change; logarithmic.
  func node(of dot: Dot) -> Int32? {
    guard let author = place(of: dot.replica), let last = authors[author].runs.last else {
      return nil
    }
    var run = Int(last)
    if dot.sequence < runs[run].sequence {
      let known = authors[author].runs
      let place = known.partitioningIndex { runs[Int($0)].sequence > dot.sequence }
      if place == 0 { return nil }
      run = Int(known[place - 1])
    }
    let nodes = nodes(ofRun: run)
    let step = dot.sequence - runs[run].sequence
    return step < UInt64(nodes.count) ? Int32(nodes.lowerBound + Int(step)) : nil
  }

  /// The last sequence of an author; 0 before the first.
  func lastSequence(of author: Int) -> UInt64 {
    guard let last = authors[author].runs.last else { return 0 }
    return runs[Int(last)].sequence + UInt64(nodes(ofRun: Int(last)).count - 1)
  }

  /// Whether an edit stands before another at one place when neither had seen the other.
  func precedes(_ left: Int32, _ right: Int32) -> Bool {
    dot(of: Int(left)) < dot(of: Int(right))
  }

  func patches(of node: Int) -> [TextPatch] {
    patchRange(of: node..<node + 1, inRun: run(of: node)).flatMap { place in
      let run = patchRuns[place].part(in: node..<node + 1)
      return (0..<Int(run.count)).map { run.patch(at: $0) }
    }
  }

  /// What an edit brought in.
  func scalars(of node: Int) -> ArraySlice<Unicode.Scalar> {
    content[contentRange(of: node)]
  }

  /// Where in the content what an edit brought in stands.
  func contentRange(of node: Int) -> Range<Int> {
    let range = patchRange(of: node..<node + 1, inRun: run(of: node))
    guard let first = range.first else { return 0..<0 }
    let start = Int(patchRuns[first].part(in: node..<node + 1).scalar)
    let count = range.reduce(0) { $0 + patchRuns[$1].part(in: node..<node + 1).insertedCount }
    return start..<start + count
  }
}
