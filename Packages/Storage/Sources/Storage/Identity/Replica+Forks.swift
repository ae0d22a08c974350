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
      let segment = bundle.segments.first { $0.replica == id }
      let folded = try CheckpointTable(connection).vector()[id]
      guard
        let common = try lastCommon(with: bundle.checkpoint)
          ?? segment.flatMap({ try lastCommon(with: $0) }),
        common.sequence > 0, common.sequence >= folded, goesOn(segment, from: bundle, common)
      else { throw fork }
      let former = id
      let log = ChangeLog(connection)
      let internals = try internalBranch(of: former, after: common.sequence)
      guard try !isBuiltOn(former, after: common.sequence, besides: internals?.log) else {
        throw fork
      }
      // The signature is checked before anything is undone for it.
      if let segment, segment.firstSequence <= common.sequence + 1 {
        _ = try SegmentVerifier.verify(
          segment, head: common, publicKey: ReplicaTable.publicKey(of: former, in: connection))
      }
      let branch = try log.changes(of: former, after: common.sequence)
      try log.removeChanges(of: former, after: common.sequence)
      if let internals { try log.removeChanges(of: internals.log, after: internals.kept) }
      var found = VerifyReport()
      try rebuild(replay(&found))
      var report = try applyNew(bundle)
      try renewIdentity(.forked(reissued: branch.count + (internals?.changes.count ?? 0)))
      var names = NewNames()
      names.move(former, after: common.sequence, to: id, after: try lastSequence(of: id))
      for change in branch { try append(names.draft(of: change)) }
      if let internals, !internals.changes.isEmpty {
        let key = try internalKey(clock: 0)
        names.move(
          internals.log, after: max(internals.kept, 1), to: key.replica,
          after: try lastSequence(of: key.replica))
        for change in internals.changes { try append(names.draft(of: change), by: key) }
      }
      report.conflicts = try conflictCount()
      return report
    }
  }

  /// Whether a segment of this log begins where the common part ends, or what is folded of it; with
  /// a gap before it, it and all that builds on it could not be taken.
  private func goesOn(_ segment: LogSegment?, from bundle: Bundle, _ common: LogHead) -> Bool {
    guard let segment else { return true }
    let folded = bundle.checkpoint?.vector[id] ?? 0
    return segment.firstSequence <= max(common.sequence, folded) + 1
  }

  private func lastSequence(of replica: ReplicaID) throws -> UInt64 {
    try ChangeLog(connection).head(of: replica)?.sequence ?? 0
  }

  /// The changes of an office's internal log that build on its shared ones after a number, with the
  /// number of the last that does not.
  private func internalBranch(
    of office: ReplicaID, after common: UInt64
  ) throws -> (log: ReplicaID, kept: UInt64, changes: [Change])? {
    guard let log = try ReplicaTable.internalLog(of: office, in: connection) else { return nil }
    let changes = try ChangeLog(connection).changes(of: log, after: 0)
    guard !changes.isEmpty else { return nil }
    let first = changes.firstIndex { $0.dependencies[office] > common } ?? changes.count
    // The introduction is the first; a log that begins anew has another.
    return (log, UInt64(first), Array(changes[max(first, 1)...]))
  }

  /// The last change that this file and what others folded of its own log agree on, when they part
  /// within that.
  private func lastCommon(with checkpoint: Checkpoint?) throws -> LogHead? {
    guard let entries = checkpoint?.logs.first(where: { $0.replica == id })?.entries,
      let head = try ChangeLog(connection).head(of: id)
    else { return nil }
    let last = min(Int(clamping: head.sequence), entries.count)
    for place in (0..<last).reversed() {
      let dot = Dot(replica: id, sequence: UInt64(place) + 1)
      guard try ChangeLog(connection).hash(of: dot) == entries[place].hash else { continue }
      return place + 1 < last
        ? LogHead(sequence: dot.sequence, hash: entries[place].hash) : nil
    }
    return nil
  }

  /// The last change that this file and a segment of its own log agree on.
  private func lastCommon(with segment: LogSegment) throws -> LogHead? {
    let log = ChangeLog(connection)
    for (place, hash) in try segment.hashes().enumerated().reversed() {
      let dot = segment.dot(at: place)
      if try log.hash(of: dot) == hash { return LogHead(sequence: dot.sequence, hash: hash) }
    }
    guard segment.firstSequence > 1 else { return nil }
    let before = Dot(replica: id, sequence: segment.firstSequence - 1)
    guard let mine = try log.hash(of: before), segment.follows(mine) else { return nil }
    return LogHead(sequence: before.sequence, hash: mine)
  }

  /// Whether a change of another replica was made in the knowledge of these.
  private func isBuiltOn(
    _ replica: ReplicaID, after sequence: UInt64, besides own: ReplicaID?
  ) throws -> Bool {
    var isBuiltOn = false
    try ChangeLog(connection).forEachChange { change in
      guard change.dot.replica != replica, change.dot.replica != own else { return }
      if change.dependencies[replica] > sequence { isBuiltOn = true }
    }
    return isBuiltOn
  }
}

/// The names that changes get which are issued anew.
private struct NewNames {
  private struct Move {
    let former: ReplicaID
    let kept: UInt64
    let current: ReplicaID
    let offset: UInt64
  }

  private var moves: [Move] = []

  /// The changes of `former` after one become those of `current` after another.
  mutating func move(
    _ former: ReplicaID, after kept: UInt64, to current: ReplicaID, after offset: UInt64
  ) {
    moves.append(Move(former: former, kept: kept, current: current, offset: offset))
  }

  /// The same change, with other names for what was issued anew before it.
  func draft(of change: Change) -> ChangeDraft {
    let edits = change.edits.map { edit in
      RecordEdit(
        record: edit.record, kind: edit.kind,
        operations: edit.operations.map { $0.renaming(name) })
    }
    var dependencies = change.dependencies
    for move in moves {
      let seen =
        move.former == change.dot.replica
        ? change.dot.sequence - 1 : change.dependencies[move.former]
      dependencies[move.former] = min(seen, move.kept)
      if seen > move.kept { dependencies[move.current] = seen - move.kept + move.offset }
    }
    return ChangeDraft(
      timestamp: change.timestamp, dependencies: dependencies, origin: change.origin,
      edits: edits)
  }

  private func name(_ dot: Dot) -> Dot {
    guard let move = moves.first(where: { $0.former == dot.replica }), dot.sequence > move.kept
    else { return dot }
    return Dot(replica: move.current, sequence: dot.sequence - move.kept + move.offset)
  }
}
