import Crypto

/// The random bytes and the hashes of a change's payloads.
///
/// The hash of a payload is the SHA-256 of its random bytes and its content. The random bytes of
/// payload *i*, counted from 0, are the first (even *i*) or second (odd *i*) 16 bytes of the
/// SHA-256 of the change's secret and *i*/2 as 4 bytes, most significant first.
struct PayloadLeaves {
  /// Of each payload 16 bytes; empty when it was erased.
  private(set) var salts: [[UInt8]] = []
  /// Of each payload 32 bytes.
  private(set) var hashes: [[UInt8]] = []

  /// - Throws: `E_TOO_BIG`; `E_BATCH_FORMAT` when the change has no secret and a payload needs it.
  init(of change: SealedChange) throws(SyncError) {
    salts.reserveCapacity(change.payloads.count)
    hashes.reserveCapacity(change.payloads.count)
    var pair: [UInt8] = []
    for (place, payload) in change.payloads.enumerated() {
      if let content = payload.content, content.count > SyncLimits.payloadBytes {
        throw SyncError(.tooBig, place: "payload")
      }
      switch payload {
      case .present(let content):
        guard let secret = change.secret else { throw SyncError(.format, place: "payload:salt") }
        if place.isMultiple(of: 2) { pair = Self.salts(of: secret, UInt32(place / 2)) }
        append(Array(place.isMultiple(of: 2) ? pair[..<16] : pair[16...]), content)
      case .salted(let salt, let content):
        append(salt, content)
      case .erased(let hash):
        salts.append([])
        hashes.append(hash)
      }
    }
  }

  /// The SHA-256 over all hashes, one after the other.
  var root: [UInt8] {
    var hasher = SHA256()
    for hash in hashes { hash.withUnsafeBytes { hasher.update(bufferPointer: $0) } }
    return hasher.finalize().withUnsafeBytes { Array($0) }
  }

  private mutating func append(_ salt: [UInt8], _ content: [UInt8]) {
    var hasher = SHA256()
    salt.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    content.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    salts.append(salt)
    hashes.append(hasher.finalize().withUnsafeBytes { Array($0) })
  }

  private static func salts(of secret: [UInt8], _ number: UInt32) -> [UInt8] {
    var hasher = SHA256()
    secret.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    withUnsafeBytes(of: number.bigEndian) { hasher.update(bufferPointer: $0) }
    return hasher.finalize().withUnsafeBytes { Array($0) }
  }
}
