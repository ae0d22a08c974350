/// The edits of a text in the one order and the one division into runs that depends on nothing but
/// what they are; so they are written.
///
/// An edit comes after its parents and after the edit of its author before. Of the edits that may
/// come, the next is one whose last cause came last; among those of one cause, the least by dot.
struct CanonicalEdits {
  struct Run {
    /// The rank of the author.
    let rank: Int
    /// How many sequences of the author are left out before it.
    let gap: UInt64
    let isPerson: Bool
    let first: Int
    var count: Int
    /// The parents of the first edit, the last first.
    let parents: [Int]
  }

  /// Those who edited the text, ascending.
  private(set) var authors: [ReplicaID] = []
  private(set) var runs: [Run] = []
  /// How many patches an edit has, and how many edits in a row have so many.
  private(set) var counts: [(patches: Int, times: Int)] = []
  private(set) var patches: [TextPatchRun] = []
  private(set) var content: [Unicode.Scalar] = []
  private var count = 0
  /// The sequence that each author's next edit has if none is left out.
  private var expected: [UInt64] = []

  /// Takes over all edits of a history.
  mutating func add(_ history: TextHistory) {
    let ranks = rank(history)
    let stretches = TextStretches(0..<history.count, of: history, settled: 0)
    let all = stretches.stretches
    let earlier = Self.earlierOfAuthors(stretches, history)
    var order = BranchOrder(all.count) { stretch in
      let parents = stretches.parents(of: stretch)
      guard let before = earlier[stretch], !parents.contains(before) else { return parents }
      return parents + [before]
    }
    order.add(0..<all.count) { left, right in
      let (mine, theirs) = (all[Int(left)], all[Int(right)])
      let authors = (history.runs[Int(mine.run)].author, history.runs[Int(theirs.run)].author)
      if authors.0 != authors.1 { return ranks[Int(authors.0)] < ranks[Int(authors.1)] }
      return history.dot(of: Int(mine.first)) < history.dot(of: Int(theirs.first))
    }
    content.reserveCapacity(history.content.count)
    var ends = [Int](repeating: 0, count: all.count)
    for stretch in order.order {
      var parents: [Int] = []
      for parent in stretches.parents(of: Int(stretch)) { parents.append(ends[Int(parent)]) }
      add(all[Int(stretch)], parents: parents, of: history, ranks)
      ends[Int(stretch)] = count - 1
    }
  }

  private mutating func rank(_ history: TextHistory) -> [Int] {
    let sorted = history.authors.indices.filter { !history.authors[$0].runs.isEmpty }
      .sorted { history.authors[$0].replica < history.authors[$1].replica }
    var ranks = history.authors.map { _ in 0 }
    for (rank, author) in sorted.enumerated() { ranks[author] = rank }
    authors = sorted.map { history.authors[$0].replica }
    expected = authors.map { _ in 1 }
    return ranks
  }

  /// For stretches of authors who have not always seen what they wrote before: the one before.
  private static func earlierOfAuthors(
    _ stretches: TextStretches, _ history: TextHistory
  ) -> [Int: Int32] {
    var earlier: [Int: Int32] = [:]
    if history.authors.allSatisfy(\.isLinear) { return earlier }
    var last: [Int32: Int32] = [:]
    for (number, stretch) in stretches.stretches.enumerated() {
      let author = history.runs[Int(stretch.run)].author
      if !history.authors[Int(author)].isLinear { earlier[number] = last[author] }
      last[author] = Int32(number)
    }
    return earlier
  }
}

extension CanonicalEdits {
  private mutating func add(
    _ stretch: TextStretches.Stretch, parents: [Int], of history: TextHistory, _ ranks: [Int]
  ) {
    let run = history.runs[Int(stretch.run)]
    let rank = ranks[Int(run.author)]
    let sequence = run.sequence + UInt64(stretch.first - run.firstNode)
    if parents == [count - 1], let last = runs.last, last.rank == rank,
      last.isPerson == run.isPerson, sequence == expected[rank]
    {
      runs[runs.count - 1].count += stretch.nodes.count
    } else {
      runs.append(
        Run(
          rank: rank, gap: sequence - expected[rank], isPerson: run.isPerson, first: count,
          count: stretch.nodes.count, parents: parents.sorted(by: >)))
    }
    expected[rank] = sequence + UInt64(stretch.nodes.count)
    count += stretch.nodes.count
    addPatches(of: stretch, history)
  }

  private mutating func addPatches(of stretch: TextStretches.Stretch, _ history: TextHistory) {
    // The edits with all their patches counted, and those of the one that comes next so far.
    var next = stretch.nodes.lowerBound
    var pending = 0
    for place in history.patchRange(of: stretch.nodes, inRun: Int(stretch.run)) {
      let run = history.patchRuns[place].part(in: stretch.nodes)
      if Int(run.node) > next {
        addCount(pending, times: 1)
        addCount(0, times: Int(run.node) - next - 1)
        (next, pending) = (Int(run.node), 0)
      }
      if run.isSpread {
        addCount(pending + 1, times: 1)
        addCount(1, times: Int(run.count) - 2)
        (next, pending) = (Int(run.endNode) - 1, 1)
      } else {
        pending += Int(run.count)
      }
      let start = Int(run.scalar)
      content.append(contentsOf: history.content[start..<start + run.insertedCount])
      addPatches(run)
    }
    addCount(pending, times: 1)
    addCount(0, times: stretch.nodes.upperBound - next - 1)
  }

  private mutating func addCount(_ patches: Int, times: Int) {
    if times == 0 { return }
    if counts.last?.patches == patches {
      counts[counts.count - 1].times += times
    } else {
      counts.append((patches, times))
    }
  }

  private mutating func addPatches(_ run: TextPatchRun) {
    var taken = 0
    if !patches.isEmpty { taken = patches[patches.count - 1].join(run) }
    if taken < run.count { patches.append(taken == 0 ? run : run.dropFirst(taken)) }
  }
}
