public import Domain

/// What is to become a change.
public struct ChangeDraft: Sendable {
  /// When it is made.
  public var timestamp: HybridTimestamp
  /// What the replica knows of the others; its own entry is left out.
  public var dependencies: VersionVector
  /// Who stands behind it.
  public var origin: Origin
  /// What it does; several edits of one record become one.
  public var edits: [RecordEdit]
  /// Who the replica is; in its first change and in no other.
  public var introduction: ReplicaIntroduction?

  /// Creates a draft.
  public init(
    timestamp: HybridTimestamp, dependencies: VersionVector, origin: Origin, edits: [RecordEdit],
    introduction: ReplicaIntroduction? = nil
  ) {
    self.timestamp = timestamp
    self.dependencies = dependencies
    self.origin = origin
    self.edits = edits
    self.introduction = introduction
  }
}
