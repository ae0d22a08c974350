import Crypto
import Domain

extension SigningIdentity {
  /// Makes the next change of this replica with the system's random numbers.
  /// - Throws: see ``seal(_:after:using:)``.
  public func seal(
    _ draft: ChangeDraft, after previous: LogHead?
  ) throws(SyncError) -> LocalChange {
    var generator = SystemRandomNumberGenerator()
    return try seal(draft, after: previous, using: &generator)
  }

  /// Makes the next change of this replica; linear in the size of the draft.
  ///
  /// The first change must have an introduction with this identity's key, and no other may have
  /// one.
  /// - Throws: `E_BATCH_FORMAT` when it has none, or when two edits of a record name different
  ///   kinds; `E_TOO_BIG` beyond ``SyncLimits``; `E_WRONG_REGION` for a region that cannot be
  ///   shown.
  public func seal(
    _ draft: ChangeDraft, after previous: LogHead?,
    using generator: inout some RandomNumberGenerator
  ) throws(SyncError) -> LocalChange {
    let sequence = (previous?.sequence ?? 0) + 1
    try check(draft, sequence)
    let edits = try RecordEdit.canonical(draft.edits)
    var dependencies = draft.dependencies
    dependencies[replica] = 0
    let change = Change(
      dot: Dot(replica: replica, sequence: sequence), timestamp: draft.timestamp,
      dependencies: dependencies, origin: draft.origin, edits: edits)
    let header = ChangeHeader(
      timestamp: change.timestamp, dependencies: dependencies, isPerson: change.isPerson,
      introduction: draft.introduction)
    let sealed = SealedChange(
      header: header.encoded(), secret: Self.secret(using: &generator),
      payloads: Self.payloads(of: change))
    if sealed.payloads.count > SyncLimits.payloads {
      throw SyncError(.tooBig, replica: replica, sequence: sequence, place: "draft")
    }
    let hash = try ChangeHash(of: sealed, at: change.dot, after: previous?.hash)
    return LocalChange(
      change: change, sealed: sealed, hash: hash,
      signature: try signature(of: LogHead(sequence: sequence, hash: hash)))
  }

  private func check(_ draft: ChangeDraft, _ sequence: UInt64) throws(SyncError) {
    var code: SyncError.Code?
    if (sequence == 1) != (draft.introduction != nil) { code = .format }
    if let introduction = draft.introduction {
      if introduction.publicKey != publicKey { code = .signature }
      if !introduction.isPresentable { code = .wrongRegion }
    }
    if draft.edits.count >= SyncLimits.payloads { code = .tooBig }
    if draft.origin.name.utf8.count > SyncLimits.nameBytes { code = .tooBig }
    if let code { throw SyncError(code, replica: replica, sequence: sequence, place: "draft") }
  }

  private static func payloads(of change: Change) -> [SealedPayload] {
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

  private static func secret(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var secret: [UInt8] = []
    secret.reserveCapacity(SealedPayload.saltBytes)
    for _ in 0..<(SealedPayload.saltBytes / 8) {
      withUnsafeBytes(of: generator.next().bigEndian) { secret.append(contentsOf: $0) }
    }
    return secret
  }
}
