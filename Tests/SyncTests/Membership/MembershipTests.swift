import Sync
import Testing

@Suite("Who is waited for, and what all have")
struct MembershipTests {
  private static func member(
    _ number: UInt8, has: Dot..., after predecessor: UInt8? = nil, retiredThrough: UInt64? = nil
  ) -> Member {
    var vector = VersionVector()
    for dot in has { vector.observe(dot) }
    return Member(
      replica: .example(number), region: "Liberec", predecessor: predecessor.map(ReplicaID.example),
      sequence: vector[.example(number)], milliseconds: UInt64(number), acknowledged: vector,
      retiredThrough: retiredThrough)
  }

  @Test("Stable is what every active member has acknowledged")
  func stable() {
    let membership = Membership([
      Self.member(1, has: .example(1, 5), .example(2, 3)),
      Self.member(2, has: .example(1, 4), .example(2, 7), .example(3, 1)),
    ])
    #expect(membership.stable == VersionVector(.example(1, 4), .example(2, 3)))
  }

  @Test("A member that has acknowledged nothing holds everything back")
  func newcomer() {
    let membership = Membership([
      Self.member(1, has: .example(1, 5)), Self.member(2, has: .example(2, 1)),
    ])
    #expect(membership.stable.isEmpty)
  }

  @Test("A retired member holds nothing back, until it is heard of again")
  func retirement() {
    let first = Self.member(1, has: .example(1, 5), .example(2, 3))
    let silent = Self.member(2, has: .example(2, 3), retiredThrough: 3)
    #expect(Membership([first, silent]).stable == first.acknowledged)
    #expect(Membership([first, silent]).standing(of: silent) == .retired)
    let back = Self.member(2, has: .example(2, 4), retiredThrough: 3)
    #expect(Membership([first, back]).standing(of: back) == .active)
    #expect(Membership([first, back]).stable == VersionVector(.example(2, 3)))
  }

  @Test("An identity that was given up is not waited for; an original that heard of its copy is")
  func renewal() {
    let former = Self.member(1, has: .example(1, 5))
    let heir = Self.member(2, has: .example(1, 5), .example(2, 1), after: 1)
    #expect(Membership([former, heir]).standing(of: former) == .renewed(.example(2)))
    #expect(Membership([former, heir]).stable == heir.acknowledged)
    let original = Self.member(1, has: .example(1, 6), .example(2, 1))
    #expect(Membership([original, heir]).standing(of: original) == .active)
  }

  @Test("Who lags behind is named, the longest silent first")
  func behind() {
    let known = VersionVector(.example(1, 5), .example(2, 3), .example(3, 2))
    let members = [
      Self.member(3, has: .example(3, 2)), Self.member(2, has: .example(2, 3)),
      Self.member(1, has: .example(1, 5), .example(2, 3), .example(3, 2)),
    ]
    #expect(Membership(members).behind(known).map(\.replica) == [.example(2), .example(3)])
    #expect(known.count(beyond: members[0].acknowledged) == 8)
  }
}
