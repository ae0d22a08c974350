/// The merge of edits that had not all seen each other, as in Eg-walker (Gentle and Kleppmann,
/// *Collaborative Text Editing with Eg-walker*, 2025).
///
/// The pieces of the text are taken back and forth (retreat, advance) to the version that each
/// stretch of edits was made in, and what the edits do is done to them there (apply). In the end
/// the pieces that nobody deleted are the text.
struct TextMerge {
  /// Stands for the length of a text that is not known yet.
  private static let unknownLength = Int32.max / 2

  /// A run of scalars that an edit brought or took.
  struct Record {
    var position: MergePosition
    let count: Int32
  }

  var list = MergeList()
  var records: [Record] = []
  /// Where the records of each stretch lie.
  private var recordRanges: [Range<Int32>]
  private var current: [Int32] = []
  private var difference = TextVersionDifference()
  /// Whether the edits being applied are in the text already.
  private(set) var isKnown: Bool
  /// By how many scalars the known edits made the text longer.
  private var knownGrowth = 0
  /// Patches that reached beyond the end of their text.
  private(set) var cuts: [TextCut] = []

  /// Begins with a text that all edits of the merge have seen.
  /// - Parameter length: Its length; `nil` when the text has some of the edits already.
  init(length: Int?, stretches count: Int) {
    isKnown = length == nil
    recordRanges = [Range<Int32>](repeating: 0..<0, count: count)
    list.insert(
      MergePiece(
        length: length.map(Int32.init) ?? Self.unknownLength, node: -1, scalar: 0, left: .start,
        right: MergePiece.none, wasThere: true),
      at: MergeList.Place(rank: 0, index: 0))
  }

  /// Says how many scalars the text has with all edits so far; those that follow are new.
  mutating func endKnown(length: Int) {
    isKnown = false
    var last: Int32 = 0
    while list.pieces[Int(last)].next >= 0 { last = list.pieces[Int(last)].next }
    let excess = Int(Self.unknownLength) - (length - knownGrowth)
    list.change(last) { $0.length -= Int32(clamping: max(0, min(excess, Int($0.length)))) }
  }

  /// Goes to the version in which a stretch was made.
  mutating func move(to stretch: Int, of stretches: TextStretches) {
    let parents = stretches.parents(of: stretch)
    if parents.elementsEqual(current) { return }
    difference.find(current, parents, in: stretches)
    for other in difference.onlyFirst { toggle(Int(other), by: -1) }
    for other in difference.onlySecond.reversed() { toggle(Int(other), by: 1) }
    current.removeAll(keepingCapacity: true)
    current.append(contentsOf: parents)
  }

  /// Applies the edits of a stretch in the version that was gone to.
  mutating func apply(_ stretch: Int, of stretches: TextStretches, _ history: TextHistory) {
    let begin = Int32(records.count)
    let run = Int(stretches.stretches[stretch].run)
    let nodes = stretches.stretches[stretch].nodes
    for place in history.patchRange(of: nodes, inRun: run) {
      let patches = history.patchRuns[place].part(in: nodes)
      let whole = patches.whole
      if whole.fits(list.length) {
        apply(whole, patches, history)
      } else {
        applySingly(patches, at: place, history)
      }
    }
    recordRanges[stretch] = begin..<Int32(records.count)
    current.removeAll(keepingCapacity: true)
    current.append(Int32(stretch))
  }

  private mutating func apply(
    _ patch: TextPatch, _ patches: TextPatchRun, _ history: TextHistory
  ) {
    if patch.deleted > 0 { delete(patch.deleted, at: patch.position) }
    if patch.inserted > 0 {
      insert(patch.inserted, at: patch.position, by: patches, history)
      if isKnown { knownGrowth += patch.inserted }
    }
  }

  private mutating func applySingly(
    _ patches: TextPatchRun, at place: Int, _ history: TextHistory
  ) {
    let before = Int(patches.node - history.patchRuns[place].node)
    for index in 0..<Int(patches.count) {
      let single = patches.dropFirst(index).prefix(1)
      let patch = single.whole.clamped(to: list.length)
      if patch != single.whole {
        cuts.append(TextCut(patchRun: place, index: before + index, patch: patch))
      }
      apply(patch, single, history)
    }
  }

  private mutating func toggle(_ stretch: Int, by step: Int32) {
    for place in recordRanges[stretch] {
      var record = records[Int(place)]
      record.position = list.resolve(record.position)
      if record.position.offset > 0 {
        let rest = list.cut(record.position.piece, at: record.position.offset)
        record.position = MergePosition(piece: rest, offset: 0)
      }
      records[Int(place)] = record
      var left = record.count
      var piece = record.position.piece
      while left > 0, piece >= 0 {
        if list.pieces[Int(piece)].length > left { list.cut(piece, at: left) }
        list.change(piece) { $0.state += step }
        left -= list.pieces[Int(piece)].length
        piece = list.pieces[Int(piece)].next
      }
    }
  }

  mutating func noteKnownDeletion(_ count: Int) {
    if isKnown { knownGrowth -= count }
  }

  /// Makes the text what the pieces say.
  func rewrite(_ text: inout TextRope, with content: [Unicode.Scalar]) {
    var place = MergeList.Place(rank: 0, index: 0)
    var position = 0
    var gone = 0
    while let number = list.piece(at: &place) {
      let piece = list.pieces[Int(number)]
      let length = Int(piece.length)
      place.index += 1
      switch (piece.wasThere, piece.isRemoved) {
      case (true, true): gone += length
      case (false, true): break
      case (true, false):
        if gone > 0 { text.replace(position, gone, with: []) }
        gone = 0
        position += length
      case (false, false):
        let start = Int(piece.scalar)
        text.replace(position, gone, with: content[start..<start + length])
        gone = 0
        position += length
      }
    }
    if gone > 0 { text.replace(position, gone, with: []) }
  }
}
