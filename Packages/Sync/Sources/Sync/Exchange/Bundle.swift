/// Changes on their way: one format for files on a stick and for what goes over a wire.
public struct Bundle: Hashable, Sendable {
  /// Who put the bundle together; it may carry anybody's changes.
  public let sender: ReplicaID
  /// What the sender has.
  public let has: VersionVector
  /// Whether this is all that the sender has for the receiver; otherwise there is more to ask for.
  public let isComplete: Bool
  /// The changes, one segment a replica at most.
  public let segments: [LogSegment]
  /// What the sender has only folded of what the receiver lacks; the segments go on after it.
  public let checkpoint: Checkpoint?

  /// Creates a bundle.
  public init(
    sender: ReplicaID, has: VersionVector, isComplete: Bool, segments: [LogSegment],
    checkpoint: Checkpoint? = nil
  ) {
    self.checkpoint = checkpoint
    self.sender = sender
    self.has = has
    self.isComplete = isComplete
    self.segments = segments
  }

  /// Whether there is nothing in it, neither changes nor what was folded.
  public var isEmpty: Bool { segments.isEmpty && checkpoint == nil }

  /// The number of changes, folded ones among them.
  public var changeCount: Int {
    segments.reduce(0) { $0 + $1.changes.count }
      + (checkpoint?.logs.reduce(0) { $0 + $1.entries.count } ?? 0)
  }
}
