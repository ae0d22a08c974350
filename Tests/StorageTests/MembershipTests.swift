import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("Members: what they acknowledge, and how they are retired")
struct MembershipTests {
  /// Both have what both have.
  private static func exchange(_ first: Office, _ second: Office) throws {
    try first.take(from: second)
    try second.take(from: first)
  }

  private static func member(_ office: Office, seenBy other: Office) throws -> Member {
    let id = office.replica.id
    return try #require(try other.replica.membership().members.first { $0.replica == id })
  }

  @Test("Whoever writes acknowledges what it has by that")
  func writing() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    _ = try first.addProject("Sever")
    try second.take(from: first)
    #expect(try second.replica.membership().stable.isEmpty)
    _ = try second.addProject("Jih")
    try first.take(from: second)
    let stable = try first.replica.membership().stable
    #expect(stable[first.replica.id] == 2)
    #expect(stable[second.replica.id] == 0)
  }

  @Test("Whoever only reads acknowledges once, and acknowledgements are not acknowledged")
  func reading() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    _ = try first.addProject("Sever")
    try Self.exchange(first, second)
    #expect(try second.replica.acknowledge(clock: 3_000))
    #expect(try !second.replica.acknowledge(clock: 3_001))
    try Self.exchange(first, second)
    #expect(try first.replica.membership().stable[first.replica.id] == 2)
    #expect(try !first.replica.acknowledge(clock: 3_002))
    #expect(try first.dump() == second.dump())
    #expect(try second.replica.verify().problems.isEmpty)
  }

  @Test("Whoever wrote lately need not acknowledge yet")
  func quiet() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    _ = try first.addProject("Sever")
    try second.take(from: first)
    #expect(try !second.replica.acknowledge(clock: 5_000, after: 60_000))
    #expect(try second.replica.acknowledge(clock: 500_000, after: 60_000))
  }

  @Test("A retired member is not waited for; everybody hears who it is")
  func retirement() throws {
    let offices = try ["Liberec", "Žatec", "Chomutov"].map(Office.init)
    _ = try offices[0].addProject("Sever")
    for office in offices { try Self.exchange(offices[0], office) }
    for office in offices[..<2] { try office.replica.acknowledge(clock: 3_000) }
    try Self.exchange(offices[0], offices[1])
    #expect(try offices[0].replica.membership().stable.isEmpty)

    let name = String(offices[2].replica.id.description.prefix(10))
    let retired = try offices[1].replica.retire(name, author: "Jana", clock: 4_000)
    #expect(retired.replica == offices[2].replica.id)
    try Self.exchange(offices[0], offices[1])
    for office in offices[..<2] {
      #expect(try Self.member(offices[2], seenBy: office).isRetired)
      #expect(try office.replica.membership().stable[offices[0].replica.id] == 2)
    }
  }

  @Test("What a retired member brings later is applied, and it is waited for again")
  func comingBack() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    let project = try first.addProject("Sever")
    try Self.exchange(first, second)
    _ = try first.replica.retire(second.replica.id.description, author: "Jana", clock: 4_000)
    for (office, word) in [(first, "Nový sever"), (second, "Starý sever")] {
      try office.replica.edit(
        project, [FieldAssignment(field: "name", text: word)], author: "Ivo", clock: 5_000)
    }
    try Self.exchange(first, second)
    #expect(try first.replica.conflicts().count == 1)
    #expect(try first.dump() == second.dump())
    #expect(try !Self.member(second, seenBy: first).isRetired)
    #expect(try !Self.member(second, seenBy: second).isRetired)
  }

  @Test("Only a known member that is waited for can be retired, and nobody retires himself")
  func refusals() throws {
    let (first, second) = (try Office("Liberec"), try Office("Žatec"))
    try first.take(from: second)
    let retire = { (name: String) in
      _ = try first.replica.retire(name, author: "Jana", clock: 4_000)
    }
    #expect(throws: MembershipError.unknown("u")) { try retire("u") }
    #expect(throws: MembershipError.unknown("")) { try retire(" ") }
    #expect(throws: MembershipError.isSelf(first.replica.id)) {
      try retire(first.replica.id.description)
    }
    try retire(second.replica.id.description)
    #expect(throws: MembershipError.notActive(second.replica.id)) {
      try retire(second.replica.id.description)
    }
  }

  @Test("The identity that a copy wrote under before is known, and not waited for")
  func renewal() throws {
    let office = try Office("Liberec")
    _ = try office.addProject("Sever")
    let copy = office.folder.path("copy.db")
    try office.replica.backup(to: copy)
    let second = try Replica(opening: copy, for: .writing)
    let membership = try second.membership()
    let former = try #require(membership.members.first { $0.replica == office.replica.id })
    #expect(membership.standing(of: former) == .renewed(second.id))
  }
}
