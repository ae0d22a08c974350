extension TextMerge {
  /// Deletes scalars that are there in the current version.
  mutating func delete(_ count: Int, at position: Int) {
    guard let found = list.find(position) else { return }
    var place = found.place
    if found.offset > 0, let piece = list.piece(at: &place) {
      let rest = list.cut(piece, at: found.offset)
      // The second part may have gone to another leaf.
      place = list.place(of: rest)
    }
    var left = count
    while left > 0, let number = list.piece(at: &place) {
      let piece = list.pieces[Int(number)]
      if piece.width > 0 {
        if piece.width > left {
          list.cut(number, at: Int32(left))
          place = list.place(of: number)
        }
        remove(number)
        left -= min(left, piece.width)
      }
      place.index += 1
    }
  }

  private mutating func remove(_ number: Int32) {
    let length = list.pieces[Int(number)].length
    records.append(Record(position: MergePosition(piece: number, offset: 0), count: length))
    if isKnown, list.pieces[Int(number)].wasThere { noteKnownDeletion(Int(length)) }
    let isKnown = isKnown
    list.change(number) { piece in
      piece.state = 2
      piece.isRemoved = true
      if isKnown { piece.wasThere = false }
    }
  }

  /// Inserts scalars in the current version.
  mutating func insert(
    _ count: Int, at position: Int, by patches: TextPatchRun, _ history: TextHistory
  ) {
    var place = MergeList.Place(rank: 0, index: 0)
    var left = MergePosition.start
    if position > 0, let found = list.find(position - 1) {
      place = found.place
      guard let number = list.piece(at: &place) else { return }
      if found.offset + 1 < list.pieces[Int(number)].length {
        list.cut(number, at: found.offset + 1)
        place = list.place(of: number)
      }
      left = MergePosition(piece: number, offset: found.offset)
      place.index += 1
    }
    let right = rightNeighbour(of: place, after: left)
    var next = place
    if let follower = list.piece(at: &next), list.pieces[Int(follower)].state == 0 {
      integrate(&place, left, right, patches.node, history)
    } else if right < 0, extend(left, by: Int32(count), patches, history) {
      return
    }
    let piece = list.insert(
      MergePiece(
        length: Int32(count), node: patches.node, scalar: patches.scalar, left: left, right: right,
        wasThere: isKnown), at: place)
    records.append(Record(position: MergePosition(piece: piece, offset: 0), count: Int32(count)))
  }

  /// The first piece from a place on that the current version knows, if it came in after the same
  /// scalar; otherwise what comes in there ends its own branch of the tree of Fugue.
  private func rightNeighbour(
    of place: MergeList.Place, after left: MergePosition
  ) -> Int32 {
    var next = place
    while let number = list.piece(at: &next) {
      let piece = list.pieces[Int(number)]
      if piece.state > 0 {
        return list.resolve(piece.left) == list.resolve(left) ? number : MergePiece.none
      }
      next.index += 1
    }
    return MergePiece.none
  }

  /// Lets a piece grow instead of beginning one, when somebody types on where they were.
  private mutating func extend(
    _ left: MergePosition, by count: Int32, _ patches: TextPatchRun, _ history: TextHistory
  ) -> Bool {
    guard left.piece >= 0 else { return false }
    let piece = list.pieces[Int(left.piece)]
    guard piece.scalar + piece.length == patches.scalar, piece.node >= 0, piece.next < 0,
      left.offset == piece.length - 1, !piece.isRemoved, piece.wasThere == isKnown
    else { return false }
    let author = Int(history.runs[history.run(of: Int(patches.node))].author)
    guard Int(history.runs[history.run(of: Int(piece.node))].author) == author,
      history.authors[author].isLinear
    else { return false }
    list.change(left.piece) { $0.length += count }
    records.append(
      Record(position: MergePosition(piece: left.piece, offset: piece.length), count: count))
    return true
  }
}
