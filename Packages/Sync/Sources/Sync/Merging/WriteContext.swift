/// Which change a write belongs to, who stands behind it, and what had been seen when it was made.
public struct WriteContext: Hashable, Sendable {
  /// The change.
  public let dot: Dot
  /// When it was made.
  public let timestamp: HybridTimestamp
  /// Whether a person stands behind it.
  public let isPerson: Bool
  /// What the replica knew of the others.
  public let dependencies: VersionVector

  /// Creates a context.
  public init(
    dot: Dot, timestamp: HybridTimestamp, isPerson: Bool, dependencies: VersionVector
  ) {
    self.dot = dot
    self.timestamp = timestamp
    self.isPerson = isPerson
    self.dependencies = dependencies
  }

  /// Whether the change was made in the knowledge of another.
  ///
  /// What a write claims to replace without having seen it stays.
  public func hasSeen(_ other: Dot) -> Bool {
    other.replica == dot.replica
      ? other.sequence < dot.sequence : dependencies.contains(other)
  }

  /// Whether the change may take away what `other`, written by a person or not, put there: it must
  /// have seen it, and a machine takes nothing from a person.
  func replaces(_ other: Dot, byPerson isPersons: Bool) -> Bool {
    (isPerson || !isPersons) && hasSeen(other)
  }
}
