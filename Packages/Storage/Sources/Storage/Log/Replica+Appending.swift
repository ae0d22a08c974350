import Domain
public import Sync

extension Replica {
  /// What this replica has of every replica's log.
  public func versionVector() throws -> VersionVector {
    try ChangeLog(connection).versionVector()
  }

  /// Seals edits as this replica's next change and applies it. Runs inside a transaction of the
  /// caller.
  /// - Parameter clock: The time in milliseconds since 1970.
  @discardableResult
  func append(
    _ edits: [RecordEdit], origin: Origin, clock now: UInt64,
    introduction: ReplicaIntroduction? = nil
  ) throws -> Change {
    let log = ChangeLog(connection)
    var clock = try log.clock(of: id, now: now)
    return try append(
      ChangeDraft(
        timestamp: clock.tick(now: now), dependencies: try log.versionVector(), origin: origin,
        edits: edits, introduction: introduction))
  }

  /// Seals a draft as this replica's next change and applies it.
  @discardableResult
  func append(_ draft: ChangeDraft) throws -> Change {
    let log = ChangeLog(connection)
    let local = try signingKey.seal(draft, after: log.head(of: id), using: &random)
    try log.append(
      local.change, sealed: local.sealed, hash: local.hash, signature: local.signature)
    var state = MergedState(connection)
    try state.apply(local.change)
    try state.flush()
    return local.change
  }
}
