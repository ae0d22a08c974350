/// The last change of a replica that is known.
public struct LogHead: Hashable, Sendable {
  /// The number of the change.
  public let sequence: UInt64
  /// Its hash, which stands for all changes before it too.
  public let hash: ChangeHash

  /// Creates a head.
  public init(sequence: UInt64, hash: ChangeHash) {
    self.sequence = sequence
    self.hash = hash
  }
}
