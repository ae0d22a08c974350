/// The edits of one text with what each had seen: the event graph of Eg-walker, in runs, in an
/// order that respects causes.
///
/// An edit is the part of one change that concerns the text; others name it by the change's dot.
/// Here it has a number, its node.
struct TextHistory: Sendable {
  /// A replica that edited the text.
  struct Author {
    let replica: ReplicaID
    /// The runs of its edits, ascending.
    var runs: [Int32] = []
    /// Whether each of its edits is known to have seen the one before.
    var isLinear = true
  }

  /// How many edits there are.
  private(set) var count = 0
  private(set) var runs: [TextEditRun] = []
  private(set) var parentPool: [Int32] = []
  private(set) var patchRuns: [TextPatchRun] = []
  /// What came in, edit after edit.
  private(set) var content: [Unicode.Scalar] = []
  private(set) var authors: [Author] = []
  private var authorPlaces: [ReplicaID: Int] = [:]
  private(set) var recentAuthor = 0
  /// The edits that no other has seen, ascending.
  private(set) var heads: [Int32] = []

  /// The place of a replica among the authors; `nil` when it never edited the text.
  func place(of replica: ReplicaID) -> Int? {
    if recentAuthor < authors.count, authors[recentAuthor].replica == replica {
      return recentAuthor
    }
    return authorPlaces[replica]
  }

  /// The place of a replica among the authors, where it is put if it was not there.
  mutating func author(_ replica: ReplicaID) -> Int {
    recentAuthor = place(of: replica) ?? authors.count
    if recentAuthor == authors.count {
      authors.append(Author(replica: replica))
      authorPlaces[replica] = recentAuthor
    }
    return recentAuthor
  }

  /// Adds an edit whose author and parents, ascending, are known by their places.
  /// - Returns: whether its parents are all the heads there were.
  @discardableResult
  mutating func append(
    _ patches: some Sequence<TextPatch>, _ scalars: ArraySlice<Unicode.Scalar>,
    parents: [Int32], author: Int, sequence: UInt64, isPerson: Bool
  ) -> Bool {
    let isLinear = parents == heads
    let node = count
    if goesOn(parents, author, sequence, isPerson) {
      extendRun(by: 1)
    } else {
      beginRun(parents, author: author, sequence: sequence, isPerson: isPerson)
    }
    if runs.last?.isSilenced == true { return isLinear }
    var scalar = content.count
    content.append(contentsOf: scalars)
    for patch in patches {
      appendPatch(TextPatchRun(patch, node: node, scalar: scalar))
      scalar += patch.inserted
    }
    return isLinear
  }

  /// Puts as many other scalars in the place of some that came in.
  mutating func replaceContent(_ range: Range<Int>, with scalars: [Unicode.Scalar]) {
    content.replaceSubrange(range, with: scalars)
  }

  private func goesOn(
    _ parents: [Int32], _ author: Int, _ sequence: UInt64, _ isPerson: Bool
  ) -> Bool {
    guard let run = runs.last, parents.count == 1, Int(parents[0]) == count - 1 else {
      return false
    }
    return Int(run.author) == author && run.isPerson == isPerson
      && sequence == run.sequence + UInt64(count - Int(run.firstNode))
  }

  private mutating func appendPatch(_ patch: TextPatchRun) {
    let first = Int(runs[runs.count - 1].firstPatchRun)
    if patchRuns.count > first, patchRuns[patchRuns.count - 1].join(patch: patch) { return }
    patchRuns.append(patch)
  }
}

extension TextHistory {
  /// Adds the first edit of a run; its patches are still to come.
  mutating func beginRun(
    _ parents: some Collection<Int32>, author: Int, sequence: UInt64, isPerson: Bool
  ) {
    let isAfterPerson =
      isPerson || parents.contains { runs[run(of: Int($0))].isAfterPerson }
    noteLineage(of: author, parents)
    removeHeads(parents)
    heads.append(Int32(count))
    let first = TextEditRun(
      author: Int32(author), firstNode: Int32(count), firstParent: Int32(parentPool.count),
      firstPatchRun: Int32(patchRuns.count), sequence: sequence, isPerson: isPerson,
      isAfterPerson: isAfterPerson, hasSeenAll: heads.count == 1)
    parentPool.append(contentsOf: parents)
    authors[author].runs.append(Int32(runs.count))
    runs.append(first)
    count += 1
  }

  /// Adds edits to the last run; their patches are still to come.
  mutating func extendRun(by more: Int) {
    // What was stored last is a head always.
    count += more
    heads[heads.count - 1] = Int32(count - 1)
  }

  /// Gives a run the patches that follow, the runs before having theirs.
  mutating func beginPatches(ofRun run: Int) {
    runs[run].firstPatchRun = Int32(patchRuns.count)
  }

  /// Adds patches of the edits of a run, after all that were added before.
  mutating func appendPatches(_ patches: TextPatchRun) {
    patchRuns.append(patches)
  }

  /// Gives edits without patches what they all brought in.
  mutating func setContent(_ scalars: [Unicode.Scalar]) {
    content = scalars
  }

  private mutating func removeHeads(_ parents: some Collection<Int32>) {
    if parents.count < 8 {
      heads.removeAll { parents.contains($0) }
    } else {
      let seen = Set(parents)
      heads.removeAll { seen.contains($0) }
    }
  }

  /// Looks whether an author's new edit has seen its last, in a few steps; doubt counts as no.
  private mutating func noteLineage(of author: Int, _ parents: some Collection<Int32>) {
    guard authors[author].isLinear, let last = authors[author].runs.last else { return }
    let known = Int32(nodes(ofRun: Int(last)).upperBound - 1)
    if parents.contains(known) { return }
    var waiting = Array(parents)
    var steps = 0
    while let node = waiting.popLast(), steps < 64 {
      if node < known { continue }
      let place = run(of: Int(node))
      if place == Int(last) { return }
      steps += 1
      waiting.append(contentsOf: self.parents(ofRun: place))
    }
    authors[author].isLinear = false
  }

  /// Puts cut patches in the place of those that reached beyond the end of their text.
  mutating func replacePatches(_ cuts: [TextCut]) {
    let cuts = cuts.sorted { ($0.patchRun, $0.index) < ($1.patchRun, $1.index) }
    guard let first = cuts.first?.patchRun else { return }
    let old = Array(patchRuns[first...])
    patchRuns.removeSubrange(first...)
    var edited = runs.partitioningIndex { Int($0.firstPatchRun) >= first }
    var cut = 0
    for (offset, run) in old.enumerated() {
      let place = first + offset
      while edited < runs.count, Int(runs[edited].firstPatchRun) <= place {
        beginPatches(ofRun: edited)
        edited += 1
      }
      let end = cuts[cut...].firstIndex { $0.patchRun != place } ?? cuts.count
      if cut == end { patchRuns.append(run) } else { append(run, cut: cuts[cut..<end]) }
      cut = end
    }
    for later in edited..<runs.count { beginPatches(ofRun: later) }
  }

  private mutating func append(_ run: TextPatchRun, cut cuts: ArraySlice<TextCut>) {
    let start = patchRuns.count
    var cut = cuts.startIndex
    for index in 0..<Int(run.count) {
      var single = run.dropFirst(index).prefix(1)
      if cut < cuts.endIndex, cuts[cut].index == index {
        single = TextPatchRun(
          cuts[cut].patch, node: Int(single.node), scalar: Int(single.scalar))
        cut += 1
      }
      if patchRuns.count > start, patchRuns[patchRuns.count - 1].join(patch: single) { continue }
      patchRuns.append(single)
    }
  }
}
