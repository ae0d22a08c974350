import Domain

/// Joining two states, each with all that its side has: what one side has and the other once had is
/// gone, what the other never heard of stays (Almeida, Shoker and Baquero, *Delta state replicated
/// data types*, 2018).
extension RecordState {
  /// Takes over what another state of the record knows, so that this one is as if all changes of
  /// both had been applied to it; linear in both.
  ///
  /// `mine` is everything that was applied before this state was taken, `theirs` the same for the
  /// other. Both are closed: with a change they hold all that it has seen.
  public mutating func join(
    _ other: RecordState, having mine: VersionVector, with theirs: VersionVector
  ) {
    let sides = JoinedSides(mine: mine, theirs: theirs)
    kind = min(kind, other.kind)
    existence.join(other.existence, sides)
    for field in Set(registers.keys).union(other.registers.keys) {
      let siblings = sides.joined(
        Array(registers[field]?.siblings ?? []),
        Array(other.registers[field]?.siblings ?? []), by: \.dot)
      registers[field] = siblings.isEmpty ? nil : Register(siblings: siblings)
    }
    for field in Set(sets.keys).union(other.sets.keys) {
      let elements = sides.joined(
        sets[field]?.elements ?? [], other.sets[field]?.elements ?? [])
      sets[field] = elements.isEmpty ? nil : AddWinsSet(elements: elements)
    }
    for field in Set(texts.keys).union(other.texts.keys) {
      texts[field] = RootedText.joined(texts[field] ?? [], other.texts[field] ?? [])
    }
  }

  /// Whether the state names nothing but what somebody who has `vector` has applied.
  public func isWithin(_ vector: VersionVector) -> Bool {
    let vectors = [
      existence.writes, existence.personWrites, existence.covered, existence.machineCovered,
    ]
    let stamps = registers.values.flatMap(\.siblings).map(\.dot) + existence.standing.map(\.dot)
    let insertions = sets.values.flatMap(\.elements).flatMap { $0.dots + $0.rejections }
    return vectors.allSatisfy(vector.dominates) && stamps.allSatisfy(vector.contains)
      && insertions.allSatisfy(vector.contains)
      && texts.values.joined().allSatisfy { $0.isWithin(vector) }
  }
}

/// What the two sides of a join have.
private struct JoinedSides {
  let mine: VersionVector
  let theirs: VersionVector

  /// Of what both have, what either has not heard of and what neither has lost; sorted as both are.
  func joined<Element>(
    _ left: [Element], _ right: [Element], by dot: (Element) -> Dot
  ) -> [Element] {
    var joined: [Element] = []
    joined.reserveCapacity(max(left.count, right.count))
    var (here, there) = (0, 0)
    while here < left.count || there < right.count {
      let (mine, theirs) = (
        here < left.count ? dot(left[here]) : nil, there < right.count ? dot(right[there]) : nil
      )
      if let mine, theirs.map({ mine < $0 }) ?? true {
        if !self.theirs.contains(mine) { joined.append(left[here]) }
        here += 1
      } else if let theirs, mine.map({ theirs < $0 }) ?? true {
        if !self.mine.contains(theirs) { joined.append(right[there]) }
        there += 1
      } else {
        joined.append(left[here])
        (here, there) = (here + 1, there + 1)
      }
    }
    return joined
  }

  func joined(
    _ left: [AddWinsSet.Element], _ right: [AddWinsSet.Element]
  ) -> [AddWinsSet.Element] {
    var joined: [AddWinsSet.Element] = []
    var (here, there) = (left[...], right[...])
    while let value = [here.first?.value, there.first?.value].compactMap(\.self).min() {
      var element = AddWinsSet.Element(value: value)
      let (mine, theirs) = (
        here.first.flatMap { $0.value.hasSameBytes(as: value) ? $0 : nil },
        there.first.flatMap { $0.value.hasSameBytes(as: value) ? $0 : nil }
      )
      if mine != nil { here.removeFirst() }
      if theirs != nil { there.removeFirst() }
      element.insertions = ShortList(
        self.joined(
          Array(mine?.insertions ?? []), Array(theirs?.insertions ?? []), by: \.dot))
      element.rejections = self.joined(
        mine?.rejections ?? [], theirs?.rejections ?? [], by: \.self)
      if !element.insertions.isEmpty || !element.rejections.isEmpty { joined.append(element) }
    }
    return joined
  }
}

extension Existence {
  fileprivate mutating func join(_ other: Existence, _ sides: JoinedSides) {
    writes.formUnion(other.writes)
    personWrites.formUnion(other.personWrites)
    covered.formUnion(other.covered)
    machineCovered.formUnion(other.machineCovered)
    standing = sides.joined(standing, other.standing, by: \.dot)
  }
}
