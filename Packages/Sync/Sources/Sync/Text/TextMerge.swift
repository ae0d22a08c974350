/// The merge of edits that had not all seen each other, as in Eg-walker (Gentle and Kleppmann,
/// *Collaborative Text Editing with Eg-walker*, 2025).
///
/// The pieces of the text are taken back and forth to the version that each edit was made in; what
/// the edit does there is said again of the final text.
struct TextMerge {
  /// Stands for the length of a text that is not known yet.
  static let unknownLength = Int32.max / 2

  /// A run of scalars that an edit brought or took.
  private struct Record {
    var position: MergePosition
    let count: Int32
  }

  private(set) var list = MergeList()
  private var records: [Record] = []
  /// Where the records of each edit lie, by its number less `first`.
  private var recordRanges: [Range<Int32>]
  private let first: Int
  private var current: [Int32]
  private var difference = TextVersionDifference()

  /// Begins with a text that all edits of the merge have seen.
  /// - Parameter range: The edits of the merge.
  init(length: Int32, base: [Int32], range: Range<Int>) {
    first = range.lowerBound
    recordRanges = [Range<Int32>](repeating: 0..<0, count: range.count)
    current = base
    list.insert(
      MergePiece(length: length, node: -1, left: .start, right: MergePiece.none),
      at: MergeList.Place(rank: 0, index: 0))
  }

  /// Says how long the text was before the merge, once the final text is known to have `count`
  /// scalars.
  mutating func setFinalLength(_ count: Int) {
    var excess = list.total.final - count
    var last: Int32 = 0
    while list.pieces[Int(last)].next >= 0 { last = list.pieces[Int(last)].next }
    excess = min(excess, Int(list.pieces[Int(last)].length))
    list.change(last) { $0.length -= Int32(max(0, excess)) }
  }

  /// Goes to the version in which an edit was made.
  mutating func move(to parents: ArraySlice<Int32>, in history: TextHistory) {
    if parents.elementsEqual(current) { return }
    difference.find(current, parents, in: history)
    for node in difference.onlyFirst where node >= first { toggle(node, by: -1) }
    for node in difference.onlySecond.reversed() where node >= first { toggle(node, by: 1) }
    current.removeAll(keepingCapacity: true)
    current.append(contentsOf: parents)
  }

  /// Applies an edit in the version that was gone to, and tells what it does to the final text.
  mutating func apply(
    _ node: Int, of history: inout TextHistory, isKnown: Bool, to text: inout TextRope
  ) {
    let begin = Int32(records.count)
    var scalar = history.nodes[node].firstScalar
    for place in history.patchRange(of: node) {
      let length = list.total.current
      let patch = history.clampPatch(at: place, to: length)
      if patch.deleted > 0 {
        delete(patch.deleted, at: patch.position) { position, count in
          if !isKnown { text.replace(position, count, with: []) }
        }
      }
      if patch.inserted > 0 {
        let position = insert(patch.inserted, at: patch.position, by: Int32(node), history)
        let end = scalar + patch.inserted
        if !isKnown { text.replace(position, 0, with: history.content[scalar..<end]) }
        scalar = end
      }
    }
    recordRanges[node - first] = begin..<Int32(records.count)
    current.removeAll(keepingCapacity: true)
    current.append(Int32(node))
  }

  private mutating func toggle(_ node: Int32, by step: Int32) {
    for place in recordRanges[Int(node) - first] {
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
}

extension TextMerge {
  /// Deletes scalars that are there in the current version, and tells which of them go from the
  /// final text.
  private mutating func delete(
    _ count: Int, at position: Int, _ report: (_ position: Int, _ count: Int) -> Void
  ) {
    guard var (place, widths) = list.find(position) else { return }
    var left = count
    let offset = position - widths.current
    if offset > 0, let piece = list.piece(at: &place) {
      list.cut(piece, at: Int32(offset))
      widths.final += list.pieces[Int(piece)].widths.final
      // The second part may have gone to another leaf.
      place = list.place(of: list.pieces[Int(piece)].next)
    }
    var gone = 0
    while left > 0, let piece = list.piece(at: &place) {
      if list.pieces[Int(piece)].state == 1, list.pieces[Int(piece)].length > 0 {
        if Int(list.pieces[Int(piece)].length) > left {
          list.cut(piece, at: Int32(left))
          place = list.place(of: piece)
        }
        let length = list.pieces[Int(piece)].length
        left -= Int(length)
        records.append(
          Record(position: MergePosition(piece: piece, offset: 0), count: length))
        if !list.pieces[Int(piece)].isRemoved { gone += Int(length) }
        list.change(piece) { ($0.state, $0.isRemoved) = (2, true) }
      } else {
        let width = list.pieces[Int(piece)].widths.final
        if width > 0, gone > 0 {
          report(widths.final, gone)
          gone = 0
        }
        widths.final += width
      }
      place.index += 1
    }
    if gone > 0 { report(widths.final, gone) }
  }

  /// Inserts scalars in the current version; returns their position in the final text.
  private mutating func insert(
    _ count: Int, at position: Int, by node: Int32, _ history: TextHistory
  ) -> Int {
    var place = MergeList.Place(rank: 0, index: 0)
    var final = 0
    var left = MergePosition.start
    if position > 0, let found = list.find(position - 1) {
      place = found.place
      final = found.widths.final
      guard let piece = list.piece(at: &place) else { return final }
      let offset = Int32(position - found.widths.current)
      if offset < list.pieces[Int(piece)].length {
        list.cut(piece, at: offset)
        place = list.place(of: piece)
      }
      final += list.pieces[Int(piece)].widths.final
      left = MergePosition(piece: piece, offset: offset - 1)
      place.index += 1
    }
    let right = rightNeighbour(of: place, after: left)
    var next = place
    let follower = list.piece(at: &next)
    if let follower, list.pieces[Int(follower)].state == 0 {
      integrate(&place, &final, left, right, node, history)
    } else if right < 0, extend(left, by: Int32(count), node, history) {
      return final
    }
    let piece = list.insert(
      MergePiece(length: Int32(count), node: node, left: left, right: right), at: place)
    records.append(Record(position: MergePosition(piece: piece, offset: 0), count: Int32(count)))
    return final
  }

  /// The first piece from a place on that the current version knows, if it came in after the same
  /// scalar; otherwise what comes in there ends its own branch of the tree of Fugue.
  private func rightNeighbour(of place: MergeList.Place, after left: MergePosition) -> Int32 {
    var next = place
    while let number = list.piece(at: &next) {
      let piece = list.pieces[Int(number)]
      if piece.state > 0 { return compare(piece.left, left) == 0 ? number : MergePiece.none }
      next.index += 1
    }
    return MergePiece.none
  }

  /// Lets a piece grow instead of beginning one, when somebody types on where they were.
  private mutating func extend(
    _ left: MergePosition, by count: Int32, _ node: Int32, _ history: TextHistory
  ) -> Bool {
    guard left.piece >= 0 else { return false }
    let piece = list.pieces[Int(left.piece)]
    guard piece.node >= 0, piece.next < 0, left.offset == piece.length - 1, !piece.isRemoved,
      history.nodes[Int(piece.node)].author == history.nodes[Int(node)].author,
      history.authors[Int(history.nodes[Int(node)].author)].isLinear
    else { return false }
    list.change(left.piece) { $0.length += count }
    records.append(
      Record(
        position: MergePosition(piece: left.piece, offset: piece.length), count: count))
    return true
  }
}
