public import Domain
import Sync

/// What is internal to a region stands in logs of their own, one an office, each with a key of its
/// own. A shared change neither names nor builds on an internal one.
extension Replica {
  /// Whether a record is internal to the region: nothing of it stands in a shared log.
  public func isInternal(_ id: RecordID) throws -> Bool {
    try isInternal(id, among: ReplicaTable.internalLogs(connection))
  }

  func isInternal(_ id: RecordID, among logs: Set<ReplicaID>) throws -> Bool {
    guard !logs.isEmpty, let state = try MergedState.read(id, from: connection) else {
      return false
    }
    return isInternal(state, among: logs)
  }

  func isInternal(_ state: RecordState, among logs: Set<ReplicaID>) -> Bool {
    state.existence.writes.entries.allSatisfy { logs.contains($0.replica) }
  }

  /// Appends edits to this office's internal log, which begins with the first of them.
  func appendInternally(
    _ edits: [RecordEdit], origin: Origin, clock now: UInt64, knowing states: inout MergedState
  ) throws {
    try states.finishLog()
    let key = try internalKey(clock: now)
    try append(
      ChangeDraft(
        timestamp: try tick(now), dependencies: try ChangeLog(connection).versionVector(),
        origin: origin, edits: edits),
      by: key, knowing: &states)
  }

  /// The key of this office's internal log, which begins when there is none.
  func internalKey(clock now: UInt64) throws -> SigningIdentity {
    if let known = try ReplicaTable.internalLog(of: id, in: connection),
      let bytes = try? Files.read(files.internalKey, limit: 1 << 10),
      let key = try? SigningIdentity(privateKey: bytes), key.replica == known
    {
      return key
    }
    let key = SigningIdentity(using: &random)
    try Files.write(key.privateKey, to: files.internalKey, mode: 0o600)
    let introduction = ReplicaIntroduction(
      publicKey: key.publicKey, region: region, label: "", office: id)
    try ReplicaTable.insert(key.replica, introduction, into: connection)
    try append(
      ChangeDraft(
        timestamp: try tick(now), dependencies: VersionVector(), origin: .person(name: ""),
        edits: [], introduction: introduction),
      by: key)
    return key
  }
}
