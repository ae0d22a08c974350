// vector = { * replica => sequence: uint }; replica = bstr .size 16

extension CBORWriter {
  mutating func vector(_ vector: VersionVector) {
    map(vector.dots.count)
    for dot in vector.dots {
      replica(dot.replica)
      unsigned(dot.sequence)
    }
  }

  /// Writes dots as an array of replicas and sequences in turn.
  mutating func dots(_ dots: [Dot]) {
    array(dots.count * 2)
    for dot in dots {
      replica(dot.replica)
      unsigned(dot.sequence)
    }
  }
}

extension CBORReader {
  mutating func vector() throws(SyncError) -> VersionVector {
    var dots: [Dot] = []
    for _ in 0..<(try map(upTo: SyncLimits.replicas)) {
      let replica = try replica()
      if let last = dots.last?.replica, last >= replica {
        throw failure(last == replica ? .duplicateKey : .unorderedKeys)
      }
      let sequence = try sequence()
      guard sequence > 0 else { throw failure(.outOfRange) }
      dots.append(Dot(replica: replica, sequence: sequence))
    }
    return VersionVector(ascending: dots)
  }

  /// A number of a change; half the range, so that every store can hold it.
  mutating func sequence() throws(SyncError) -> UInt64 {
    try unsigned(upTo: UInt64(Int64.max))
  }

  /// Reads dots in ascending order, one at least unless they may be none.
  mutating func dots(canBeEmpty: Bool = false) throws(SyncError) -> [Dot] {
    let count = try array()
    guard count > 0 || canBeEmpty, count.isMultiple(of: 2) else { throw failure(.outOfRange) }
    var dots: [Dot] = []
    for _ in 0..<(count / 2) {
      let dot = Dot(replica: try replica(), sequence: try sequence())
      if let last = dots.last, last >= dot { throw failure(.unordered) }
      dots.append(dot)
    }
    return dots
  }
}
