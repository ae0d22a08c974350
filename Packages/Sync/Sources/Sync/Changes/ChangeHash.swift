import Crypto

/// The SHA-256 of the bytes of a change's header; it stands for the change and all before it.
public struct ChangeHash: Hashable, Sendable {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Creates a hash from its 32 bytes; `nil` for any other count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  init(ofHeader header: [UInt8]) {
    bytes = SHA256.bytes(of: header)
  }
}
