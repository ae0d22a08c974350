import Crypto

/// The bytes of one part of a change: 16 random bytes, then the content.
///
/// The random bytes keep anybody from guessing erased content by its hash.
public enum SealedPayload: Hashable, Sendable {
  /// The bytes are there.
  case present([UInt8])
  /// The bytes were erased; their hash, 32 bytes, keeps the chain whole.
  case erased(hash: [UInt8])

  /// The number of random bytes in front.
  static let saltBytes = 16

  /// The SHA-256 of the bytes.
  public var hash: [UInt8] {
    switch self {
    case .present(let bytes): SHA256.bytes(of: bytes)
    case .erased(let hash): hash
    }
  }
}
