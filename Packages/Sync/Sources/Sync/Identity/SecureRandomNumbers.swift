import Crypto

/// Random numbers from the cryptographic library, fetched many at a time: one call of the system for
/// every eight bytes takes longer than hashing what they protect.
struct SecureRandomNumbers: RandomNumberGenerator {
  private static let batchBytes = 4096

  private var batch: [UInt8] = []
  private var position = 0

  mutating func next() -> UInt64 {
    if position == batch.count {
      let key = SymmetricKey(size: SymmetricKeySize(bitCount: Self.batchBytes * 8))
      batch = key.withUnsafeBytes { Array($0) }
      position = 0
    }
    var value: UInt64 = 0
    for place in position..<position + 8 { value = value << 8 | UInt64(batch[place]) }
    position += 8
    return value
  }
}
