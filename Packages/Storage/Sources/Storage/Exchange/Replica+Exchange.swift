import Domain
public import Sync

/// What came in with a bundle.
public struct ArrivalReport: Sendable, Hashable {
  /// How many changes were new.
  public var newChanges: Int
  /// How many changes were known already.
  public var knownChanges: Int
  /// How many places wait for a decision now.
  public var conflicts: Int
  /// How many changes wait for others that they build on.
  public var waiting: Int
  /// The replicas of which two histories are known; what contradicts the one here is left out.
  public var quarantined: [ReplicaID]
}

extension Replica {
  /// The changes that somebody who has `vector` lacks, as a bundle; as many of them as fit where
  /// they are more than the limit.
  /// - Parameters:
  ///   - limit: The bytes of changes that a bundle may hold.
  ///   - scope: Whether what is internal to the region goes with the rest; only another office of
  ///     the region takes that.
  public func bundle(
    lackedBy vector: VersionVector = VersionVector(), limit: Int = Replica.fileLimit,
    scope: Scope = .shared
  ) throws -> Bundle {
    try connection.reading { try bundleInside(lackedBy: vector, limit: limit, scope: scope) }
  }

  /// The same inside a transaction of the caller.
  func bundleInside(lackedBy vector: VersionVector, limit: Int, scope: Scope) throws -> Bundle {
    let log = ChangeLog(connection)
    let has = try scope == .internal ? log.versionVector() : log.sharedVector()
    let checkpoint = try checkpoint(lackedBy: vector, limit: limit)
    var known = vector
    known.formUnion(checkpoint?.vector ?? VersionVector())
    let plan = try BundlePlan(log, of: has, lackedBy: known, limit: limit)
    let segments = try plan.target.entries.compactMap { replica, last in
      last > known[replica]
        ? try log.segment(of: replica, after: known[replica], through: last) : nil
    }
    return Bundle(
      sender: id, has: has, isComplete: plan.isComplete, segments: segments,
      checkpoint: checkpoint)
  }

  /// The bytes of changes in a bundle file.
  public static let fileLimit = SyncLimits.bundleBytes / 2
  /// The bytes of changes in a message between two programs. A hub takes some twenty times as much
  /// memory while it works on one.
  public static let messageLimit = SyncLimits.messageBytes / 16

  /// Verifies a bundle whole and then applies what is new, in one transaction.
  /// - Throws: `SyncError` when anything in it is damaged, forged or out of order; then nothing has
  ///   changed.
  @discardableResult
  public func apply(_ bundle: Bundle) throws -> ArrivalReport {
    do {
      let head = try ChangeLog(connection).head(of: id)
      return try changing {
        let report = try applyNew(bundle)
        // Changes of this file's own that it did not have: it was put back from a backup.
        if let now = try ChangeLog(connection).head(of: id), let head, now != head {
          try renewIdentity(.restored(missing: now.sequence - head.sequence))
        }
        return report
      }
    } catch let error as SyncError where error.code == .fork && error.replica == id {
      return try mendFork(with: bundle, error)
    }
  }

  /// Verifies a bundle whole and applies what is new; inside a transaction of the caller.
  func applyNew(_ bundle: Bundle) throws -> ArrivalReport {
    let room = WaitingRoom(connection)
    let adopted = try bundle.checkpoint.map { try adopt($0) } ?? 0
    var new = try applyReady(bundle.segments)
    let arrived = new
    // What waited may go on now, and let others go on.
    var progress = new
    while progress > 0, try room.count() > 0 {
      let waiting = try room.segments()
      for segment in waiting { try room.release(segment) }
      progress = try applyReady(waiting)
      new += progress
    }
    if let checkpoint = bundle.checkpoint { try checkAuthority(of: checkpoint) }
    try remember(bundle.has, of: bundle.sender)
    return ArrivalReport(
      newChanges: new + adopted,
      knownChanges: max(0, bundle.changeCount - arrived - adopted - (try room.count())),
      conflicts: try conflictCount(), waiting: try room.count(),
      quarantined: try Quarantine(connection).replicas())
  }

