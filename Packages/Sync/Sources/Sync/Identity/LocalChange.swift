/// A change that this replica has just made.
public struct LocalChange: Sendable {
  /// The change, decoded.
  public let change: Change
  /// Its bytes.
  public let sealed: SealedChange
  /// The hash of its header.
  public let hash: ChangeHash
  /// The signature of the history up to it, 64 bytes.
  public let signature: [UInt8]

  /// The head of the replica's log after it.
  public var head: LogHead { LogHead(sequence: change.dot.sequence, hash: hash) }
}
