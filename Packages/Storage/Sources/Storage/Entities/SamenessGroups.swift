import Domain

/// Divides records of one name, and those linked to them, into groups that are one thing each.
struct SamenessGroups {
  /// Somebody's word on two records, by their numbers.
  struct Link: Hashable {
    let first: Int64
    let second: Int64
    let isSame: Bool
  }

  /// The groups; each record is in one.
  private(set) var groups: [[Sameness.Member]] = []

  /// Records join the first group that they fit, the oldest first; then links join groups, as far
  /// as nobody said that they are different. Quadratic in the number of records of one name.
  init(_ members: [Sameness.Member], _ links: [Link]) {
    let apart = Set(links.filter { !$0.isSame }.map { Self.pair($0.first, $0.second) })
    for member in members.sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }) {
      let place = groups.firstIndex { group in
        group.allSatisfy {
          Self.agree($0, member) && !apart.contains(Self.pair($0.number, member.number))
        }
      }
      if let place { groups[place].append(member) } else { groups.append([member]) }
    }
    let said = links.filter { $0.isSame && !apart.contains(Self.pair($0.first, $0.second)) }
    // Numbers differ between files; identifiers do not.
    let names = Dictionary(
      members.map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first })
    let key = { (link: Link) in (names[link.first] ?? "", names[link.second] ?? "") }
    for link in said.sorted(by: { key($0) < key($1) }) { join(link) }
  }

  private mutating func join(_ link: Link) {
    let places = [link.first, link.second].map { number in
      groups.firstIndex { $0.contains { $0.number == number } }
    }
    guard let first = places[0], let second = places[1], first != second else { return }
    groups[min(first, second)] += groups[max(first, second)]
    groups.remove(at: max(first, second))
  }

  /// Whether two records can be one thing: their names are one, nothing that both state differs,
  /// and they are of one region or have a mark in common.
  private static func agree(_ left: Sameness.Member, _ right: Sameness.Member) -> Bool {
    guard left.home.name == right.home.name else { return false }
    if let one = left.holder, let other = right.holder, one != other { return false }
    var hasCommonMark = false
    for case (.some(let one), .some(let other)) in zip(left.marks, right.marks) {
      guard one == other else { return false }
      hasCommonMark = true
    }
    return left.home.region == right.home.region || hasCommonMark
  }

  private static func pair(_ first: Int64, _ second: Int64) -> [Int64] {
    [first, second].sorted()
  }
}
