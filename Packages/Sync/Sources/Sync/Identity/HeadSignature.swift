import Crypto

/// What a signature says: *the history of this replica up to this change is mine, and there is no
/// other*.
enum HeadSignature {
  /// Keeps a signature from meaning anything in another protocol or version.
  private static let domain = Array("soulad change log 1\n".utf8)

  /// The signed bytes: the domain, the replica, the sequence as 8 bytes, most significant first,
  /// and the hash of the header.
  static func statement(_ replica: ReplicaID, _ head: LogHead) -> [UInt8] {
    var bytes = domain
    bytes.append(contentsOf: replica.bytes)
    withUnsafeBytes(of: head.sequence.bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: head.hash.bytes)
    return bytes
  }

  static func isValid(
    _ signature: [UInt8], of replica: ReplicaID, _ head: LogHead, publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == 64,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
    else { return false }
    return key.isValidSignature(signature, for: statement(replica, head))
  }
}
