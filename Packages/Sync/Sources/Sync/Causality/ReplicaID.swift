import Crypto
import Domain

/// The identity of a replica: the first 16 bytes of the SHA-256 of its Ed25519 public key, so that
/// a key proves by itself whose it is.
public struct ReplicaID: Hashable, Sendable {
  /// The 128 bits.
  let number: RecordID

  init(number: RecordID) {
    self.number = number
  }

  /// The identity that belongs to a public key of 32 bytes.
  public init(publicKey: [UInt8]) {
    let hash = SHA256.bytes(of: publicKey)
    number = RecordID(bytes: hash.prefix(16)) ?? RecordID(high: 0, low: 0)
  }

  /// Creates an identity from its 16 bytes, the most significant first; `nil` for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard let number = RecordID(bytes: bytes) else { return nil }
    self.number = number
  }

  /// The 16 bytes, the most significant first.
  public var bytes: [UInt8] { number.bytes }
}

extension ReplicaID: Comparable {
  /// Orders identities as numbers.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension ReplicaID: LosslessStringConvertible {
  /// Reads the 26 characters of Crockford's base 32; `nil` when it is not a whole identity.
  public init?(_ description: String) {
    guard let number = RecordID(description) else { return nil }
    self.number = number
  }

  /// The 26 lower-case characters of Crockford's base 32.
  public var description: String { number.description }
}
