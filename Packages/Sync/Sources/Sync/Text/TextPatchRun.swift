/// Patches that follow each other one scalar at a time, or one patch of any size.
struct TextPatchRun: Sendable {
  enum Kind: UInt8 {
    /// Each puts one scalar in after that of the one before.
    case typing
    /// Each takes out the scalar at one place.
    case deletingForwards
    /// Each takes out the scalar before that of the one before.
    case deletingBackwards
    /// One patch of any size.
    case single
  }

  /// The edit of the first patch.
  private(set) var node: Int32
  /// The position of the first patch.
  private(set) var position: Int32
  /// How many patches there are.
  private(set) var count: Int32 = 1
  private let deleted: Int32
  private let inserted: Int32
  /// Where the scalars that come in begin in the content.
  private(set) var scalar: Int32
  private(set) var kind: Kind
  /// Whether each patch is an edit of its own, one after the other; otherwise all are one edit's.
  private(set) var isSpread = false

  init(_ patch: TextPatch, node: Int, scalar: Int) {
    self.node = Int32(node)
    position = Int32(patch.position)
    deleted = Int32(patch.deleted)
    inserted = Int32(patch.inserted)
    self.scalar = Int32(scalar)
    kind =
      switch (patch.deleted, patch.inserted) {
      case (0, 1): .typing
      case (1, 0): .deletingForwards
      default: .single
      }
  }

  /// Patches of one scalar each; the positions of all must be there.
  init(_ kind: Kind, position: Int, count: Int) {
    (node, scalar) = (0, 0)
    self.position = Int32(position)
    self.count = Int32(count)
    (deleted, inserted) = kind == .typing ? (0, 1) : (1, 0)
    self.kind = kind
  }

  /// All patches as one.
  var whole: TextPatch {
    switch kind {
    case .typing:
      TextPatch(position: Int(position), deleted: 0, inserted: Int(count))
    case .deletingForwards:
      TextPatch(position: Int(position), deleted: Int(count), inserted: 0)
    case .deletingBackwards:
      TextPatch(position: Int(position - count + 1), deleted: Int(count), inserted: 0)
    case .single:
      TextPatch(position: Int(position), deleted: Int(deleted), inserted: Int(inserted))
    }
  }

  /// How many scalars come in.
  var insertedCount: Int { Int(inserted) * Int(count) }

  /// Where the cursor of whoever makes the patches stands after the last.
  var endPosition: Int {
    switch kind {
    case .typing: Int(position) + Int(count)
    case .deletingForwards: Int(position)
    case .deletingBackwards: Int(position) - Int(count) + 1
    case .single: Int(position) + Int(inserted)
    }
  }

  /// One of the patches.
  func patch(at index: Int) -> TextPatch {
    TextPatch(position: position(at: Int32(index)), deleted: Int(deleted), inserted: Int(inserted))
  }

  /// The edit after that of the last patch.
  var endNode: Int32 { isSpread ? node + count : node + 1 }

  private func position(at index: Int32) -> Int {
    switch kind {
    case .typing: Int(position + index)
    case .deletingForwards, .single: Int(position)
    case .deletingBackwards: Int(position - index)
    }
  }
}

extension TextPatchRun {
  /// The patches from one on.
  func dropFirst(_ index: Int) -> TextPatchRun {
    var rest = self
    rest.position = Int32(position(at: Int32(index)))
    rest.scalar += inserted * Int32(index)
    rest.count -= Int32(index)
    if isSpread { rest.node += Int32(index) }
    rest.normalize()
    return rest
  }

  /// The first patches.
  func prefix(_ count: Int) -> TextPatchRun {
    var first = self
    first.count = min(first.count, Int32(count))
    first.normalize()
    return first
  }

  /// One patch has no direction yet.
  private mutating func normalize() {
    guard count == 1 else { return }
    isSpread = false
    if kind == .deletingBackwards { kind = .deletingForwards }
  }

  /// The patches of some edits, of which some are among its own.
  func part(in nodes: Range<Int>) -> TextPatchRun {
    if !isSpread || (Int(node) >= nodes.lowerBound && Int(endNode) <= nodes.upperBound) {
      return self
    }
    let start = max(0, nodes.lowerBound - Int(node))
    return dropFirst(start).prefix(nodes.upperBound - Int(node) - start)
  }

  /// The same patches as those of edits from `node` on, with scalars from `scalar` on.
  func placed(at node: Int, isSpread: Bool, scalar: Int) -> TextPatchRun {
    var placed = self
    (placed.node, placed.scalar) = (Int32(node), Int32(scalar))
    placed.isSpread = isSpread && count > 1
    return placed
  }

  /// The kind of a run that goes on with the first patch of another; `nil` when it does not.
  private func kind(goingOnWith next: TextPatchRun) -> Kind? {
    switch (kind, next.kind) {
    case (.typing, .typing):
      return Int(next.position) == endPosition ? .typing : nil
    case (.deletingForwards, .deletingForwards), (.deletingForwards, .deletingBackwards),
      (.deletingBackwards, .deletingForwards), (.deletingBackwards, .deletingBackwards):
      if kind == .deletingForwards, next.position == position { return .deletingForwards }
      let isBackwards = kind == .deletingBackwards || count == 1
      return isBackwards && Int(next.position) == endPosition - 1 ? .deletingBackwards : nil
    default: return nil
    }
  }

  /// Goes on with as many patches of another run as follow; returns how many. The same however
  /// the patches were cut into runs before.
  mutating func join(_ next: TextPatchRun) -> Int {
    guard let kind = kind(goingOnWith: next) else { return 0 }
    let taken = next.count == 1 || next.kind == kind ? next.count : 1
    self.kind = kind
    count += taken
    return Int(taken)
  }

  /// Goes on with one patch, of the same edit or of the next; returns whether it follows.
  mutating func join(patch next: TextPatchRun) -> Bool {
    let isNextEdit = next.node == endNode && (isSpread || count == 1)
    let isSameEdit = next.node == node && !isSpread
    guard isNextEdit || isSameEdit, let kind = kind(goingOnWith: next) else { return false }
    self.kind = kind
    count += 1
    isSpread = isNextEdit
    return true
  }
}
