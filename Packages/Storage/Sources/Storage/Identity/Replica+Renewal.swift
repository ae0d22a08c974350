import Domain
import Sync

extension Replica {
  /// Looks whether this file may go on under its identity, and gives it a new one when it may not:
  /// two files that number their changes alike would each refuse the other's for ever.
  func checkLineage() throws {
    let own = try ownChanges()
    guard let reason = try renewalReason(own: own) else { return }
    try changing { try renewIdentity(reason) }
  }

  private func renewalReason(own: UInt64) throws -> Renewal.Reason? {
    guard hasKey else { return Files.exists(files.key) ? .restored(missing: nil) : .keyLost }
    let now = try Lineage(of: files, replica: id, sequence: own)
    guard let noted = Lineage(beside: files), noted.replica == id, noted.file == now.file,
      noted.machine == now.machine
    else { return .copied }
    return noted.sequence > own ? .restored(missing: noted.sequence - own) : nil
  }

  /// Takes on a new identity and introduces it; inside a transaction of the caller.
  func renewIdentity(_ reason: Renewal.Reason) throws {
    let former = id
    let identity = SigningIdentity(using: &random)
    // The key is durable before anything that needs it; see `settleKey`.
    try Files.write(identity.privateKey, to: files.nextKey, mode: 0o600)
    let introduction = ReplicaIntroduction(
      publicKey: identity.publicKey, region: region, label: "", predecessor: former)
    try connection.run("UPDATE replica SET own = 0 WHERE own = 1")
    try ReplicaTable.insert(identity.replica, introduction, isOwn: true, into: connection)
    adopt(identity)
    try introduce(introduction, clock: try latestMilliseconds())
    renewal = Renewal(reason: reason, former: former, current: id)
  }

  /// Gives a new key its name after a renewal that was cut short.
  static func settleKey(_ files: ReplicaFiles) throws(FileError) {
    guard Files.exists(files.nextKey) else { return }
    try Files.settle(files.nextKey, as: files.key)
  }

  /// Notes beside the file how far its own changes go.
  func noteLineage() throws {
    let own = try ownChanges()
    guard lineage?.replica != id || lineage?.sequence != own else { return }
    let now = try Lineage(of: files, replica: id, sequence: own)
    try now.write(beside: files)
    lineage = now
  }

  /// How many changes this office wrote under its identity, the internal ones among them.
  private func ownChanges() throws -> UInt64 {
    let log = ChangeLog(connection)
    let internals = try ReplicaTable.internalLog(of: id, in: connection)
      .flatMap { try log.head(of: $0)?.sequence }
    return (try log.head(of: id)?.sequence ?? 0) + (internals ?? 0)
  }

  private func latestMilliseconds() throws -> UInt64 {
    let latest = try connection.first("SELECT max(timestamp) FROM change") { $0.integer(0) } ?? 0
    return HybridTimestamp(rawValue: UInt64(bitPattern: latest)).milliseconds
  }
}
