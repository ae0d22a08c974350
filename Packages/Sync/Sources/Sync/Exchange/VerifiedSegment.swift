/// The changes of a segment that are new here, with everything checked; only ``SegmentVerifier``
/// makes one.
public struct VerifiedSegment: Sendable {
  /// Whose changes they are.
  public let replica: ReplicaID
  /// What the replica says of itself, when its first change is among the new ones.
  public let introduction: ReplicaIntroduction?
  /// The new changes in their order; none when all were known.
  public let changes: [VerifiedChange]
  /// The last change of the segment, new or not.
  public let end: LogHead
  /// The last change of the replica that is known with them.
  public let head: LogHead
  /// The replica's signature of `head`; that of the segment's end when nothing was new.
  public let signature: [UInt8]
}

extension VerifiedSegment {
  /// The changes whose time runs further ahead of `now`, in milliseconds since 1970, than any clock
  /// should (``HybridClock/allowedDrift``), as `E_CLOCK` each.
  ///
  /// They are applied all the same, since time decides nothing that could be lost; somebody should
  /// look at the clock of that replica.
  public func clockFaults(now: UInt64) -> [SyncError] {
    changes.compactMap { $0.change.clockFault(now: now) }
  }
}

extension Change {
  /// `E_CLOCK` when the change's time runs too far ahead of `now`; see
  /// ``VerifiedSegment/clockFaults(now:)``.
  public func clockFault(now: UInt64) -> SyncError? {
    if HybridClock.isBelievable(timestamp, now: now) { return nil }
    return SyncError(.clock, replica: dot.replica, sequence: dot.sequence, place: "header:time")
  }
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
