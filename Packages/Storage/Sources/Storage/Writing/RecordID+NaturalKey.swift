internal import Crypto
public import Domain

extension RecordID {
  /// Derives the identifier that everybody arrives at for a natural key: the first 16 bytes of the
  /// SHA-256 of the key's canonical bytes.
  public init(_ key: NaturalKey) {
    var hash = SHA256()
    hash.update(data: Array("soulad-record/1\0".utf8))
    hash.update(data: key.canonicalBytes)
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    for (place, byte) in hash.finalize().prefix(16).enumerated() {
      if place < 8 {
        halves.high = halves.high << 8 | UInt64(byte)
      } else {
        halves.low = halves.low << 8 | UInt64(byte)
      }
    }
    self.init(high: halves.high, low: halves.low)
  }
}

/// The SHA-256 of a file's bytes, which a document is known by.
public enum Fingerprint {
  /// Returns the 64 hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
