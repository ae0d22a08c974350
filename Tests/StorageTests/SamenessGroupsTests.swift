import Domain
import TestSupport
import Testing

@testable import Storage

@Suite("Records divided into things")
struct SamenessGroupsTests {
  private func member(
    _ number: Int64, region: String, _ holder: String?, _ call: String?, _ registration: String?
  ) -> Sameness.Member {
    Sameness.Member(
      number: number, id: String(1_000_000 + (number * 7_919) % 100_000),
      home: Sameness.Home(region: region, name: "dilna"), date: "202\(number % 7)", hasState: false,
      values: [holder, call, registration, nil], words: PersonWords(text: nil, day: nil),
      Project.kind)
  }

  /// The groups as their numbers, in an order that says nothing.
  private func numbers(_ groups: [[Sameness.Member]]) -> Set<Set<Int64>> {
    Set(groups.map { Set($0.map(\.number)) })
  }

  @Test("are divided as by comparing each with each", arguments: 0..<60)
  func reference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values: [String?] = ["a", "b", nil, nil]
    let members = (0..<Int64.random(in: 1...24, using: &random)).map { number in
      member(
        number, region: ["Most", "Louny"].randomElement(using: &random) ?? "",
        values.randomElement(using: &random) ?? nil, values.randomElement(using: &random) ?? nil,
        values.randomElement(using: &random) ?? nil)
    }
    let links = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      SamenessGroups.Link(
        first: Int64.random(in: 0..<26, using: &random),
        second: Int64.random(in: 0..<26, using: &random), isSame: Bool.random(using: &random))
    }
    let groups = SamenessGroups(Project.kind, members.shuffled(using: &random), links).groups
    #expect(numbers(groups) == numbers(PlainGroups(members, links).groups))
  }

  @Test("however many there are, and however many differ")
  func many() {
    let same = (0..<Int64(20_000)).map { member($0, region: "Most", nil, nil, nil) }
    #expect(SamenessGroups(Project.kind, same, []).groups.count == 1)
    let different = (0..<Int64(5_000)).map { member($0, region: "Most", "\($0)", nil, nil) }
    #expect(SamenessGroups(Project.kind, different, []).groups.count == 5_000)
    let far = (1..<Int64(5_000)).map {
      SamenessGroups.Link(first: $0 - 1, second: $0, isSame: true)
    }
    #expect(SamenessGroups(Project.kind, different, far).groups.count == 1)
  }
}

/// The same division, said as plainly as can be: each record has the number of its group.
private struct PlainGroups {
  private var groupOf: [Int]
  private let members: [Sameness.Member]
  private let links: [SamenessGroups.Link]

  var groups: [[Sameness.Member]] {
    Set(groupOf).map { group in members.indices.filter { groupOf[$0] == group }.map { members[$0] }
    }
  }

  init(_ members: [Sameness.Member], _ links: [SamenessGroups.Link]) {
    let members = members.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    (self.members, self.links) = (members, links)
    groupOf = Array(self.members.indices)
    unite { $0.stated[2].map { [$0.value] } }
    unite { member in
      member.stated[0].flatMap { holder in member.stated[1].map { [holder.value, $0.value] } }
    }
    unite { member in member.stated[0].map { [member.home.region, $0.value] } }
    unite { [$0.home.region] }
    let known = Dictionary(uniqueKeysWithValues: self.members.enumerated().map { ($1.number, $0) })
    let ids = { (link: SamenessGroups.Link) in
      [link.first, link.second].map { number in known[number].map { members[$0].id } ?? "" }
    }
    let said = links.filter { link in link.isSame && !isContradicted(link) }
    for link in said.sorted(by: { ids($0).lexicographicallyPrecedes(ids($1)) }) {
      if let first = known[link.first], let second = known[link.second] { join(first, second) }
    }
  }

  private func isContradicted(_ link: SamenessGroups.Link) -> Bool {
    links.contains {
      !$0.isSame && Set([$0.first, $0.second]) == Set([link.first, link.second])
    }
  }

  private mutating func unite(_ bond: (Sameness.Member) -> [String]?) {
    var known: [[String]: [Int]] = [:]
    for place in members.indices {
      guard let bonded = bond(members[place]) else { continue }
      let match = known[bonded]?.first { groupOf[$0] == groupOf[place] || fit($0, place) }
      if let match { join(match, place) } else { known[bonded, default: []].append(place) }
    }
  }

  private func fit(_ first: Int, _ second: Int) -> Bool {
    let ours = members.indices.filter { groupOf[$0] == groupOf[first] }
    let theirs = members.indices.filter { groupOf[$0] == groupOf[second] }
    for mine in ours {
      for other in theirs {
        let numbers = Set([members[mine].number, members[other].number])
        if links.contains(where: { !$0.isSame && Set([$0.first, $0.second]) == numbers }) {
          return false
        }
      }
    }
    for place in 0..<4 {
      let (mine, other) = (said(place, ours), said(place, theirs))
      if let mine, let other, mine != other { return false }
    }
    return true
  }

  /// What a group says: its oldest record that says it.
  private func said(_ place: Int, _ group: [Int]) -> String? {
    group.lazy.compactMap { members[$0].stated[place]?.value }.first
  }

  private mutating func join(_ first: Int, _ second: Int) {
    let (kept, gone) = (groupOf[first], groupOf[second])
    for place in groupOf.indices where groupOf[place] == gone { groupOf[place] = kept }
  }
}
