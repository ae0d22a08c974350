/// A run of one replica's changes, signed at its end; nothing of it is believed before it is
/// verified.
public struct LogSegment: Hashable, Sendable {
  /// Whose changes they are said to be.
  public let replica: ReplicaID
  /// The number of the first.
  public let firstSequence: UInt64
  /// The hash of the change before the first; none when that is the replica's first of all.
  public let previous: ChangeHash?
  /// The changes in their order, without gaps.
  public let changes: [SealedChange]
  /// The replica's signature of its history up to the last change.
  public let signature: [UInt8]

  /// Creates a segment.
  public init(
    replica: ReplicaID, firstSequence: UInt64, previous: ChangeHash? = nil, changes: [SealedChange],
    signature: [UInt8]
  ) {
    self.replica = replica
    self.firstSequence = firstSequence
    self.previous = previous
    self.changes = changes
    self.signature = signature
  }
}

extension LogSegment {
  /// The number of its last change.
  public var lastSequence: UInt64 { firstSequence + UInt64(changes.count) - 1 }

  /// What the change at a place among its changes is known by.
  public func dot(at place: Int) -> Dot {
    Dot(replica: replica, sequence: firstSequence + UInt64(place))
  }

  /// The hash of each change, as it follows from the one before; linear in the size.
  /// - Throws: `E_TOO_BIG`, `E_BATCH_FORMAT`.
  public func hashes() throws(SyncError) -> [ChangeHash] {
    var hashes: [ChangeHash] = []
    hashes.reserveCapacity(changes.count)
    for (place, change) in changes.enumerated() {
      hashes.append(
        try ChangeHash(of: change, at: dot(at: place), after: hashes.last ?? previous))
    }
    return hashes
  }

  /// The bytes of the segment alone, as they are kept while it waits.
  public func encoded() -> [UInt8] {
    var writer = CBORWriter(reserving: changes.reduce(128) { $0 + $1.encodedSize })
    writer.segment(self)
    return writer.take()
  }

  /// Reads the bytes that ``encoded()`` wrote; says nothing about hashes and signatures.
  public init(decoding bytes: [UInt8]) throws(SyncError) {
    var reader = CBORReader(bytes, of: "segment")
    self = try reader.segment()
    try reader.finish()
  }

  /// Whether it says that it follows the change with this hash.
  public func follows(_ hash: ChangeHash) -> Bool { previous == hash }
}

// segment = [replica, first-sequence: uint, previous: bstr .size 32 / null, [+ sealed-change],
//   signature: bstr .size 64]

extension CBORWriter {
  mutating func segment(_ segment: LogSegment) {
    array(5)
    replica(segment.replica)
    unsigned(segment.firstSequence)
    if let previous = segment.previous { byteString(previous.bytes) } else { null() }
    array(segment.changes.count)
    for change in segment.changes { sealedChange(change) }
    byteString(segment.signature)
  }
}

extension CBORReader {
  mutating func segment() throws(SyncError) -> LogSegment {
    try array(of: 5)
    let replica = try replica()
    let firstSequence = try sequence()
    let previous = try null() ? nil : ChangeHash(bytes: try byteString(of: 32))
    let count = try array()
    guard firstSequence > 0, count > 0 else { throw failure(.empty) }
    var changes: [SealedChange] = []
    changes.reserveCapacity(min(count, 4096))
    for _ in 0..<count { changes.append(try sealedChange()) }
    return LogSegment(
      replica: replica, firstSequence: firstSequence, previous: previous, changes: changes,
      signature: try byteString(of: 64))
  }
}
