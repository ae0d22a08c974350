import Domain
import Storage
import Sync
import Testing

/// A document with one project and one organisation, as an extractor of some version found them.
private func file(
  _ name: String = "zapis.txt", hash: String = "aa", project: String? = "Dílna",
  status: ProjectStatus? = .approved, holder: String? = nil, organization: String? = nil,
  region: String? = nil
) throws -> ImportedFile {
  var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
  extracted.region = region.map { Fact($0, SourceRange(0, 2)) }
  if let project {
    var found = ExtractedProject(name: Fact(project, SourceRange(2, 7)))
    found.status = status.map { Fact($0, SourceRange(8, 12)) }
    found.holder = holder.map { Fact($0, SourceRange(13, 15)) }
    extracted.projects = [found]
  }
  if let organization {
    var found = ExtractedOrganization(name: Fact(organization, SourceRange(16, 20)))
    found.ico = Fact(try #require(CompanyNumber("25596641")), SourceRange(21, 29))
    extracted.organizations = [found]
  }
  return ImportedFile(
    name: name, sha256: hash, plainText: String(repeating: "text ", count: 8), extracted: extracted)
}

@Suite("Importing a document")
struct ImportTests {
  @Test("again, by another name or in another order, it changes nothing")
  func repetition() throws {
    let office = try Office("Liberec")
    let first = try file(organization: "Pomoc, z. s.")
    let other = try file("jiny.txt", hash: "bb", project: nil, organization: "Pomoc z.s.")
    for document in [first, other] { try office.importing(document) }
    let before = try office.dump()
    let renamed = try file("kopie.txt", organization: "Pomoc, z. s.")
    for document in [first, other, renamed, first] {
      #expect(try office.importing(document).outcome == .unchanged)
    }
    #expect(try office.dump() == before)
  }

  @Test("in two offices it is the same records without anything to settle")
  func twoOffices() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    try liberec.importing(file(region: "Most"))
    try zatec.importing(file(region: "Most"))
    try zatec.take(from: liberec)
    try liberec.take(from: zatec)
    #expect(try liberec.replica.list(Project.kind).count == 1)
    #expect(try liberec.dump() == zatec.dump())
    #expect(try liberec.replica.conflicts().isEmpty)
  }

  @Test("what a person corrected stays, whatever an extractor finds later")
  func personBeforeMachine() throws {
    let office = try Office("Liberec")
    try office.importing(file())
    let id = try #require(try office.replica.list(Project.kind).first).id
    try office.edit(id, "status", "rejected", clock: 3_000)
    #expect(try office.importing(file()).outcome == .unchanged)
    try office.importing(file(status: .running, holder: "Spolek"))
    #expect(try office.value(id, "status") == .text("rejected"))
    #expect(try office.value(id, "holder") == .text("Spolek"))
    try office.replica.delete(id, author: "", clock: 4_000)
    try office.importing(file(status: .finished))
    #expect(try office.replica.list(Project.kind).isEmpty)
  }

  @Test("the words of a document do not prove what a person wrote instead")
  func evidenceOfCorrections() throws {
    let office = try Office("Liberec")
    try office.importing(file(holder: "Spolek"))
    let id = try #require(try office.replica.list(Project.kind).first).id
    try office.edit(id, "status", "rejected", clock: 3_000)
    #expect(try Set(office.replica.show(id).evidence.map(\.field)) == ["name", "holder"])
  }

  @Test("with a better extractor, what was wrong before is gone, with its evidence")
  func betterExtractor() throws {
    let office = try Office("Liberec")
    try office.importing(file(project: "Omyl", holder: "Nikdo"))
    try office.importing(file(project: "Dílna", status: nil))
    let rows = try office.replica.list(Project.kind)
    #expect(rows.count == 1)
    let id = try #require(rows.first).id
    #expect(try office.value(id, "name") == .text("Dílna"))
    try office.importing(file(project: "Dílna", status: .approved))
    #expect(try Set(office.replica.show(id).evidence.map(\.field)) == ["name", "status"])
    try office.importing(file(project: "Dílna", status: nil))
    #expect(try office.value(id, "status") == ViewRow.Cell.none)
    #expect(try Set(office.replica.show(id).evidence.map(\.field)) == ["name"])
  }

  @Test("a record that a person wrote to stays although an extractor no longer finds it")
  func personsRecord() throws {
    let office = try Office("Liberec")
    try office.importing(file(project: "Dílna"))
    let id = try #require(try office.replica.list(Project.kind).first).id
    try office.edit(id, "holder", "Spolek", clock: 3_000)
    try office.importing(file(project: nil))
    #expect(try office.replica.list(Project.kind).map(\.id) == [id])
  }

  @Test("an organisation of two documents stays when one of them no longer names it")
  func sharedRecord() throws {
    let office = try Office("Liberec")
    try office.importing(file(organization: "Pomoc, z. s."))
    try office.importing(file(hash: "bb", project: nil, organization: "Pomoc, z. s."))
    try office.importing(file())
    let rows = try office.replica.list(Organization.kind)
    #expect(rows.count == 1)
    #expect(try office.replica.show(try #require(rows.first).id).evidence.count == 2)
    try office.importing(file(hash: "bb", project: nil))
    #expect(try office.replica.list(Organization.kind).isEmpty)
  }

  /// Minutes of a day that state the capacity of a service with a registration number.
  private func minutes(of day: String, capacity: Int) throws -> ImportedFile {
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.date = Fact(try #require(CalendarPeriod(day)), SourceRange(0, 2))
    var service = ExtractedService(kind: Fact("azylové domy", SourceRange(3, 5)))
    service.registration = Fact("1234567", SourceRange(6, 9))
    service.capacity = Fact(capacity, SourceRange(10, 12))
    extracted.services = [service]
    return ImportedFile(
      name: "\(day).txt", sha256: day, plainText: String(repeating: "text ", count: 8),
      extracted: extracted)
  }

  @Test(
    "of a record that several documents speak of the latest holds, in whatever order they come",
    arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2, 1, 0]])
  func latestHolds(order: [Int]) throws {
    let files = try [("2020-06-10", 15), ("2020-09-10", 20), ("2021-03-15", 25)].map {
      try minutes(of: $0, capacity: $1)
    }
    let office = try Office("Žatec")
    for place in order { try office.importing(files[place]) }
    let row = try #require(try office.replica.query(.services).first)
    #expect(try office.value(row.id, "capacity") == .integer(25))
    #expect(row.cells.contains(.text("2021-03-15")))
    let proofs = try office.replica.show(row.id).evidence.filter { $0.field == "capacity" }
    #expect(proofs.map(\.documentName) == ["2021-03-15.txt"])
    for file in files { #expect(try office.importing(file).outcome == .unchanged) }
    // A better extractor reads the latest otherwise.
    try office.importing(minutes(of: "2021-03-15", capacity: 30))
    #expect(try office.value(row.id, "capacity") == .integer(30))
  }

  @Test("a document that names no region raises no questions in two offices, and stays as it is")
  func regionOfNobody() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    var found = try file(organization: "Pomoc, z. s.")
    var meeting = ExtractedMeeting()
    meeting.body = Fact("Rada", SourceRange(30, 34))
    found.extracted.meeting = meeting
    let document = found
    for office in [liberec, zatec] { try office.importing(document) }
    for _ in 0..<2 {
      try zatec.take(from: liberec)
      try liberec.take(from: zatec)
      #expect(try liberec.replica.conflicts().isEmpty)
      for office in [liberec, zatec] { try office.importing(document) }
    }
    for office in [liberec, zatec] {
      #expect(try office.importing(document).outcome == .unchanged)
      #expect(try office.replica.list(Body.kind).count == 1)
      #expect(try office.replica.verify().problems.isEmpty)
    }
    try zatec.take(from: liberec)
    try liberec.take(from: zatec)
    #expect(try liberec.dump() == zatec.dump())
  }

  @Test("a document that somebody deleted is not imported again")
  func deleted() throws {
    let office = try Office("Liberec")
    let id = try office.importing(file()).document
    try office.replica.delete(id, author: "Jana", clock: 3_000)
    let before = try office.dump()
    #expect(try office.importing(file(status: .running)).outcome == .deleted)
    #expect(try office.dump() == before)
  }

  @Test("every meeting of a file is known, each by its day, and all who verified the minutes")
  func severalMeetings() throws {
    func meeting(_ body: String, verifiers: [String]) -> ExtractedMeeting {
      var meeting = ExtractedMeeting()
      meeting.body = Fact(body, SourceRange(0, 2))
      let people = verifiers.map { Fact(PersonName($0), SourceRange(3, 5)) }
      meeting.verifiedBy = people.first
      meeting.otherVerifiers = Array(people.dropFirst())
      return meeting
    }
    let days = ["2024-02-05", "2024-03-04"].compactMap { CalendarPeriod($0) }
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.date = Fact(days[0], SourceRange(6, 9))
    extracted.meeting = meeting("Rada", verifiers: ["Jan Nový", "Eva Malá"])
    extracted.furtherMeetings = [
      ExtractedFurtherMeeting(
        number: nil, date: Fact(days[1], SourceRange(10, 12)),
        meeting: meeting("Rada", verifiers: []))
    ]
    let file = ImportedFile(
      name: "a.txt", sha256: "aa", plainText: String(repeating: "text ", count: 8),
      extracted: extracted)
    let office = try Office("Liberec")
    try office.importing(file)
    let rows = try office.replica.list(Meeting.kind)
    #expect(rows.count == 2)
    let values = try rows.map { try office.value($0.id, "date") }
    #expect(Set(values) == [.text("2024-02-05"), .text("2024-03-04")])
    let verified = try rows.compactMap { try office.value($0.id, "verifiedBy") }
    #expect(verified.contains(.text("Jan Nový, Eva Malá")))
    #expect(try office.replica.list(Body.kind).count == 1)
    #expect(try office.importing(file).outcome == .unchanged)
  }
}

extension Office {
  @discardableResult
  fileprivate func importing(_ file: ImportedFile) throws -> ImportReport {
    try replica.importDocument(file, clock: 2_000)
  }
}
