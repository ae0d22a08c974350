import Domain
import Sync

extension Replica {
  /// Mends a fork of this replica's own log: somebody has other changes under numbers that this
  /// file gave to its own, because one of the two is a copy or a restored backup.
  ///
  /// What the others have stands. This file's own branch, which nobody else has built on, is issued
  /// anew under a new identity with the same times and authors, each change in the knowledge that
  /// it was made in. Nothing is lost and nothing is there twice.
  /// - Throws: `fork` when the bundle does not reach back to where the histories part, or when
  ///   somebody else has built on this file's branch.
  func mendFork(with bundle: Bundle, _ fork: SyncError) throws -> ArrivalReport {
    try changing {
      guard let segment = bundle.segments.first(where: { $0.replica == id }),
        let common = try lastCommon(with: segment), common.sequence > 0
      else { throw fork }
      let former = id
      let log = ChangeLog(connection)
      let branch = try log.changes(of: former, after: common.sequence)
      guard try !isBuiltOn(former, after: common.sequence) else { throw fork }
      // The signature is checked before anything is undone for it.
      _ = try SegmentVerifier.verify(
        segment, head: common, publicKey: ReplicaTable.publicKey(of: former, in: connection))
      try log.removeChanges(of: former, after: common.sequence)
      try replayLog()
      var report = try applyNew(bundle)
      try renewIdentity(.forked(reissued: branch.count))
      try reissue(branch, of: former, after: common.sequence)
      report.conflicts = try conflictCount()
      return report
    }
  }

  /// The last change that this file and a segment of its own log agree on.
  private func lastCommon(with segment: LogSegment) throws -> LogHead? {
    let log = ChangeLog(connection)
    for (place, change) in segment.changes.enumerated().reversed() {
      let sequence = segment.firstSequence + UInt64(place)
      if let mine = try log.hash(of: Dot(replica: id, sequence: sequence)), mine == change.hash {
        return LogHead(sequence: sequence, hash: mine)
      }
    }
    guard segment.firstSequence > 1 else { return nil }
    let before = Dot(replica: id, sequence: segment.firstSequence - 1)
    guard let mine = try log.hash(of: before), segment.follows(mine) else { return nil }
    return LogHead(sequence: before.sequence, hash: mine)
  }

  /// Whether a change of another replica was made in the knowledge of these.
  private func isBuiltOn(_ replica: ReplicaID, after sequence: UInt64) throws -> Bool {
    var isBuiltOn = false
    try ChangeLog(connection).forEachChange { change in
      if change.dot.replica != replica, change.dependencies[replica] > sequence {
        isBuiltOn = true
      }
    }
    return isBuiltOn
  }

  /// Issues changes anew under the identity of now.
  private func reissue(_ branch: [Change], of former: ReplicaID, after common: UInt64) throws {
    let first = try ChangeLog(connection).head(of: id)?.sequence ?? 0
    for change in branch {
      let edits = change.edits.map { edit in
        RecordEdit(
          record: edit.record, kind: edit.kind,
          operations: edit.operations.map { operation in
            operation.renaming { [id] dot in
              dot.replica == former && dot.sequence > common
                ? Dot(replica: id, sequence: dot.sequence - common + first) : dot
            }
          })
      }
      var dependencies = change.dependencies
      dependencies.observe(Dot(replica: former, sequence: common))
      try append(
        ChangeDraft(
          timestamp: change.timestamp, dependencies: dependencies, origin: change.origin,
          edits: edits))
    }
  }

  /// Makes all states and everything derived from them anew from the log.
  private func replayLog() throws {
    try connection.execute("DELETE FROM record")
    try Schema.makeDerived(connection)
    try forEachRun { changes in
      var state = MergedState(connection)
      for change in changes { try state.apply(change.change) }
      try state.flush()
    }
  }
}
