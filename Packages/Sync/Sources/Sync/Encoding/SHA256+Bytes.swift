import Crypto

extension SHA256 {
  /// The 32 bytes of the hash of `bytes`.
  static func bytes(of bytes: [UInt8]) -> [UInt8] {
    self.bytes(of: bytes[...])
  }

  /// The 32 bytes of the hash of a part of an array.
  static func bytes(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return hasher.finalize().withUnsafeBytes { Array($0) }
  }
}
