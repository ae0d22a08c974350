import Domain
import Storage
import Sync
import Testing

@Suite("The inbox asks about duplicates and about what refers to what is gone")
struct InboxTests {
  private let office: Office

  init() throws { office = try Office("Liberec") }

  private func add(_ kind: RecordKind, _ fields: [String: String]) throws -> RecordID {
    try office.replica.add(
      kind, fields.map { FieldAssignment(field: $0.key, text: $0.value) }, author: "Jana",
      clock: 2_000)
  }

  private func questions(_ field: String) throws -> [Conflict] {
    try office.replica.conflicts().filter { conflict in
      switch conflict.question {
      case .sameness: field == Conflict.sameness
      case .references: field == Conflict.references
      case .values, .existence: false
      }
    }
  }

  private func resolve(_ conflict: Conflict, _ field: String, _ text: String) throws {
    try office.replica.resolve(
      conflict.record, field: field, text: text, author: "Jana", clock: 3_000)
  }

  @Test("People of one name in one region are one question, and one answer settles it")
  func samePeople() throws {
    for role in ["starosta", "předseda", "host"] {
      _ = try add(Person.kind, ["name": "Jan Novák", "role": role])
    }
    _ = try add(Person.kind, ["name": "Jan Novák", "region": "Most"])
    let question = try #require(try questions(Conflict.sameness).first)
    #expect(try questions(Conflict.sameness).count == 1)
    guard case .sameness(let others) = question.question else { return }
    #expect(others.count == 2)
    try resolve(question, "totožnost", "totéž")
    #expect(try questions(Conflict.sameness).isEmpty)
    #expect(try office.replica.list(Link.kind).count == 2)
    #expect(throws: StorageError.noConflict(question.record, field: Conflict.sameness)) {
      try resolve(question, Conflict.sameness, "totéž")
    }
  }

  @Test("Who is said to be somebody else is not asked about again, until another comes")
  func differentPeople() throws {
    for _ in 0..<3 { _ = try add(Person.kind, ["name": "Jan Novák"]) }
    let question = try #require(try questions(Conflict.sameness).first)
    try resolve(question, Conflict.sameness, "různé")
    #expect(try questions(Conflict.sameness).isEmpty)
    _ = try add(Person.kind, ["name": "Jan Novák"])
    #expect(try questions(Conflict.sameness).count == 1)
  }

  private func duplicates() throws -> Int {
    try office.replica.query(.duplicates).count
  }

  @Test("Organisations of one name are listed by a view, and settled the same way")
  func organizations() throws {
    _ = try add(Organization.kind, ["name": "Člověk v tísni, o.p.s."])
    _ = try add(Organization.kind, ["name": "Člověk v tísni", "region": "Most"])
    _ = try add(Organization.kind, ["name": "Člověk v tísni", "region": "Žatec"])
    #expect(try questions(Conflict.sameness).isEmpty)
    #expect(try duplicates() == 3)
    let ids = try office.replica.list(Organization.kind).map(\.id).sorted()
    try office.replica.resolve(
      ids[0], field: Conflict.sameness, text: "same", author: "Jana", clock: 3_000)
    #expect(try duplicates() == 0)
    for link in try office.replica.list(Link.kind) {
      try office.replica.delete(link.id, author: "Jana", clock: 4_000)
    }
    #expect(try duplicates() == 3)
  }

  @Test(
    "A deleted meeting that others refer to comes back, or they go too",
    arguments: ["obnovit", "smazat"])
  func references(answer: String) throws {
    let meeting = try add(Meeting.kind, ["date": "2024-05-01"])
    for name in ["Jan Novák", "Eva Malá"] {
      _ = try add(Attendance.kind, ["name": name, "meeting": meeting.description])
    }
    #expect(try questions(Conflict.references).isEmpty)
    try office.replica.delete(meeting, author: "Jana", clock: 2_500)
    let question = try #require(try questions(Conflict.references).first)
    #expect(question.record == meeting)
    guard case .references(let referrers) = question.question else { return }
    #expect(referrers.count == 2)
    #expect(try office.replica.record(withPrefix: meeting.description, isDeleted: true) == meeting)
    try resolve(question, Conflict.references, answer)
    #expect(try questions(Conflict.references).isEmpty)
    let isRestored = answer == "obnovit"
    #expect(try office.replica.list(Meeting.kind).count == (isRestored ? 1 : 0))
    #expect(try office.replica.list(Attendance.kind).count == (isRestored ? 2 : 0))
  }

  @Test("An answer that is none says which there are")
  func notAnAnswer() throws {
    for _ in 0..<2 { _ = try add(Person.kind, ["name": "Jan Novák"]) }
    let question = try #require(try questions(Conflict.sameness).first)
    #expect(throws: StorageError.self) { try resolve(question, Conflict.sameness, "možná") }
    #expect(try questions(Conflict.sameness).count == 1)
  }
}
