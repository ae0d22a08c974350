import Domain
public import Sync

/// What a compaction did, and what keeps it from doing more.
public struct CompactionReport: Sendable {
  /// How many changes were folded now.
  public var folded: UInt64 = 0
  /// How many changes are folded altogether.
  public var total: UInt64 = 0
  /// How many changes the log still holds whole.
  public var kept: UInt64 = 0
  /// The bytes of the database before and after.
  public var bytes = (before: UInt64(0), after: UInt64(0))
  /// The members that have not acknowledged everything, the longest silent first.
  public var behind: [Member] = []
}

extension Replica {
  /// How long the history of records is kept whatever was acknowledged: a year, in milliseconds.
  public static let historyKept: UInt64 = 365 * 86_400_000

  /// Folds what all active members have acknowledged and what is old enough into the states that it
  /// made: the content of those changes leaves the log, who made them and when stays.
  ///
  /// Acknowledges first what it has itself. Everything is verified before and after, in one
  /// transaction; linear in the log, with the states of all records in memory. What is internal to
  /// the region is left as it is.
  /// - Parameter history: How many milliseconds back the history of records is kept whole.
  /// - Throws: ``StorageError/damaged(place:)`` when anything is not as it must be; then nothing
  ///   has changed.
  public func compact(
    clock now: UInt64, keeping history: UInt64 = Replica.historyKept
  ) throws -> CompactionReport {
    var report = CompactionReport()
    report.bytes.before = Files.room(for: files.database).size
    try acknowledge(clock: now)
    try changing {
      let log = ChangeLog(connection)
      let known = try log.sharedVector()
      let membership = try membershipInside()
      report.behind = membership.behind(known).filter { $0.replica != id }
      let folded = try CheckpointTable(connection).vector()
      var wanted = try foldable(membership.stable, before: now - min(now, history))
      wanted.formUnion(folded)
      if wanted != folded { try fold(through: wanted) }
      report.folded = wanted.count(beyond: folded)
      report.total = wanted.count(beyond: VersionVector())
      report.kept = known.count(beyond: wanted)
    }
    try settle()
    report.bytes.after = Files.room(for: files.database).size
    return report
  }

  /// Folds the changes up to a vector, which is closed and ends at signatures, within a transaction
  /// of the caller.
  private func fold(through vector: VersionVector) throws {
    guard try verifyInside().problems.isEmpty else {
      throw StorageError.damaged(place: "verify")
    }
    let table = CheckpointTable(connection)
    var states = try table.states()
    try forEachRun { changes in
      for change in changes where vector.contains(change.change.dot) {
        states.apply(change.change)
      }
    }
    let folded = states.sorted { $0.key < $1.key }.map {
      Checkpoint.State(record: $0.key, bytes: $0.value.encoded())
    }
    let checkpoint = try Checkpoint(
      logs: try table.logs(through: vector), states: folded,
      erasures: try ErasureTable(connection).words(within: vector),
      publicKey: signingKey.publicKey, signature: [])
    try table.write(checkpoint.signed(by: signingKey))
    // Nothing goes that cannot be told from what is left.
    guard try verifyInside().problems.isEmpty else {
      throw StorageError.damaged(place: "checkpoint")
    }
  }

  /// Of what may be folded what is older than a time, as far as it ends at signatures and holds all
  /// that it has seen.
  private func foldable(_ stable: VersionVector, before time: UInt64) throws -> VersionVector {
    let log = ChangeLog(connection)
    let folded = try CheckpointTable(connection).vector()
    var vector = VersionVector()
    for (replica, last) in stable.entries {
      vector[replica] = try log.lastSigned(of: replica, through: last, before: time)
    }
    var isClosed = false
    while !isClosed {
      isClosed = true
      var reached = vector
      reached.formUnion(folded)
      for (replica, last) in vector.entries {
        let first = try log.firstUnclosed(
          of: replica, after: folded[replica], through: last, within: reached)
        guard let first else { continue }
        vector[replica] = try log.lastSigned(of: replica, through: first - 1, before: time)
        isClosed = false
      }
    }
    return vector
  }
}

extension ChangeLog {
  /// The last change of a replica up to one, and before the first that is not older than a time,
  /// whose signature is known; 0 when there is none.
  fileprivate func lastSigned(
    of replica: ReplicaID, through last: UInt64, before time: UInt64
  ) throws -> UInt64 {
    let found = try connection.first(
      """
      SELECT max(sequence) FROM change
      WHERE replica = (SELECT number FROM replica WHERE id = ?1) AND sequence <= ?2
        AND signature IS NOT NULL AND sequence < coalesce(
          (SELECT min(sequence) FROM change
           WHERE replica = (SELECT number FROM replica WHERE id = ?1) AND timestamp >= ?3),
          ?2 + 1)
      """, .blob(replica.bytes), SQLValue(last),
      SQLValue(HybridTimestamp(milliseconds: time).rawValue)
    ) { row in try ChangeLog.sequence(row, 0) }
    return found ?? 0
  }

  /// The first change of a replica after one and up to another that has seen something beyond a
  /// vector.
  fileprivate func firstUnclosed(
    of replica: ReplicaID, after first: UInt64, through last: UInt64, within vector: VersionVector
  ) throws -> UInt64? {
    var unclosed: UInt64?
    try connection.forEach(
      """
      SELECT \(ChangeContent.columns), sequence FROM change
      WHERE replica = (SELECT number FROM replica WHERE id = ?) AND sequence > ? AND sequence <= ?
      ORDER BY sequence
      """, [.blob(replica.bytes), SQLValue(first), SQLValue(last)]
    ) { row in
      if unclosed != nil { return }
      let dot = Dot(replica: replica, sequence: try ChangeLog.sequence(row, 2))
      let outline = try ChangeLog.outline(ChangeContent(row, 0), at: dot)
      if !vector.dominates(outline.dependencies) { unclosed = dot.sequence }
    }
    return unclosed
  }
}

extension [RecordID: RecordState] {
  /// Applies a change, all that it has seen having been applied before.
  mutating func apply(_ change: Change) {
    for edit in change.edits {
      self[edit.record, default: RecordState(kind: edit.kind)].apply(edit, in: change.context)
    }
  }
}
