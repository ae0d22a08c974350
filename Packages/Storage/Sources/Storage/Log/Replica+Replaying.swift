import Sync

extension Replica {
  /// Calls `body` with all changes of the log after the checkpoint in an order in which each comes
  /// after those that it was made on, some at a time, every one verified.
  /// - Throws: `SyncError` for a change that does not stand up to its signature.
  func forEachRun(_ body: ([VerifiedChange]) throws -> Void) throws {
    let log = ChangeLog(connection)
    let last = try log.versionVector()
    var known = try CheckpointTable(connection).vector()
    var heads: [ReplicaID: LogHead] = [:]
    for (replica, sequence) in known.entries {
      let hash = try log.hash(of: Dot(replica: replica, sequence: sequence))
      heads[replica] = hash.map { LogHead(sequence: sequence, hash: $0) }
    }
    while known != last {
      let bundle = try bundleInside(lackedBy: known, limit: Replica.messageLimit, scope: .internal)
      let verified = try bundle.segments.map { segment in
        try SegmentVerifier.verify(
          segment, head: heads[segment.replica],
          publicKey: ReplicaTable.publicKey(of: segment.replica, in: connection))
      }
      guard !verified.isEmpty else { throw StorageError.damaged(place: "change") }
      try body(CausalOrder.arrange(verified, after: known))
      for segment in verified {
        heads[segment.replica] = segment.head
        known[segment.replica] = segment.head.sequence
      }
    }
  }
}
