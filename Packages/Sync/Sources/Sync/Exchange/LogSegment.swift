/// A run of one replica's changes, signed at its end; nothing of it is believed before it is
/// verified.
public struct LogSegment: Hashable, Sendable {
  /// Whose changes they are said to be.
  public let replica: ReplicaID
  /// The number of the first.
  public let firstSequence: UInt64
  /// The changes in their order, without gaps.
  public let changes: [SealedChange]
  /// The replica's signature of its history up to the last change.
  public let signature: [UInt8]

  /// Creates a segment.
  public init(
    replica: ReplicaID, firstSequence: UInt64, changes: [SealedChange], signature: [UInt8]
  ) {
    self.replica = replica
    self.firstSequence = firstSequence
    self.changes = changes
    self.signature = signature
  }
}

extension LogSegment {
  /// The number of its last change.
  public var lastSequence: UInt64 { firstSequence + UInt64(changes.count) - 1 }

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

  /// Whether its first change says that it follows the one with this hash.
  public func follows(_ hash: ChangeHash) -> Bool {
    guard let first = changes.first, let header = try? ChangeHeader(decoding: first.header) else {
      return false
    }
    return header.previous == hash
  }
}

// segment = [replica, first-sequence: uint, [+ sealed-change], signature: bstr .size 64]

extension CBORWriter {
  mutating func segment(_ segment: LogSegment) {
    array(4)
    replica(segment.replica)
    unsigned(segment.firstSequence)
    array(segment.changes.count)
    for change in segment.changes { sealedChange(change) }
    byteString(segment.signature)
  }
}

extension CBORReader {
  mutating func segment() throws(SyncError) -> LogSegment {
    try array(of: 4)
    let replica = try replica()
    let firstSequence = try sequence()
    let count = try array()
    guard firstSequence > 0, count > 0 else { throw failure(.empty) }
    var changes: [SealedChange] = []
    changes.reserveCapacity(min(count, 4096))
    for _ in 0..<count { changes.append(try sealedChange()) }
    return LogSegment(
      replica: replica, firstSequence: firstSequence, changes: changes,
      signature: try byteString(of: 64))
  }
}
