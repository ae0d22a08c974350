/// One change of one replica; within a field of a record, one write.
public struct Dot: Hashable, Sendable {
  /// Who made the change.
  public let replica: ReplicaID
  /// Which of the replica's changes it is, counted from 1.
  public let sequence: UInt64

  /// Creates a dot.
  public init(replica: ReplicaID, sequence: UInt64) {
    self.replica = replica
    self.sequence = sequence
  }
}

extension Dot: Comparable {
  /// Orders dots by replica, then by sequence.
  public static func < (left: Self, right: Self) -> Bool {
    left.replica == right.replica
      ? left.sequence < right.sequence : left.replica < right.replica
  }
}
