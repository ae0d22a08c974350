import Domain
import Storage
import TestSupport
import Testing

@Suite("Calls for proposals, however they are written")
struct CallTests {
  private let office: Office

  init() throws { office = try Office("Žatec") }

  private func importing(
    _ hash: String, _ region: String, _ date: String, call number: String,
    _ programme: String? = nil
  ) throws {
    try office.importing(hash, region: region, date: date) {
      var call = ExtractedCall(number: Fact(number, SourceRange(10, 15)))
      call.programme = programme.map { Fact($0, SourceRange(16, 20)) }
      $0.calls = [call]
    }
    #expect(try office.replica.verify().problems.isEmpty)
  }

  private func importing(
    _ hash: String, _ region: String, project call: String, holder: String = "Ruka"
  ) throws {
    try office.importing(hash, region: region, date: "2021") {
      var project = ExtractedProject(name: Fact("Dílna", SourceRange(10, 15)))
      project.holder = Fact(holder, SourceRange(21, 25))
      project.call = Fact(call, SourceRange(26, 30))
      $0.projects = [project]
    }
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test(
    "a call is one row in whatever spelling, as the newest document writes it",
    arguments: [
      ("52", "OPZ"), ("052", "OP Zaměstnanost"), ("052/OPZ", nil), ("03_16_052", nil),
      ("výzva č. 03_16_052 Operačního programu Zaměstnanost", nil), ("OPZ 52", nil),
      ("výzvy KPSVL 52", "Operační program zaměstnanost"),
    ])
  func spellings(number: String, programme: String?) throws {
    try importing("a", "Most", "2021", call: number, programme)
    try importing("b", "Žatec", "2020", call: "052", "Operační program Zaměstnanost")
    #expect(try office.cells(.calls, "number") == [.text(number)])
    #expect(try office.cells(.calls, "regions") == [.list(["Most", "Žatec"])])
    for region in ["Most", "žatec"] {
      #expect(try office.replica.query(.calls, regions: [region]).count == 1)
    }
    #expect(
      try office.replica.ask(.calls, ViewQuery(withFacets: true)).facets[0].counts.map(\.rows)
        == [1, 1])
    let records = try office.replica.list(Call.kind).map(\.id.description).sorted()
    #expect(try office.cells(.calls, "records") == [.list(records)])
    #expect(records.count == 2)
  }

  @Test(
    "calls of two programmes, numbers or groups are two",
    arguments: [
      ("52", "OPZ+"), ("52", "IROP"), ("53", "OPZ"), ("52", nil), ("03_24_052", nil),
      ("03_24_052", "OPZ"), ("52. výzva MAS Lípa – OPZ", nil), ("OPZ nebo IROP 52", nil),
      ("52", "Program obnovy venkova"),
    ])
  func others(number: String, programme: String?) throws {
    try importing("a", "Most", "2021", call: number, programme)
    try importing("b", "Žatec", "2020", call: "052", "Operační program Zaměstnanost")
    #expect(try office.replica.query(.calls).count == 2)
  }

  @Test("a number without its programme is a call of its document alone")
  func withoutProgramme() throws {
    try importing("a", "Žatec", "2020", call: "3")
    try importing("b", "Žatec", "2021", call: "3")
    #expect(try office.replica.query(.calls).count == 2)
    #expect(try office.replica.query(.calls, regions: ["Žatec"]).count == 2)
  }

  @Test("a person's correction of the programme takes a call elsewhere")
  func corrected() throws {
    try importing("a", "Most", "2021", call: "52", "OPZ")
    try importing("b", "Žatec", "2020", call: "052", "Operační program Zaměstnanost")
    let id = try #require(try office.replica.list(Call.kind).first { $0.region == "Most" }).id
    try office.replica.edit(
      id, [FieldAssignment(field: "programme", text: "OPZ+")], author: "Jana", clock: 5_000)
    #expect(try office.replica.query(.calls).count == 2)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test(
    "projects of one call are one however it is written",
    arguments: [
      "52", "výzva 052", "052/OPZ", "OPZ 52", "03_16_052",
      "výzva č. 03_16_052 Operačního programu Zaměstnanost",
    ])
  func projects(call: String) throws {
    try importing("a", "Žatec", project: "výzva 052 OPZ")
    try importing("b", "Žatec", project: call)
    try importing("c", "Most", project: call, holder: "Ruka, z. s.")
    #expect(try office.cells(.projects, "call").count == 1)
  }

  @Test(
    "projects of two calls are two",
    arguments: ["53", "OPZ+ 52", "03_24_052", "52. výzva MAS Lípa – OPZ"])
  func otherProjects(call: String) throws {
    try importing("a", "Žatec", project: "výzva 052 OPZ")
    try importing("b", "Žatec", project: call)
    try importing("c", "Most", project: call, holder: "Ruka, z. s.")
    #expect(try office.cells(.projects, "call").count == 2)
  }
}
