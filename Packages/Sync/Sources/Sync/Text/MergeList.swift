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
  /// The number of scalars in the version looked at.
  private(set) var length = 0
  /// The pieces of all leaves, each with room for as many as a leaf may have.
  private var leafPieces = [Int32](repeating: 0, count: leafSize)
  /// How many pieces each leaf has, and how many scalars in the version looked at.
  private var leafCounts: [Int32] = [0]
  private var leafWidths: [Int] = [0]
  /// The leaves in their order, and the place of each in it.
  private var order: [Int32] = [0]
  private var ranks: [Int32] = [0]
  private var sums = PrefixSums([0])

  /// The piece after a place; goes on to the next leaf at the end of one.
  func piece(at place: inout Place) -> Int32? {
    while place.rank < order.count {
      let leaf = Int(order[place.rank])
      if place.index < Int(leafCounts[leaf]) {
        return leafPieces[leaf * Self.leafSize + place.index]
      }
      place = Place(rank: place.rank + 1, index: 0)
    }
    return nil
  }

  /// The place of the piece that holds the scalar after `before` others, and how many of these lie
  /// in the piece.
  func find(_ before: Int) -> (place: Place, offset: Int32)? {
    var (rank, left) = (0, before)
    if order.count > 1 {
      let found = sums.firstIndex { $0 > before }
      (rank, left) = (found.index, before - found.before)
    }
    guard rank < order.count else { return nil }
    let leaf = Int(order[rank])
    let start = leaf * Self.leafSize
    for index in 0..<Int(leafCounts[leaf]) {
      let width = pieces[Int(leafPieces[start + index])].width
      if left < width { return (Place(rank: rank, index: index), Int32(left)) }
      left -= width
    }
    return nil
  }

  /// The place of a piece.
  func place(of piece: Int32) -> Place {
    let leaf = Int(pieces[Int(piece)].leaf)
    let start = leaf * Self.leafSize
    var index = 0
    while index < Int(leafCounts[leaf]), leafPieces[start + index] != piece { index += 1 }
    return Place(rank: Int(ranks[leaf]), index: index)
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
    let leaf = Int(order[min(place.rank, order.count - 1)])
    pieces.append(piece)
    pieces[Int(number)].leaf = Int32(leaf)
    let count = Int(leafCounts[leaf])
    let start = leaf * Self.leafSize
    let slot = start + (place.rank < order.count ? place.index : count)
    var end = start + count
    while end > slot {
      leafPieces[end] = leafPieces[end - 1]
      end -= 1
    }
    leafPieces[slot] = number
    leafCounts[leaf] += 1
    widen(leaf, by: piece.width)
    if count + 1 == Self.leafSize { cutLeaf(leaf) }
    return number
  }

  /// Cuts a piece; returns the number of the second part, which stands right after the first.
  @discardableResult
  mutating func cut(_ number: Int32, at offset: Int32) -> Int32 {
    let whole = pieces[Int(number)]
    var place = place(of: number)
    place.index += 1
    var rest = MergePiece(
      length: whole.length - offset, state: whole.state, node: whole.node,
      scalar: whole.scalar + offset, left: MergePosition(piece: number, offset: offset - 1),
      right: MergePiece.none, wasThere: whole.wasThere, isRemoved: whole.isRemoved)
    rest.next = whole.next
    change(number) { $0.length = offset }
    let second = insert(rest, at: place)
    pieces[Int(number)].next = second
    return second
  }

  /// Changes a piece and the sums with it.
  mutating func change(_ number: Int32, _ body: (inout MergePiece) -> Void) {
    let before = pieces[Int(number)].width
    body(&pieces[Int(number)])
    widen(Int(pieces[Int(number)].leaf), by: pieces[Int(number)].width - before)
  }

  private mutating func widen(_ leaf: Int, by difference: Int) {
    if difference == 0 { return }
    length += difference
    leafWidths[leaf] += difference
    if order.count > 1 { sums.add(difference, at: Int(ranks[leaf])) }
  }

  /// Moves the second half of a full leaf to a new one.
  private mutating func cutLeaf(_ leaf: Int) {
    let number = leafCounts.count
    let half = Self.leafSize / 2
    leafPieces.append(contentsOf: repeatElement(0, count: Self.leafSize))
    leafCounts.append(Int32(half))
    leafCounts[leaf] = Int32(half)
    var width = 0
    for index in 0..<half {
      let piece = leafPieces[leaf * Self.leafSize + half + index]
      leafPieces[number * Self.leafSize + index] = piece
      pieces[Int(piece)].leaf = Int32(number)
      width += pieces[Int(piece)].width
    }
    leafWidths.append(width)
    leafWidths[leaf] -= width
    order.insert(Int32(number), at: Int(ranks[leaf]) + 1)
    ranks.append(0)
    for rank in Int(ranks[leaf])..<order.count { ranks[Int(order[rank])] = Int32(rank) }
    sums = PrefixSums(order.map { leafWidths[Int($0)] })
  }
}
