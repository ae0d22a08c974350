/// The pieces of a text under merge in their order, found by what stands before them.
///
/// Pieces keep their number for good. They lie in short leaves; sums over the leaves lead to a
/// position in logarithmic time.
struct MergeList {
  /// A place between two pieces: before the one at `index` of the leaf at `rank`.
  struct Place {
    var rank: Int
    var index: Int
  }

  private static let leafSize = 64

  private(set) var pieces: [MergePiece] = []
  /// The pieces of each leaf, by the leaf's number, and the leaves in their order.
  private var leaves: [[Int32]] = [[]]
  private var order: [Int32] = [0]
  private var ranks: [Int32] = [0]
  private var sums = PrefixSums<MergeWidths>([.zero])

  /// Everything before a place.
  func widths(before place: Place) -> MergeWidths {
    var widths = sums.sum(before: place.rank)
    for piece in leaves[Int(order[place.rank])][..<place.index] {
      widths += pieces[Int(piece)].widths
    }
    return widths
  }

  /// The width of all that is there in the version looked at, and in the final text.
  var total: MergeWidths { sums.sum(before: order.count) }

  /// The piece after a place; goes on to the next leaf at the end of one.
  func piece(at place: inout Place) -> Int32? {
    while place.rank < order.count {
      let leaf = leaves[Int(order[place.rank])]
      if place.index < leaf.count { return leaf[place.index] }
      place = Place(rank: place.rank + 1, index: 0)
    }
    return nil
  }

  /// The place of the piece that holds the current scalar after `before` others, and what stands
  /// before the piece.
  func find(_ before: Int) -> (place: Place, widths: MergeWidths)? {
    let (rank, sum) = sums.firstIndex { $0.current > before }
    guard rank < order.count else { return nil }
    var widths = sum
    let leaf = leaves[Int(order[rank])]
    for index in leaf.indices {
      let next = widths + pieces[Int(leaf[index])].widths
      if next.current > before { return (Place(rank: rank, index: index), widths) }
      widths = next
    }
    return nil
  }

  /// The place of a piece.
  func place(of piece: Int32) -> Place {
    let leaf = pieces[Int(piece)].leaf
    let index = leaves[Int(leaf)].firstIndex(of: piece) ?? 0
    return Place(rank: Int(ranks[Int(leaf)]), index: index)
  }

  /// Where a scalar lies by now, after all the cuts since.
  func resolve(_ position: MergePosition) -> MergePosition {
    var found = position
    while found.piece >= 0 {
      let piece = pieces[Int(found.piece)]
      if found.offset < piece.length || piece.next < 0 { break }
      found = MergePosition(piece: piece.next, offset: found.offset - piece.length)
    }
    return found
  }
}

extension MergeList {
  /// Puts a new piece at a place; returns its number.
  @discardableResult
  mutating func insert(_ piece: MergePiece, at place: Place) -> Int32 {
    let number = Int32(pieces.count)
    let leaf = order[min(place.rank, order.count - 1)]
    pieces.append(piece)
    pieces[Int(number)].leaf = leaf
    let index = place.rank < order.count ? place.index : leaves[Int(leaf)].count
    leaves[Int(leaf)].insert(number, at: index)
    if leaves[Int(leaf)].count > Self.leafSize {
      cutLeaf(leaf)
    } else {
      sums.add(piece.widths, at: Int(ranks[Int(leaf)]))
    }
    return number
  }

  /// Cuts a piece; returns the number of the second part, which stands right after the first.
  @discardableResult
  mutating func cut(_ number: Int32, at offset: Int32) -> Int32 {
    let whole = pieces[Int(number)]
    var place = place(of: number)
    place.index += 1
    var rest = MergePiece(
      length: whole.length - offset, state: whole.state, isRemoved: whole.isRemoved,
      node: whole.node, left: MergePosition(piece: number, offset: offset - 1),
      right: MergePiece.none)
    rest.next = whole.next
    change(number) { $0.length = offset }
    let second = insert(rest, at: place)
    pieces[Int(number)].next = second
    return second
  }

  /// Changes a piece and the sums with it.
  mutating func change(_ number: Int32, _ body: (inout MergePiece) -> Void) {
    let before = pieces[Int(number)].widths
    body(&pieces[Int(number)])
    let difference = pieces[Int(number)].widths - before
    if difference != .zero {
      sums.add(difference, at: Int(ranks[Int(pieces[Int(number)].leaf)]))
    }
  }

  private mutating func cutLeaf(_ leaf: Int32) {
    let number = Int32(leaves.count)
    let half = leaves[Int(leaf)].count / 2
    leaves.append(Array(leaves[Int(leaf)][half...]))
    leaves[Int(leaf)].removeLast(leaves[Int(leaf)].count - half)
    for piece in leaves[Int(number)] { pieces[Int(piece)].leaf = number }
    order.insert(number, at: Int(ranks[Int(leaf)]) + 1)
    ranks.append(0)
    for (rank, leaf) in order.enumerated() { ranks[Int(leaf)] = Int32(rank) }
    sums = PrefixSums(
      order.map { leaf in
        leaves[Int(leaf)].reduce(MergeWidths.zero) { $0 + pieces[Int($1)].widths }
      })
  }
}
