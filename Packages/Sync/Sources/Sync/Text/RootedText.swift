import Domain

/// A text that persons edit in parts: all edits that grew from one value of a field.
public struct RootedText: Sendable {
  /// An edit that no other has seen.
  struct Head {
    let stamp: WriteStamp
    /// Whether somebody who had seen it gave the field another value.
    var isReplaced: Bool
  }

  /// What stands for the value that the text was; none for a text that began empty.
  let root: ReplicaID?
  /// The edits.
  private(set) var document: TextDocument
  /// The edits that no other has seen, sorted.
  private(set) var heads: [Head]
  /// The edits that carry the words of the root, sorted; the root goes with the last of them.
  private(set) var carriers: [Dot]

  init(
    root: ReplicaID?, document: TextDocument = TextDocument(), heads: [Head] = [],
    carriers: [Dot] = []
  ) {
    self.root = root
    self.document = document
    self.heads = heads
    self.carriers = carriers
  }

  /// What the text says as a value of its field, with the latest edit that stands; `nil` when all
  /// were replaced.
  var sibling: Sibling? {
    let standing = heads.filter { !$0.isReplaced }.map(\.stamp)
    guard var latest = standing.first else { return nil }
    for stamp in standing.dropFirst()
    where (stamp.timestamp, stamp.dot) > (latest.timestamp, latest.dot) {
      latest = stamp
    }
    return Sibling(
      dot: latest.dot, timestamp: latest.timestamp, isPerson: document.isEditedByPerson,
      value: .text(document.text))
  }

  /// The edits that a write of the whole field replaces.
  var standingDots: [Dot] { heads.filter { !$0.isReplaced }.map(\.stamp.dot) }

  /// Whether the edit finds what it names: its root, or an edit that it has seen.
  func canHold(_ edit: TextEdit, in context: WriteContext) -> Bool {
    guard let root = edit.root, root.carriedCount == 0 else { return true }
    return edit.parents.contains { context.hasSeen($0) && document.history.node(of: $0) != nil }
  }

  mutating func apply(_ edit: TextEdit, in context: WriteContext) {
    document.apply(edit, in: context)
    if edit.root?.carriesWords == true { carriers.insertSorted(context.dot, by: \.self) }
    let stamp = WriteStamp(
      dot: context.dot, timestamp: context.timestamp, isPerson: context.isPerson)
    heads = document.version.map { dot in
      heads.first { $0.stamp.dot == dot }
        ?? Head(stamp: dot == context.dot ? stamp : WriteStamp(planted: dot), isReplaced: false)
    }
  }

  /// Takes note that a write of the whole field had seen these edits.
  mutating func replace(_ dots: [Dot], in context: WriteContext) {
    for place in heads.indices where dots.contains(heads[place].stamp.dot) {
      let stamp = heads[place].stamp
      if context.replaces(stamp.dot, byPerson: stamp.isPerson) { heads[place].isReplaced = true }
    }
  }

  /// Takes note of the edits that a whole write replaced elsewhere.
  mutating func takeReplacements(from other: RootedText) {
    for head in other.heads where head.isReplaced {
      if let place = heads.firstIndex(where: { $0.stamp.dot == head.stamp.dot }) {
        heads[place].isReplaced = true
      }
    }
  }

  /// Takes note of the edits that carry the root elsewhere, and of the root where it was erased
  /// here.
  mutating func takeCarriers(from other: RootedText) {
    for carrier in other.carriers { carriers.insertSorted(carrier, by: \.self) }
    guard let root = rootDot, let node = other.document.history.node(of: root),
      !other.carriers.isEmpty
    else { return }
    let words = Array(other.document.history.scalars(of: Int(node)))
    _ = document.rewrite { $0.rewrite(root, words) }
  }

  /// Erases what edits brought in, and the root when nobody else carries it.
  /// - Returns: Whether there was anything.
  mutating func erase(_ dots: [Dot]) -> Bool {
    let left = carriers.filter { !dots.contains($0) }
    var erased = dots
    if let rootDot, left.isEmpty, !carriers.isEmpty { erased.append(rootDot) }
    let hadCarriers = carriers.count > left.count
    carriers = left
    let hadWords = document.rewrite { history in
      erased.reduce(false) { history.erase($1) || $0 }
    }
    return hadCarriers || hadWords
  }

  /// What each edit brought in that is not erased, the root with each edit that carries it.
  var words: [(dot: Dot, text: String)] {
    let history = document.history
    return (0..<history.count).flatMap { node in
      let scalars = history.scalars(of: node)
      guard scalars.contains(where: { $0 != TextEdit.erased }) else { return [(Dot, String)]() }
      let text = TextScalars.string(scalars)
      let dot = history.dot(of: node)
      return dot == rootDot ? carriers.map { ($0, text) } : [(dot, text)]
    }
  }

  /// What stands for the root among the edits.
  private var rootDot: Dot? { root.map { Dot(replica: $0, sequence: 1) } }

  mutating func settle() {
    document.settle()
  }
}

extension WriteStamp {
  /// The value that a text was before all edits has no time and no author.
  fileprivate init(planted dot: Dot) {
    self.init(dot: dot, timestamp: HybridTimestamp(rawValue: 0), isPerson: false)
  }
}

// rooted-text = [root: bstr .size 16 / null, [* head], text: bstr .cbor text-state,
//   carriers: [* (replica, sequence)]]
// head = (replica, sequence, timestamp, by-person: bool, is-replaced: bool), ascending

extension CBORWriter {
  mutating func rootedText(_ text: RootedText) {
    array(4)
    if let root = text.root { replica(root) } else { null() }
    array(text.heads.count * 5)
    for head in text.heads {
      replica(head.stamp.dot.replica)
      unsigned(head.stamp.dot.sequence)
      unsigned(head.stamp.timestamp.rawValue)
      boolean(head.stamp.isPerson)
      boolean(head.isReplaced)
    }
    byteString(text.document.encoded())
    array(text.carriers.count * 2)
    for carrier in text.carriers {
      replica(carrier.replica)
      unsigned(carrier.sequence)
    }
  }
}

extension CBORReader {
  mutating func rootedText() throws(SyncError) -> RootedText {
    try array(of: 4)
    let root = try nextType() == .bytes ? try replica() : nil
    if root == nil { _ = try null() }
    let count = try array()
    guard count.isMultiple(of: 5) else { throw failure(.outOfRange) }
    var heads: [RootedText.Head] = []
    for _ in 0..<(count / 5) {
      let stamp = WriteStamp(
        dot: Dot(replica: try replica(), sequence: try sequence()),
        timestamp: HybridTimestamp(rawValue: try unsigned()), isPerson: try boolean())
      heads.append(RootedText.Head(stamp: stamp, isReplaced: try boolean()))
    }
    let document = try TextDocument(decoding: byteString(upTo: .max))
    var carriers: [Dot] = []
    let carrierCount = try array()
    guard carrierCount.isMultiple(of: 2) else { throw failure(.outOfRange) }
    for _ in 0..<(carrierCount / 2) {
      carriers.append(Dot(replica: try replica(), sequence: try sequence()))
    }
    return RootedText(root: root, document: document, heads: heads, carriers: carriers)
  }
}
