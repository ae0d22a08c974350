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
    try begin(draft, after: previous, using: &generator).sealed(by: self)
  }

  /// Makes the next change of this replica without sealing it: its place in the log and what it
  /// does are settled, so it can be merged while its bytes are made elsewhere.
  /// - Throws: see ``seal(_:after:using:)``.
  public func begin(
    _ draft: ChangeDraft, after previous: LogHead?,
    using generator: inout some RandomNumberGenerator
  ) throws(SyncError) -> UnsealedChange {
    let sequence = (previous?.sequence ?? 0) + 1
    try check(draft, sequence)
    let edits = try RecordEdit.canonical(draft.edits)
    var dependencies = draft.dependencies
    dependencies[replica] = 0
    let change = Change(
      dot: Dot(replica: replica, sequence: sequence), timestamp: draft.timestamp,
      dependencies: dependencies, origin: draft.origin, edits: edits)
    return UnsealedChange(
      change: change, introduction: draft.introduction, secret: Self.secret(using: &generator),
      previous: previous?.hash)
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

  private static func secret(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var secret: [UInt8] = []
    secret.reserveCapacity(SealedPayload.saltBytes)
    for _ in 0..<(SealedPayload.saltBytes / 8) {
      withUnsafeBytes(of: generator.next().bigEndian) { secret.append(contentsOf: $0) }
    }
    return secret
  }
}
