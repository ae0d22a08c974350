/// What a change says of itself before its content.
public struct ChangeOutline: Sendable {
  /// The change.
  public let dot: Dot
  /// What its author knew of the others.
  public let dependencies: VersionVector
  /// What the replica says of itself, in its first change.
  public let introduction: ReplicaIntroduction?
  /// Whether it does something to a record; a change that does not only says what its author knew.
  public let hasEdits: Bool

  /// Reads the header of the change at `dot`, whose hashes were checked before; linear in the
  /// header.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_VERSION`.
  public init(of sealed: SealedChange, at dot: Dot) throws(SyncError) {
    let header = try ChangeHeader(decoding: sealed.header, of: dot)
    self.dot = dot
    dependencies = header.dependencies
    introduction = header.introduction
    hasEdits = sealed.payloads.count > 1
  }

  /// What its author has when it is made.
  public var acknowledged: VersionVector {
    var vector = dependencies
    vector.observe(dot)
    return vector
  }
}
