import Domain
import Storage
import Testing

@Suite("Promises beside what was recorded of them")
struct PromiseTests {
  private let office: Office

  init() throws {
    office = try Office("Lhota")
  }

  private func promise(_ activity: String, _ what: String? = nil, on date: String) throws {
    try office.importing("agreement" + activity, region: "Lhota", date: date) {
      var commitment = ExtractedCommitment(activity: Fact(activity, SourceRange(1, 2)))
      commitment.what = what.map { Fact($0, SourceRange(2, 3)) }
      commitment.atLeast = Fact(4, SourceRange(3, 4))
      commitment.per = "year"
      var agreement = ExtractedAgreement()
      agreement.commitments = [commitment]
      $0.agreement = agreement
    }
  }

  private func meeting(_ body: String, _ date: String) throws {
    try office.importing(meetingOf: body, on: date, in: "Lhota")
  }

  private func recorded(_ conditions: String...) throws -> [String] {
    let cells =
      try conditions.isEmpty
      ? office.cells(.commitments, "recorded")
      : office.cells(.commitments, "recorded", where: conditions[0])
    return cells.flatMap { cell in if case .list(let lines) = cell { lines } else { ["–"] } }
  }

  @Test("days of the promised body are counted for every year since the agreement")
  func years() throws {
    try promise("Místní fórum aktérů", on: "2021-03-01")
    for date in ["2021-01-05", "2021-04-05", "2021-06-05", "2023-02-01", "2999-01-01"] {
      try meeting("MÍSTNÍ FÓRUM AKTÉRŮ", date)
    }
    // The draft of minutes beside their final wording tells of one meeting.
    try office.importing(meetingOf: "místní fórum aktérů", on: "2023-02-01", in: "Lhota", "draft")
    #expect(try recorded().prefix(4) == ["2021: 2", "2022: 0", "2023: 1", "2024: 0"])
    #expect(try recorded().last?.hasPrefix("2999") == false)
    #expect(try recorded("recorded=2021").isEmpty == false)
    #expect(try recorded("recorded=3").isEmpty)
  }

  @Test("a body is the promised one with its region's name or as its abbreviation")
  func names() throws {
    try promise("Pracovní partnerství", on: "2022")
    try meeting("Pracovní partnerství města Lhoty", "2022-01-01")
    try meeting("PP Lhota", "2022-02-01")
    try meeting("Pracovní partnerství (PP)", "2022-03-01")
    #expect(try recorded().first == "2022: 3")
    for other in ["Partnerství", "Pracovní partnerství pro bydlení", "PP pro bydlení"] {
      try meeting(other, "2022-04-01")
    }
    #expect(try recorded().first == "2022: 3")
  }

  @Test("a part of the promised body counts, named in minutes or by a person")
  func parts() throws {
    try promise("Pracovní partnerství", on: "2022")
    try office.importing("part", region: "Lhota", date: "2022-02-02") {
      var meeting = ExtractedMeeting()
      meeting.body = Fact("skupina Senioři", SourceRange(0, 5))
      meeting.parentBody = Fact("Pracovní partnerství Lhota", SourceRange(6, 9))
      $0.meeting = meeting
    }
    try meeting("skupina Děti", "2022-05-05")
    #expect(try recorded().first == "2022: 1")
    for row in try office.replica.query(.bodies) where row.cells[0] == .text("skupina Děti") {
      try office.replica.edit(
        row.id, [FieldAssignment(field: "parent", text: "PP")], author: "", clock: 3_000)
    }
    #expect(try recorded().first == "2022: 2")
  }

  @Test(
    "what no meeting can keep has no count",
    arguments: [
      ("Popis spolupráce", "Zpráva z jednání", false),
      ("Plán začleňování", "individuální odborná podpora", false),
      ("Popis spolupráce", "jednání koordinátora a starosty", true),
      ("Místní partnerství", nil, true), ("Řídicí výbor", "jednání", true),
    ])
  func noMeeting(activity: String, what: String?, isCounted: Bool) throws {
    try promise(activity, what, on: "2024")
    #expect(try recorded().first == (isCounted ? "2024: 0" : "–"))
  }

  @Test("the time that a number is for is written and read as people say it")
  func period() throws {
    try promise("Místní partnerství", on: "2024")
    let id = try office.replica.query(.commitments)[0].id
    let edit = { (text: String) in
      try office.replica.edit(
        id, [FieldAssignment(field: "per", text: text)], author: "", clock: 3_000)
    }
    try edit("celou dobu")
    #expect(try office.value(id, "per") == .text("agreement"))
    #expect(try recorded() == ["–"])
    try edit("rok")
    #expect(try office.value(id, "per") == .text("year"))
    #expect(throws: StorageError.self) { try edit("pololetí") }
  }
}
