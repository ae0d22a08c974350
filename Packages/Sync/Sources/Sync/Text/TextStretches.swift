/// Some edits in stretches: parts of runs of which everybody has seen all or nothing. A merge goes
/// over them as over single edits.
struct TextStretches {
  struct Stretch {
    let run: Int32
    let first: Int32
    let end: Int32
    /// Where its parents begin; they end where those of the next begin.
    let firstParent: Int32

    var nodes: Range<Int> { Int(first)..<Int(end) }
  }

  /// The stretches, each after those that it has seen.
  private(set) var stretches: [Stretch] = []
  private var parentPool: [Int32] = []
  private let lower: Int
  /// For the last edit of each stretch the number of the stretch; -1 for edits within one.
  private var endings: [Int32]

  /// Cuts a range of edits into stretches; linear in the edits.
  /// - Parameter settled: An edit before which a stretch ends.
  init(_ range: Range<Int>, of history: TextHistory, settled: Int) {
    lower = range.lowerBound
    endings = [Int32](repeating: -1, count: range.count)
    if range.isEmpty { return }
    if range.contains(settled - 1) { endings[settled - 1 - lower] = 0 }
    let runs = history.run(of: lower)...history.run(of: range.upperBound - 1)
    for run in runs where Int(history.runs[run].firstNode) >= lower {
      for parent in history.parents(ofRun: run) where Int(parent) >= lower {
        endings[Int(parent) - lower] = 0
      }
    }
    stretches.reserveCapacity(runs.count * 2)
    parentPool.reserveCapacity(runs.count * 3)
    for run in runs { cut(run, history.nodes(ofRun: run).clamped(to: range), history) }
  }

  private mutating func cut(_ run: Int, _ nodes: Range<Int>, _ history: TextHistory) {
    var first = nodes.lowerBound
    for node in nodes where node == nodes.upperBound - 1 || endings[node - lower] >= 0 {
      let firstParent = Int32(parentPool.count)
      if first == Int(history.runs[run].firstNode) {
        for parent in history.parents(ofRun: run) where Int(parent) >= lower {
          parentPool.append(endings[Int(parent) - lower])
        }
      } else if first > lower {
        parentPool.append(Int32(stretches.count - 1))
      }
      endings[node - lower] = Int32(stretches.count)
      stretches.append(
        Stretch(
          run: Int32(run), first: Int32(first), end: Int32(node + 1), firstParent: firstParent))
      first = node + 1
    }
  }

  /// Where the parents of a stretch lie; those before the range are left out.
  func parentRange(of stretch: Int) -> Range<Int> {
    let end =
      stretch + 1 < stretches.count ? Int(stretches[stretch + 1].firstParent) : parentPool.count
    return Int(stretches[stretch].firstParent)..<end
  }

  func parents(of stretch: Int) -> ArraySlice<Int32> { parentPool[parentRange(of: stretch)] }

  func parent(at place: Int) -> Int { Int(parentPool[place]) }
}
