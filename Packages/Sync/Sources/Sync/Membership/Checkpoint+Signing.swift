import Crypto
public import Domain

extension Checkpoint {
  /// Keeps a signature from meaning anything in another protocol or version.
  private static let domain = Array("soulad checkpoint 1\n".utf8)

  /// The SHA-256 of all but the signer and the signature.
  public var digest: [UInt8] { SHA256.bytes(of: signedBytes()) }

  /// The same checkpoint, vouched for by another.
  public func signed(by identity: SigningIdentity) throws(SyncError) -> Checkpoint {
    Checkpoint(
      logs: logs, states: states, erasures: erasures, publicKey: identity.publicKey,
      signature: try identity.signature(ofStatement: Self.domain + digest))
  }

  /// Checks everything that can be checked without the changes that were folded: that each history
  /// was signed by who wrote it, that the states name nothing else, and that the signer vouches
  /// for it all.
  /// - Returns: The states, decoded.
  /// - Throws: `E_BATCH_SIG`, `E_WRONG_REGION`, `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG`.
  public func verified() throws(SyncError) -> [RecordID: RecordState] {
    guard
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey),
      key.isValidSignature(signature, for: Self.domain + digest)
    else { throw SyncError(.signature, replica: signer, place: "checkpoint") }
    for log in logs { try log.verify() }
    let vector = vector
    var decoded: [RecordID: RecordState] = [:]
    decoded.reserveCapacity(states.count)
    let erased = Dictionary(grouping: erasures, by: \.record)
    guard erasures.allSatisfy({ vector.contains($0.dot) }) else {
      throw SyncError(.format, replica: signer, place: "checkpoint:erasures")
    }
    for state in states {
      var merged = try RecordState(decoding: state.bytes)
      if let erased = erased[state.record] { merged.eraseWords(of: erased.map(\.dot)) }
      guard merged.isWithin(vector), merged.encoded() == state.bytes,
        !merged.existence.writes.isEmpty
      else { throw SyncError(.format, replica: signer, place: "checkpoint:state") }
      decoded[state.record] = merged
    }
    return decoded
  }
}

extension Checkpoint.Log {
  fileprivate func verify() throws(SyncError) {
    guard let end = entries.last else {
      throw SyncError(.format, replica: replica, place: "checkpoint:log")
    }
    guard introduction.isPresentable, introduction.office == nil else {
      throw SyncError(.wrongRegion, replica: replica, place: "checkpoint:log")
    }
    let head = LogHead(sequence: UInt64(entries.count), hash: end.hash)
    let dot = Dot(replica: replica, sequence: head.sequence)
    let previous = entries.dropLast().last?.hash
    guard try ChangeHash(of: last, at: dot, after: previous) == end.hash else {
      throw SyncError(.hash, replica: replica, place: "checkpoint:log")
    }
    _ = try ChangeOutline(of: last, at: dot)
    guard
      HeadSignature.isValid(signature, of: replica, head, publicKey: introduction.publicKey)
    else {
      throw SyncError(
        .signature, replica: replica, sequence: head.sequence, place: "checkpoint:log")
    }
  }
}
