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

  init(root: ReplicaID?, document: TextDocument = TextDocument(), heads: [Head] = []) {
    self.root = root
    self.document = document
    self.heads = heads
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

// rooted-text = [root: bstr .size 16 / null, [* head], text: bstr .cbor text-state]
// head = (replica, sequence, timestamp, by-person: bool, is-replaced: bool), ascending

extension CBORWriter {
  mutating func rootedText(_ text: RootedText) {
    array(3)
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
  }
}

extension CBORReader {
  mutating func rootedText() throws(SyncError) -> RootedText {
    try array(of: 3)
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
    return RootedText(
      root: root, document: try TextDocument(decoding: byteString(upTo: .max)), heads: heads)
  }
}