  /// Applies the segments that can be applied whole and keeps those that came too early.
  /// - Returns: How many changes were new.
  private func applyReady(_ segments: [LogSegment]) throws -> Int {
    let log = ChangeLog(connection)
    let known = try log.versionVector()
    var verified: [VerifiedSegment] = []
    for segment in segments {
      if let segment = try verify(segment, in: log) { verified.append(segment) }
    }
    let (ready, waiting, missing) = try CausalOrder.separate(verified, after: known)
    for segment in waiting {
      guard let raw = segments.first(where: { $0.replica == segment.replica }) else { continue }
      try keepWaiting(raw, for: missing)
    }
    for segment in ready {
      guard let introduction = segment.introduction else { continue }
      guard introduction.office == nil || introduction.region == region else {
        throw SyncError(.wrongRegion, replica: segment.replica, place: "internal")
      }
      try ReplicaTable.insert(segment.replica, introduction, into: connection)
    }
    let signatures = Dictionary(
      ready.map { (Dot(replica: $0.replica, sequence: $0.head.sequence), $0.signature) },
      uniquingKeysWith: { first, _ in first })
    let changes = try CausalOrder.arrange(ready, after: known)
    try store(changes, signatures: signatures)
    return changes.count
  }

  /// Verifies a segment; `nil` when it waits for what comes before it, or contradicts the history
  /// that is known here.
  private func verify(_ segment: LogSegment, in log: ChangeLog) throws -> VerifiedSegment? {
    let key = try ReplicaTable.publicKey(of: segment.replica, in: connection)
    do {
      let verified = try SegmentVerifier.verify(
        segment, head: log.head(of: segment.replica), publicKey: key)
      try checkKnownPart(of: verified, in: log)
      try checkGrowth(of: verified, in: log)
      return verified
    } catch let error as SyncError where error.code == .gap {
      try SegmentVerifier.authenticate(segment, publicKey: key)
      let known = try log.head(of: segment.replica)?.sequence ?? 0
      try keepWaiting(segment, for: Dot(replica: segment.replica, sequence: known + 1))
      return nil
    } catch let error as SyncError where error.code == .fork && segment.replica != id {
      try Quarantine(connection).add(segment, from: error.sequence ?? segment.firstSequence)
      return nil
    }
  }

  private func keepWaiting(_ segment: LogSegment, for missing: Dot?) throws {
    guard try WaitingRoom(connection).keep(segment) else {
      throw SyncError(
        .gap, replica: missing?.replica, sequence: missing?.sequence, place: "waiting-room")
    }
  }

  /// Compares the end of a segment that is no news with what stands here under its number: a
  /// shorter history may be another history too.
  private func checkKnownPart(of segment: VerifiedSegment, in log: ChangeLog) throws {
    let dot = Dot(replica: segment.replica, sequence: segment.end.sequence)
    guard let known = try log.hash(of: dot), known != segment.end.hash else { return }
    throw SyncError(.fork, replica: dot.replica, sequence: dot.sequence, place: "chain")
  }

  /// Checks that a replica forgot nothing of what it knew at the last of its changes here.
  private func checkGrowth(of segment: VerifiedSegment, in log: ChangeLog) throws {
    guard let first = segment.changes.first?.change, first.dot.sequence > 1 else { return }
    let before = Dot(replica: segment.replica, sequence: first.dot.sequence - 1)
    guard try !first.dependencies.dominates(log.dependencies(of: before)) else { return }
    throw SyncError(
      .format, replica: segment.replica, sequence: first.dot.sequence,
      place: "header:dependencies")
  }

  /// What `replica` was last known to have; empty when nothing is known.
  public func lastKnownVector(of replica: ReplicaID) throws -> VersionVector {
    var vector = VersionVector()
    try connection.forEach(
      "SELECT other, sequence FROM peer WHERE replica = ?", [.blob(replica.bytes)]
    ) { row in
      guard let other = ReplicaID(bytes: row.blob(0)) else { return }
      vector[other] = UInt64(clamping: row.integer(1))
    }
    return vector
  }

  /// Remembers what another replica says that it has, so that the next bundle for it can leave that
  /// out. It says so unsigned: only known replicas count, none for more than is known here, and the
  /// last word replaces those before.
  private func remember(_ vector: VersionVector, of replica: ReplicaID) throws {
    guard try ReplicaTable.number(of: replica, in: connection) != nil else { return }
    let known = try ChangeLog(connection).versionVector()
    try connection.run("DELETE FROM peer WHERE replica = ?", .blob(replica.bytes))
    for (other, sequence) in vector.entries where known[other] > 0 {
      try connection.run(
        "INSERT INTO peer (replica, other, sequence) VALUES (?, ?, ?)",
        .blob(replica.bytes), .blob(other.bytes), SQLValue(min(sequence, known[other])))
    }
  }

  private func store(_ changes: [VerifiedChange], signatures: [Dot: [UInt8]]) throws {
    let log = ChangeLog(connection)
    var state = MergedState(connection)
    for verified in changes {
      try log.append(
        verified.change, sealed: verified.sealed, hash: verified.hash,
        signature: signatures[verified.change.dot])
      try state.apply(verified.change)
      try state.makeRoom()
    }
    try state.flush()
    try carryOutErasures(in: changes.map(\.change))
  }
}
