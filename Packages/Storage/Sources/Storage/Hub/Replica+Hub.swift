public import Sync

extension Replica {
  /// The key that proves who this replica is; only a replica opened for writing has it.
  public var identity: SigningIdentity { get throws { try signingKey } }

  /// The hub at an address, once this replica is enrolled there.
  /// - Throws: ``StorageError/enrolledBeforeRenewal(hub:)`` when that was under an identity that
  ///   this replica had before.
  public func hub(at address: String) throws -> ReplicaID? {
    let noted = try connection.first(
      "SELECT value FROM setting WHERE name = ?", .text(Replica.hubSetting(address))
    ) { row in row.text(0) ?? "" }
    // The hub and the identity that it knows; what was noted early has the hub alone.
    let words = (noted ?? "").split(separator: " ")
    if words.count > 1, words[1] != id.description {
      throw StorageError.enrolledBeforeRenewal(hub: address)
    }
    return words.first.flatMap { ReplicaID(String($0)) }
  }

  /// Remembers the hub at an address, where this replica is enrolled.
  public func rememberHub(_ hub: ReplicaID, at address: String) throws {
    try connection.run(
      "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
      .text(Replica.hubSetting(address)), .text("\(hub) \(id)"))
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
