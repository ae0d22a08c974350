import Domain

/// Divides records of one name or number, and those linked to them, into groups that are one thing
/// each.
struct SamenessGroups {
  /// Somebody's word on two records, by their numbers.
  struct Link: Hashable {
    let first: Int64
    let second: Int64
    let isSame: Bool
  }

  /// A thing as far as it is known.
  private struct Group {
    var members: [Sameness.Member]
    /// What machines and what persons say in each of the fields that tell things apart.
    var said: [[String?]]

    init(_ member: Sameness.Member) {
      members = [member]
      said = [false, true].map { isPersons in
        member.stated.map { $0?.isPerson == isPersons ? $0?.value : nil }
      }
    }

    /// Whether nothing that both say differs. A person's value is mostly the correction of what a
    /// machine read in this or in other documents, so the two are not compared.
    func agrees(with other: Group) -> Bool {
      zip(said.joined(), other.said.joined()).allSatisfy { mine, theirs in
        mine == nil || theirs == nil || mine == theirs
      }
    }

    mutating func take(_ other: consuming Group) {
      // The shorter list goes behind the longer, whose order says nothing.
      if other.members.count > members.count { swap(&members, &other.members) }
      members += other.members
      for (place, values) in other.said.enumerated() {
        said[place] = zip(said[place], values).map { $0 ?? $1 }
      }
    }
  }

  /// The groups; each record is in one.
  var groups: [[Sameness.Member]] { parts.compactMap { $0?.members } }

  /// The most groups of one name that a record is compared with, so that many that all differ cost
  /// no more than as many that agree.
  private static let mostCompared = 64

  private let members: [Sameness.Member]
  /// The places of records that somebody said are different.
  private var apart: [(Int, Int)] = []
  /// The groups, each at the place of its first record; what another took in is gone.
  private var parts: [Group?]
  /// For each record the place of one before it in its group; its own for the first (a disjoint-set
  /// forest, B. Galler and M. Fischer, *An improved equivalence algorithm*, 1964).
  private var before: [Int]

  /// Records join the first group that has something in common with them and that they fit, the
  /// oldest first; then links join groups, as far as nobody said that they are different. Hardly
  /// more than linear in the number of records, times that of differences that somebody told.
  init(_ kind: RecordKind, _ members: [Sameness.Member], _ links: [Link]) {
    self.members = members.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    parts = self.members.map { Group($0) }
    before = Array(self.members.indices)
    // Numbers differ between files; identifiers do not.
    let known = Dictionary(
      self.members.enumerated().map { ($1.number, (place: $0, id: $1.id)) },
      uniquingKeysWith: { first, _ in first })
    let different = links.filter { !$0.isSame }
    apart = different.compactMap { link in
      known[link.first].flatMap { first in known[link.second].map { (first.place, $0.place) } }
    }
    // What is certain comes first, so that it does not depend on what is probable.
    let bonds = kind == Project.kind ? Self.bondsOfProjects : Self.bondsOfOrganizations
    for bond in bonds { unite(by: bond) }
    let contradicted = Set(different.map { Self.pair($0.first, $0.second) })
    let said = links.filter { $0.isSame && !contradicted.contains(Self.pair($0.first, $0.second)) }
    let key = { (link: Link) in (known[link.first]?.id ?? "", known[link.second]?.id ?? "") }
    for link in said.sorted(by: { key($0) < key($1) }) {
      guard let first = known[link.first], let second = known[link.second] else { continue }
      join(group(of: first.place), group(of: second.place))
    }
  }

  /// What two records may have in common that makes them one thing; `nil` where a record has it
  /// not.
  private typealias Bond = @Sendable (Sameness.Member) -> [String]?

  /// A project is recognised by its name with its registration, with its holder and call, or in one
  /// region: projects of a common name answer one call in many towns.
  private static let bondsOfProjects: [Bond] = [
    { member in
      member.stated[2].map { [member.home.name, $0.value] }
    },
    { member in
      guard let holder = member.stated[0], let call = member.stated[1] else { return nil }
      return [member.home.name, holder.value, call.value]
    },
    { member in
      member.stated[0].map { [member.home.name, member.home.region, $0.value] }
    },
    { [$0.home.name, $0.home.region] },
  ]

  /// An organisation is recognised by its number, whatever it is called, or by its name in one
  /// region.
  private static let bondsOfOrganizations: [Bond] = [
    { member in member.stated[0].map { [$0.value] } },
    { [$0.home.name, $0.home.region] },
  ]

  private mutating func unite(by bond: Bond) {
    var known: [[String]: [Int]] = [:]
    for (member, bonded) in members.map(bond).enumerated() {
      guard let bonded else { continue }
      let own = group(of: member)
      var match: Int?
      for other in known[bonded]?.prefix(Self.mostCompared) ?? [] where match == nil {
        let other = group(of: other)
        if other == own || fit(other, own) { match = other }
      }
      if let match {
        join(match, own)
      } else {
        known[bonded, default: []].append(member)
      }
    }
  }

  private mutating func fit(_ first: Int, _ second: Int) -> Bool {
    guard let one = parts[first], let other = parts[second], one.agrees(with: other) else {
      return false
    }
    for (mine, theirs) in apart {
      let pair = (group(of: mine), group(of: theirs))
      if pair == (first, second) || pair == (second, first) { return false }
    }
    return true
  }

  private mutating func join(_ first: Int, _ second: Int) {
    let (kept, gone) = (min(first, second), max(first, second))
    guard kept != gone, let group = parts[gone].take() else { return }
    parts[kept]?.take(group)
    before[gone] = kept
  }

  /// The place of the group of a record.
  private mutating func group(of member: Int) -> Int {
    var place = member
    while before[place] != place {
      before[place] = before[before[place]]
      place = before[place]
    }
    return place
  }

  private static func pair(_ first: Int64, _ second: Int64) -> [Int64] {
    [first, second].sorted()
  }
}
