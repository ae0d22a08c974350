/// What a replica says of itself in its first change.
public struct ReplicaIntroduction: Hashable, Sendable {
  /// The Ed25519 public key, 32 bytes; the identity of the replica is derived from it.
  public let publicKey: [UInt8]
  /// The region that the replica belongs to.
  public let region: String
  /// What people call the replica.
  public let label: String
  /// The identity that the same office wrote under before, if it did.
  public let predecessor: ReplicaID?
  /// The replica of the same office that writes what all may have, when this log is internal to the
  /// region.
  public let office: ReplicaID?

  /// Creates an introduction.
  public init(
    publicKey: [UInt8], region: String, label: String, predecessor: ReplicaID? = nil,
    office: ReplicaID? = nil
  ) {
    self.office = office
    self.predecessor = predecessor
    self.publicKey = publicKey
    self.region = region
    self.label = label
  }

  /// Whether the region and the label can be shown: not too long, no control characters, and a
  /// region there.
  var isPresentable: Bool {
    !region.isEmpty && Self.isLine(region) && Self.isLine(label)
  }

  private static func isLine(_ text: String) -> Bool {
    text.utf8.count <= SyncLimits.nameBytes && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
