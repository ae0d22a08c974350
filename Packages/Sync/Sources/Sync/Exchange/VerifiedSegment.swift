/// The changes of a segment that are new here, with everything checked; only ``SegmentVerifier``
/// makes one.
public struct VerifiedSegment: Sendable {
  /// Whose changes they are.
  public let replica: ReplicaID
  /// What the replica says of itself, when its first change is among the new ones.
  public let introduction: ReplicaIntroduction?
  /// The new changes in their order; none when all were known.
  public let changes: [VerifiedChange]
  /// The last change of the replica that is known with them.
  public let head: LogHead
  /// The replica's signature of `head`; that of the segment's end when nothing was new.
  public let signature: [UInt8]
}

/// A change whose hashes and signature were checked.
public struct VerifiedChange: Sendable {
  /// The change, decoded.
  public let change: Change
  /// Its bytes, as they came.
  public let sealed: SealedChange
  /// The hash of its header.
  public let hash: ChangeHash
}
