import Crypto

/// The key of a replica, which only the replica itself has (Ed25519, RFC 8032).
public struct SigningIdentity: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// The public key, 32 bytes.
  public let publicKey: [UInt8]
  /// The identity that the key proves.
  public let replica: ReplicaID

  /// Creates a new identity with the system's random numbers.
  public init() {
    self.init(key: Curve25519.Signing.PrivateKey())
  }

  /// Creates a new identity with other random numbers.
  public init(using generator: inout some RandomNumberGenerator) {
    var seed: [UInt8] = []
    for _ in 0..<4 {
      withUnsafeBytes(of: generator.next().bigEndian) { seed.append(contentsOf: $0) }
    }
    // Any 32 bytes are a key (RFC 8032, section 5.1.5).
    self.init(
      key: (try? Curve25519.Signing.PrivateKey(rawRepresentation: seed))
        ?? Curve25519.Signing.PrivateKey())
  }

  /// Creates the identity of a stored key of 32 bytes.
  /// - Throws: `E_BATCH_SIG` when they are not a key.
  public init(privateKey: [UInt8]) throws(SyncError) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey) else {
      throw SyncError(.signature, place: "key")
    }
    self.init(key: key)
  }

  private init(key: Curve25519.Signing.PrivateKey) {
    self.key = key
    publicKey = Array(key.publicKey.rawRepresentation)
    replica = ReplicaID(publicKey: publicKey)
  }

  /// The secret key, 32 bytes.
  public var privateKey: [UInt8] { Array(key.rawRepresentation) }

  /// Signs a statement, which says in its first bytes what it is.
  func signature(ofStatement statement: [UInt8]) throws(SyncError) -> [UInt8] {
    guard let signature = try? key.signature(for: statement) else {
      throw SyncError(.signature, replica: replica, place: "signing")
    }
    return Array(signature)
  }

  /// Signs the history of this replica up to and with `head`.
  public func signature(of head: LogHead) throws(SyncError) -> [UInt8] {
    let statement = HeadSignature.statement(replica, head)
    guard let signature = try? key.signature(for: statement) else {
      throw SyncError(.signature, replica: replica, sequence: head.sequence, place: "signing")
    }
    return Array(signature)
  }
}
