/// Whether a record is there: a deletion hides the writes that it had seen, and no other.
///
/// A machine neither hides what a person wrote nor brings back what a person deleted.
public struct Existence: Hashable, Sendable {
  /// A deletion that nobody has revoked in its knowledge.
  public struct Deletion: Hashable, Sendable {
    /// The change that deleted.
    public let dot: Dot
    /// Whether a person stands behind it.
    public let isPerson: Bool
  }

  /// The latest change of each replica to the record.
  public internal(set) var writes: VersionVector
  /// The latest change of each replica that a person stands behind.
  public internal(set) var personWrites: VersionVector
  /// What persons who deleted the record had seen of it.
  public internal(set) var covered: VersionVector
  /// What machines that deleted the record had seen of it; hides nothing that a person wrote.
  public internal(set) var machineCovered: VersionVector
  /// The deletions that stand, sorted by dot.
  public internal(set) var standing: [Deletion]

  /// Creates the existence of a record that nobody has written.
  public init() {
    writes = VersionVector()
    personWrites = VersionVector()
    covered = VersionVector()
    machineCovered = VersionVector()
    standing = []
  }

  /// The dots of the deletions that stand, sorted.
  public var deletions: [Dot] { standing.map(\.dot) }

  /// Whether the record is there.
  public var isAlive: Bool {
    if standing.isEmpty { return !writes.isEmpty }
    if hasUncoveredPersonWrite { return true }
    if standing.contains(where: \.isPerson) { return false }
    return writes.dots.contains { !covered.contains($0) && !machineCovered.contains($0) }
  }

  /// Whether somebody deleted the record while somebody else wrote to it, so that it came back and
  /// a person should say what holds.
  ///
  /// A machine's deletion beside a person's write is no question.
  public var isDeletedButEdited: Bool {
    guard !standing.isEmpty, isAlive else { return false }
    return standing.contains(where: \.isPerson) || !hasUncoveredPersonWrite
  }

  private var hasUncoveredPersonWrite: Bool {
    personWrites.dots.contains { !covered.contains($0) }
  }

  /// Whether the change has been applied to the record; changes of one replica come in their order.
  func isKnown(_ dot: Dot) -> Bool {
    writes.contains(dot)
  }

  /// Takes note of a change to the record.
  ///
  /// It revokes the deletions by machines that it had seen. That a person wanted the record gone is
  /// a question that only an answer settles: ``restore(in:)`` or another deletion.
  mutating func write(in context: WriteContext) {
    writes.observe(context.dot)
    if context.isPerson { personWrites.observe(context.dot) }
    standing.removeAll { !$0.isPerson && context.replaces($0.dot, byPerson: false) }
  }

  /// Says that the record is to stay, after ``write(in:)`` of the same change; revokes the
  /// deletions that it had seen.
  mutating func restore(in context: WriteContext) {
    standing.removeAll { context.replaces($0.dot, byPerson: $0.isPerson) }
  }

  /// Applies a deletion, after ``write(in:)`` of the same change.
  ///
  /// It covers what it names and can have seen, and its own change.
  mutating func delete(seeing dots: [Dot], in context: WriteContext) {
    for dot in dots + [context.dot] where dot == context.dot || context.hasSeen(dot) {
      if context.isPerson { covered.observe(dot) } else { machineCovered.observe(dot) }
    }
    // A deletion that has seen another stands for both.
    standing.removeAll { context.replaces($0.dot, byPerson: $0.isPerson) }
    let deletion = Deletion(dot: context.dot, isPerson: context.isPerson)
    standing.insertSorted(deletion, by: \.dot)
  }
}
