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
    history.heads.contains { history.nodes[Int($0)].isAfterPerson }
  }

  /// Applies what a change did to the text, all that it names having been applied before.
  ///
  /// An edit that was applied does nothing. Patches beyond the end of the text are cut; parents
  /// that the change cannot have seen are not obeyed. The text itself is merged when it is asked
  /// for, so many edits cost one merge.
  public mutating func apply(_ edit: TextEdit, in context: WriteContext) {
    guard let isLinear = history.append(edit, in: context) else { return }
    self.isLinear = self.isLinear && isLinear
    if self.isLinear, settled == history.count - 1 { settle() }
  }

  /// Merges the edits that wait, so that the text need not be merged each time it is asked for.
  public mutating func settle() {
    if settled == history.count { return }
    if isLinear {
      for node in settled..<history.count { applyDirectly(node) }
    } else {
      mergeWaiting()
    }
    settled = history.count
    isLinear = true
  }

  private var merged: TextDocument {
    if settled == history.count { return self }
    var copy = self
    copy.settle()
    return copy
  }

  /// Applies an edit that has seen all that the text holds.
  private mutating func applyDirectly(_ node: Int) {
    var scalar = history.nodes[node].firstScalar
    for place in history.patchRange(of: node) {
      let patch = history.clampPatch(at: place, to: rope.count)
      let end = scalar + patch.inserted
      rope.replace(patch.position, patch.deleted, with: history.content[scalar..<end])
      scalar = end
    }
  }

  private mutating func mergeWaiting() {
    let critical = history.criticalEdits(before: settled)
    let start = critical.base + 1
    var node = start
    while node < history.count {
      if critical.isCritical[node - start] {
        if node >= settled { applyDirectly(node) }
        node += 1
        continue
      }
      var end = node + 1
      while end < history.count, !critical.isCritical[end - start] { end += 1 }
      if end > settled { merge(node..<end) }
      node = end
    }
  }

  /// Merges edits of which some have not seen others; what came before them all have seen.
  private mutating func merge(_ range: Range<Int>) {
    var isKnown = range.lowerBound < settled
    let base = range.lowerBound > 0 ? [Int32(range.lowerBound - 1)] : []
    var merge = TextMerge(
      length: isKnown ? TextMerge.unknownLength : Int32(rope.count), base: base, range: range)
    for node in history.branchOrder(of: range, oldBefore: settled) {
      if isKnown, node >= settled {
        isKnown = false
        merge.setFinalLength(rope.count)
      }
      merge.move(to: history.parents(of: Int(node)), in: history)
      merge.apply(Int(node), of: &history, isKnown: isKnown, to: &rope)
    }
  }
}
