/// A text that many edit off line: what it says, and the edits that made it.
///
/// It depends on the set of edits that were applied, not on their order, as long as each comes
/// after those that it names. Positions count Unicode scalars; nothing is normalised here.
public struct TextDocument: Sendable {
  var history = TextHistory()
  private var rope = TextRope()
  /// How many edits the text holds; those after are waiting to be merged.
  private var settled = 0
  /// Whether each of those that wait has seen all before it.
  private var isLinear = true

  /// Creates an empty text.
  public init() {}

  init(history: TextHistory, scalars: [Unicode.Scalar]) {
    self.history = history
    rope = TextRope(scalars)
    settled = history.count
  }

  /// Edits whose text is still to be merged from nothing.
  init(merging history: TextHistory) {
    self.history = history
    isLinear = false
    settle()
  }

  /// What the text says; linear, and the time of a merge when edits wait for one.
  public var text: String {
    TextScalars.string(scalars[...])
  }

  /// The scalars of the text.
  var scalars: [Unicode.Scalar] { merged.rope.scalars }

  /// How many Unicode scalars the text has.
  public var count: Int { merged.rope.count }

  /// The edits that no other has seen, sorted: what an edit of the text as it is now names as its
  /// parents.
  public var version: [Dot] {
    history.heads.map { history.dot(of: Int($0)) }.sorted()
  }

  /// How many changes edited the text.
  public var editCount: Int { history.count }

  /// Whether a person edited the text, so that no machine may any more.
  public var isEditedByPerson: Bool {
    history.heads.contains { history.runs[history.run(of: Int($0))].isAfterPerson }
  }

  /// Applies what a change did to the text, all that it names having been applied before.
  ///
  /// An edit that was applied does nothing. Patches beyond the end of the text are cut; parents
  /// that the change cannot have seen are not obeyed. The text itself is merged when it is asked
  /// for, so many edits cost one merge.
  public mutating func apply(_ edit: TextEdit, in context: WriteContext) {
    if history.restoreRoot(edit.root) { self = TextDocument(merging: history) }
    guard let isLinear = history.append(edit, in: context) else { return }
    self.isLinear = self.isLinear && isLinear
    if self.isLinear, settled == history.count - 1 { settle() }
  }

  /// Rewrites what edits brought in; the text is merged anew when anything changed.
  mutating func rewrite(_ change: (inout TextHistory) -> Bool) -> Bool {
    guard change(&history) else { return false }
    self = TextDocument(merging: history)
    return true
  }

  /// Merges the edits that wait, so that the text need not be merged each time it is asked for.
  public mutating func settle() {
    if settled == history.count { return }
    var cuts: [TextCut] = []
    if isLinear {
      applyDirectly(settled..<history.count, &cuts)
    } else {
      mergeWaiting(&cuts)
    }
    history.replacePatches(cuts)
    settled = history.count
    isLinear = true
  }

  private var merged: TextDocument {
    if settled == history.count { return self }
    var copy = self
    copy.settle()
    return copy
  }

  /// Critical edits are applied as they are; what lies between them is merged.
  private mutating func mergeWaiting(_ cuts: inout [TextCut]) {
    let critical = history.criticalEdits(before: settled)
    var start = critical.base + 1
    for range in critical.ranges {
      if start < range.lowerBound { merge(start..<range.lowerBound, &cuts) }
      applyDirectly(range, &cuts)
      start = range.upperBound
    }
    if start < history.count { merge(start..<history.count, &cuts) }
  }

  /// Applies edits of which each has seen all before it.
  private mutating func applyDirectly(_ nodes: Range<Int>, _ cuts: inout [TextCut]) {
    for run in history.run(of: nodes.lowerBound)...history.run(of: nodes.upperBound - 1) {
      let nodes = history.nodes(ofRun: run).clamped(to: nodes)
      for place in history.patchRange(of: nodes, inRun: run) {
        let patches = history.patchRuns[place].part(in: nodes)
        let whole = patches.whole
        if whole.fits(rope.count) {
          apply(whole, patches)
        } else {
          applySingly(patches, at: place, &cuts)
        }
      }
    }
  }

  private mutating func apply(_ patch: TextPatch, _ patches: TextPatchRun) {
    let start = Int(patches.scalar)
    rope.replace(
      patch.position, patch.deleted, with: history.content[start..<start + patch.inserted])
  }

  /// Applies patches of which some reach beyond the end of the text.
  private mutating func applySingly(
    _ patches: TextPatchRun, at place: Int, _ cuts: inout [TextCut]
  ) {
    let before = Int(patches.node - history.patchRuns[place].node)
    for index in 0..<Int(patches.count) {
      let single = patches.dropFirst(index).prefix(1)
      let patch = single.whole.clamped(to: rope.count)
      if patch != single.whole {
        cuts.append(TextCut(patchRun: place, index: before + index, patch: patch))
      }
      apply(patch, single)
    }
  }

  /// Merges edits of which some have not seen others; what came before them all have seen.
  private mutating func merge(_ range: Range<Int>, _ cuts: inout [TextCut]) {
    let stretches = TextStretches(range, of: history, settled: settled)
    let count = stretches.stretches.count
    let isKnown = range.lowerBound < settled
    let new = stretches.stretches.partitioningIndex { Int($0.first) >= settled }
    var order = BranchOrder(count) { stretches.parents(of: $0) }
    order.add(0..<new) { $0 < $1 }
    order.add(new..<count) { $0 < $1 }
    var merge = TextMerge(length: isKnown ? nil : rope.count, stretches: count)
    for (place, stretch) in order.order.enumerated() {
      if isKnown, place == new { merge.endKnown(length: rope.count) }
      merge.move(to: Int(stretch), of: stretches)
      merge.apply(Int(stretch), of: stretches, history)
    }
    merge.rewrite(&rope, with: history.content)
    cuts.append(contentsOf: merge.cuts)
  }
}
