public import Domain

/// One transaction of one replica, decoded.
public struct Change: Sendable {
  /// The replica and the number of the change among its changes.
  public let dot: Dot
  /// When it was made, by the replica's clock.
  public let timestamp: HybridTimestamp
  /// What the replica knew of the others.
  public let dependencies: VersionVector
  /// Whether a person stands behind it.
  public let isPerson: Bool
  /// Who stands behind it; the name is empty when it was erased.
  public let origin: Origin
  /// What it does, one edit a record, sorted by record; what was erased is missing.
  public let edits: [RecordEdit]

  /// Creates a change.
  public init(
    dot: Dot, timestamp: HybridTimestamp, dependencies: VersionVector, origin: Origin,
    edits: [RecordEdit]
  ) {
    self.dot = dot
    self.timestamp = timestamp
    self.dependencies = dependencies
    self.isPerson = origin.isPerson
    self.origin = origin
    self.edits = edits
  }

  /// What a merge needs to know of the change.
  public var context: WriteContext {
    WriteContext(dot: dot, timestamp: timestamp, isPerson: isPerson, dependencies: dependencies)
  }
}
