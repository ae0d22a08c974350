import Domain

/// A change of this replica whose bytes are not made yet.
public struct UnsealedChange: Sendable {
  /// The change.
  public let change: Change
  let introduction: ReplicaIntroduction?
  let secret: [UInt8]
  /// The hash of the change before.
  let previous: ChangeHash?

  /// Makes the bytes of the change and signs them; linear in their size.
  /// - Throws: `E_TOO_BIG` beyond ``SyncLimits``.
  public func sealed(by identity: SigningIdentity) throws(SyncError) -> LocalChange {
    let header = ChangeHeader(
      timestamp: change.timestamp, dependencies: change.dependencies, isPerson: change.isPerson,
      introduction: introduction)
    let sealed = SealedChange(header: header.encoded(), secret: secret, payloads: payloads)
    if sealed.payloads.count > SyncLimits.payloads {
      throw SyncError(
        .tooBig, replica: change.dot.replica, sequence: change.dot.sequence, place: "draft")
    }
    let hash = try ChangeHash(of: sealed, at: change.dot, after: previous)
    return LocalChange(
      change: change, sealed: sealed, hash: hash,
      signature: try identity.signature(
        of: LogHead(sequence: change.dot.sequence, hash: hash)))
  }

  private var payloads: [SealedPayload] {
    var payloads: [SealedPayload] = []
    payloads.reserveCapacity(change.edits.count * 2 + 1)
    payloads.append(.present(PayloadCodec.note(name: change.origin.name)))
    for edit in change.edits {
      payloads.append(.present(PayloadCodec.edit(edit)))
      let content = edit.content
      if !content.isEmpty { payloads.append(.present(PayloadCodec.content(content))) }
    }
    return payloads
  }
}
