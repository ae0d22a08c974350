public import Sync

extension Replica {
  /// The key that proves who this replica is; only a replica opened for writing has it.
  public var identity: SigningIdentity { get throws { try signingKey } }

  /// The hub at an address, once this replica is enrolled there.
  /// - Throws: ``StorageError/enrolledBeforeRenewal(hub:)`` when that was under an identity that
  ///   this replica had before.
  public func hub(at address: String) throws -> ReplicaID? {
    let noted = try connection.setting(Replica.hubSetting(address))
    // The hub and the identity that it knows; what was noted early has the hub alone.
    let words = (noted ?? "").split(separator: " ")
    if words.count > 1, words[1] != id.description {
      throw StorageError.enrolledBeforeRenewal(hub: address)
    }
    return words.first.flatMap { ReplicaID(String($0)) }
  }

  /// The addresses of the hubs where this replica is enrolled.
  public func hubs() throws -> [String] {
    let prefix = Replica.hubSetting("")
    let found = try connection.rows(
      "SELECT substr(name, ?) FROM setting WHERE name GLOB ? ORDER BY name",
      [SQLValue(prefix.utf8.count + 1), .text(prefix + "*")]
    ) { $0.text(0) ?? "" }
    return found.filter { (try? hub(at: $0)) != nil }
  }

  /// Remembers the hub at an address, where this replica is enrolled.
  public func rememberHub(_ hub: ReplicaID, at address: String) throws {
    try connection.note("\(hub) \(id)", as: Replica.hubSetting(address))
  }

  /// A number that grows whenever somebody else has written to the file; it is this connection's
  /// own.
  public func writeCount() throws -> Int64 { try connection.version().outside }

  /// Keeps at most so many bytes of the file in memory, for a program that has more to do than
  /// write; the system keeps what it has room for besides.
  public func keepPages(bytes: Int) throws { try connection.keepPages(bytes: bytes) }

  /// The identities that this replica had before, as one that was restored from a backup has.
  public func formerIDs() throws -> [ReplicaID] {
    try connection.rows(
      """
      WITH RECURSIVE former(id) AS (
        SELECT predecessor FROM replica WHERE own = 1
        UNION SELECT replica.predecessor FROM replica JOIN former ON replica.id = former.id
      )
      SELECT id FROM former WHERE id IS NOT NULL
      """
    ) { ReplicaID(bytes: $0.blob(0)) }.compactMap(\.self)
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
