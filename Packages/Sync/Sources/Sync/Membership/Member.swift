/// What is known of one replica as a member of those who write one record together.
public struct Member: Sendable {
  /// The replica.
  public let replica: ReplicaID
  /// The region that it belongs to.
  public let region: String
  /// The identity that the same office wrote under before, if it did.
  public let predecessor: ReplicaID?
  /// The last of its changes that is known here, 0 for none.
  public let sequence: UInt64
  /// When it made that change, in milliseconds since 1970 by its own clock.
  public let milliseconds: UInt64
  /// What it had when it made that change, signed by itself: all this it has acknowledged.
  public let acknowledged: VersionVector
  /// The last of its changes that was known when somebody retired it; `nil` when nobody did.
  public let retiredThrough: UInt64?

  /// Creates a member.
  public init(
    replica: ReplicaID, region: String, predecessor: ReplicaID? = nil, sequence: UInt64,
    milliseconds: UInt64, acknowledged: VersionVector, retiredThrough: UInt64? = nil
  ) {
    self.replica = replica
    self.region = region
    self.predecessor = predecessor
    self.sequence = sequence
    self.milliseconds = milliseconds
    self.acknowledged = acknowledged
    self.retiredThrough = retiredThrough
  }

  /// Whether somebody retired it and nothing that it wrote after that is known: a member that is
  /// heard of again counts again.
  public var isRetired: Bool {
    retiredThrough.map { sequence <= $0 } ?? false
  }
}
