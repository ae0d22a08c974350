/// Who writes one record together, and what all of them have.
///
/// It follows from the log alone, so replicas with the same changes agree on it. No clock takes
/// part: a member that is silent for years counts until somebody retires it.
public struct Membership: Sendable {
  /// Whether the others wait for a member.
  public enum Standing: Hashable, Sendable {
    /// They do.
    case active
    /// The same office writes under this identity now, and the old one has not been heard of since.
    case renewed(ReplicaID)
    /// Somebody retired it.
    case retired
  }

  /// All who ever introduced themselves, in the order of their identities.
  public let members: [Member]

  /// Creates a membership.
  public init(_ members: some Sequence<Member>) {
    self.members = members.sorted { $0.replica < $1.replica }
  }

  /// Whether the others wait for a member; linear in the members.
  public func standing(of member: Member) -> Standing {
    if member.isRetired { return .retired }
    // A copy names its original as what it was before, and the original lives on: once it has heard
    // of the copy it counts again.
    let heir = members.first {
      $0.predecessor == member.replica && member.acknowledged[$0.replica] == 0
    }
    return heir.map { .renewed($0.replica) } ?? .active
  }

  /// The members that the others wait for.
  public var active: [Member] {
    members.filter { standing(of: $0) == .active }
  }

  /// What every active member has: nobody of them will make a change any more that does not build
  /// on it. Empty when nobody is active.
  public var stable: VersionVector {
    let active = active
    guard let first = active.first else { return VersionVector() }
    var stable = first.acknowledged
    for member in active.dropFirst() { stable.formIntersection(member.acknowledged) }
    return stable
  }

  /// The active members that have not acknowledged all of `known`, the longest silent first.
  public func behind(_ known: VersionVector) -> [Member] {
    active.filter { !$0.acknowledged.dominates(known) }.sorted {
      ($0.milliseconds, $0.replica) < ($1.milliseconds, $1.replica)
    }
  }
}

extension VersionVector {
  /// Keeps what `other` knows too; linear in both.
  public mutating func formIntersection(_ other: VersionVector) {
    var common = VersionVector()
    for (replica, sequence) in entries {
      common[replica] = min(sequence, other[replica])
    }
    self = common
  }

  /// How many changes it knows that `other` does not.
  public func count(beyond other: VersionVector) -> UInt64 {
    entries.reduce(0) { $0 + $1.sequence - min($1.sequence, other[$1.replica]) }
  }
}
