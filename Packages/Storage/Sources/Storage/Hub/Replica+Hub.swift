public import Sync

extension Replica {
  /// The key that proves who this replica is; only a replica opened for writing has it.
  public var identity: SigningIdentity { get throws { try signingKey } }

  /// The hub at an address, once this replica is enrolled there.
  public func hub(at address: String) throws -> ReplicaID? {
    try connection.first(
      "SELECT value FROM setting WHERE name = ?", .text(Replica.hubSetting(address))
    ) { row in row.text(0) ?? "" }.flatMap(ReplicaID.init)
  }

  /// Remembers the hub at an address, where this replica is enrolled.
  public func rememberHub(_ hub: ReplicaID, at address: String) throws {
    try connection.run(
      "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
      .text(Replica.hubSetting(address)), .text(hub.description))
  }

  /// The region that a replica said it belongs to; `nil` for one that has not introduced itself.
  public func region(of replica: ReplicaID) throws -> String? {
    let region = try ReplicaTable.region(of: replica, in: connection)
    return region.isEmpty ? nil : region
  }

  private static func hubSetting(_ address: String) -> String {
    var address = Substring(address.lowercased())
    while address.last == "/" { address.removeLast() }
    return "hub \(address)"
  }
}
