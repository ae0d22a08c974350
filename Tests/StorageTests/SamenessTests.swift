import Domain
import Storage
import TestSupport
import Testing

@Suite("Records of one thing")
struct SamenessTests {
  private let office: Office

  init() throws {
    office = try Office("Žatec")
  }

  private func importing(
    _ hash: String, _ region: String, _ date: String = "2020-06-10",
    _ fill: (inout ExtractedDocument) -> Void
  ) throws {
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.region = Fact(region, SourceRange(0, 3))
    extracted.date = CalendarPeriod(date).map { Fact($0, SourceRange(4, 8)) }
    fill(&extracted)
    let file = ImportedFile(
      name: hash + ".txt", sha256: hash, plainText: String(repeating: "slovo ", count: 20),
      extracted: extracted)
    _ = try office.replica.importDocument(file, clock: 2_000)
  }

  private func importing(
    _ hash: String, _ region: String, _ date: String = "2020-06-10", project name: String,
    _ status: ProjectStatus? = nil, holder: String? = nil, call: String? = nil,
    registration: String? = nil
  ) throws {
    try importing(hash, region, date) {
      var project = ExtractedProject(name: Fact(name, SourceRange(10, 15)))
      project.status = status.map { Fact($0, SourceRange(16, 20)) }
      project.holder = holder.map { Fact($0, SourceRange(21, 25)) }
      project.call = call.map { Fact($0, SourceRange(26, 30)) }
      project.registration = registration.map { Fact($0, SourceRange(31, 35)) }
      $0.projects = [project]
    }
  }

  private func importing(
    _ hash: String, _ region: String, organization name: String, ico: String? = nil
  ) throws {
    try importing(hash, region) {
      var organization = ExtractedOrganization(name: Fact(name, SourceRange(1, 5)))
      organization.ico = ico.flatMap { CompanyNumber($0) }.map { Fact($0, SourceRange(6, 10)) }
      $0.organizations = [organization]
    }
  }

  private func add(_ kind: RecordKind, _ fields: [String: String], clock: UInt64 = 3_000) throws
    -> RecordID
  {
    try office.replica.add(
      kind, fields.sorted { $0.key < $1.key }.map { FieldAssignment(field: $0, text: $1) },
      author: "Jana", clock: clock)
  }

  private func edit(_ id: RecordID, _ field: String, _ text: String, clock: UInt64 = 5_000) throws {
    try office.replica.edit(
      id, [FieldAssignment(field: field, text: text)], author: "Jana", clock: clock)
  }

  private func record(of region: String, _ kind: RecordKind, in document: String? = nil) throws
    -> RecordID
  {
    try #require(
      try office.replica.list(kind, regions: [region]).first { row in
        document.map { name in row.evidence.contains { $0.documentName == name } } ?? true
      }
    ).id
  }

  private func cells(
    _ view: ConsolidatedView, _ column: String, regions: [String] = [], _ filters: String...
  ) throws -> [ViewRow.Cell] {
    let place = try #require(view.columns.firstIndex { $0.field.name == column })
    let rows = try office.replica.query(
      view, regions: regions, filters: filters.compactMap { RowFilter($0) })
    // What was put to things one by one has to be what is worked out of all records at once.
    #expect(try office.replica.verify().problems.isEmpty)
    return rows.map { $0.cells[place] }
  }

  private func facet(_ view: ConsolidatedView, _ region: String) throws -> Int? {
    try office.replica.ask(view, ViewQuery(withFacets: true)).facets[0].counts
      .first { $0.value == region }?.rows
  }

  @Test("a project of two regions is found by, and counted in, each of them")
  func projectOfTwoRegions() throws {
    try importing("a", "Žatec", project: "Domov pro všechny", registration: "X1")
    try importing(
      "b", "Liberec", "2021", project: "Domov pro všechny", .running, registration: "X1")
    try importing("c", "Most", project: "Kavárna")
    let both = [ViewRow.Cell.list(["Liberec", "Žatec"])]
    for region in ["Žatec", "liberec"] {
      #expect(try cells(.projects, "regions", regions: [region]) == both)
    }
    #expect(try cells(.projects, "regions", "regions=zatec") == both)
    #expect(try cells(.projects, "regions", "regions=Most") == [.list(["Most"])])
    #expect(try facet(.projects, "Žatec") == 1 && facet(.projects, "Liberec") == 1)
    // Minutes that do not repeat the number, and ones that take it back.
    try importing("d", "Žatec", "2022", project: "Domovy pro všechny")
    #expect(try cells(.projects, "documents", regions: ["Žatec"]) == [.integer(3)])
    try edit(record(of: "Liberec", Project.kind), "registration", "X2")
    #expect(try cells(.projects, "regions", regions: ["Žatec"]) == [.list(["Žatec"])])
    #expect(try cells(.projects, "regions", regions: ["Liberec"]) == [.list(["Liberec"])])
  }

  @Test("an organisation known by its number is of all regions whose documents speak of it")
  func organizationOfTwoRegions() throws {
    for (hash, region) in [("a", "Žatec"), ("b", "Most"), ("c", "Liberec")] {
      try importing(hash, region, organization: "Spolek Ruka, z. s.", ico: "27036367")
      try importing(hash + "2", region, organization: "Ruka")
    }
    let all = [ViewRow.Cell.list(["Liberec", "Most", "Žatec"])]
    for region in ["Žatec", "Most", "Liberec"] {
      #expect(try cells(.organizations, "regions", "ico=27036367", "regions=" + region) == all)
      #expect(try cells(.organizations, "regions", regions: [region], "ico=27036367") == all)
    }
    #expect(try facet(.organizations, "Most") == 2)
    // A document that turns out to be of another region, and one that is gone.
    try edit(record(of: "Most", ImportedDocument.kind), "region", "Hrob")
    #expect(
      try Set(cells(.organizations, "regions", regions: ["Hrob"])).count
        == office.replica.query(.organizations, regions: ["Hrob"]).count)
  }

  @Test("a common call makes one of two towns' projects only where the holder is the same")
  func commonCall() throws {
    try importing("a", "Žatec", project: "Terénní práce", call: "03_24_068")
    try importing("b", "Most", project: "Terénní práce", call: "03_24_068")
    #expect(try cells(.projects, "name").count == 2)
    try importing("c", "Cheb", project: "Terénní práce", holder: "Ruka", call: "03_24_068")
    try importing("d", "Hrob", project: "Terénní práce", holder: "Ruka, z. s.", call: "03_24_068")
    #expect(try cells(.projects, "name").count == 3)
    try importing("e", "Brno", project: "Terénní práce", holder: "Ruka")
    #expect(try cells(.projects, "name").count == 4)
  }

  @Test(
    "what a person wrote of a status beats older and newer documents", arguments: [true, false])
  func statusOfPerson(comesFirst: Bool) throws {
    try importing("a", "Žatec", "2020-06-10", project: "Dílna", .approved)
    if comesFirst { try importing("b", "Žatec", "2020-02", project: "Dílna", .submitted) }
    let older = try #require(
      try office.replica.list(Project.kind).first { row in
        row.cells.contains(.text("approved"))
      }
    ).id
    try edit(older, "status", "ukončen")
    if !comesFirst { try importing("b", "Žatec", "2020-02", project: "Dílna", .submitted) }
    try importing("c", "Žatec", "2020-10", project: "Dílna", .running)
    #expect(try cells(.projects, "status") == [.text("finished")])
    #expect(
      try cells(.projects, "history")
        == [.list(["2020-02 submitted", "2020-10 running", "finished"])])
    // Of several persons' words the last.
    let newest = try #require(
      try office.replica.list(Project.kind).first { row in
        row.cells.contains(.text("running"))
      }
    ).id
    try edit(newest, "status", "rejected", clock: 6_000)
    #expect(try cells(.projects, "status") == [.text("rejected")])
    try edit(older, "status", "ukončen", clock: 6_500)
    try edit(older, "status", "schválen", clock: 7_000)
    #expect(try cells(.projects, "status") == [.text("approved")])
  }

  @Test("a document that turns out to be newer has the last word")
  func dateOfDocument() throws {
    try importing("a", "Žatec", "2020", project: "Dílna", .approved)
    try importing("b", "Žatec", "2021", project: "Dílna", .running)
    let document = try #require(
      try office.replica.list(ImportedDocument.kind).first { row in
        row.cells.contains(.text("a.txt"))
      }
    ).id
    try edit(document, "date", "2022")
    #expect(try cells(.projects, "status") == [.text("approved")])
  }

  @Test("a project that a person added counts with its day, and its status before documents")
  func projectOfPerson() throws {
    _ = try add(Project.kind, ["name": "Dílna", "region": "Žatec"], clock: 1_600_000_000_000)
    try importing("a", "Žatec", "2020-06", project: "Dílna", .approved)
    try importing("b", "Žatec", "2021", project: "Dílna", .running)
    #expect(try cells(.projects, "status") == [.text("running")])
    let id = try add(
      Project.kind, ["name": "Dílny", "status": "finished", "region": "Žatec"],
      clock: 1_600_000_000_000)
    #expect(try cells(.projects, "status") == [.text("finished")])
    #expect(try cells(.projects, "name") == [.text("Dílny")])
    #expect(
      try cells(.projects, "history")
        == [.list(["2020-06 approved", "2021 running", "finished"])])
    try office.replica.delete(id, author: "Jana", clock: 1_700_000_000_000)
    #expect(try cells(.projects, "status") == [.text("running")])
  }

  @Test("whatever comes in whatever order, all arrive at the same things", arguments: 0..<12)
  func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let regions = ["Žatec", "Most", "Cheb"]
    let numbers = ["27036367", "00006947", nil, nil]
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    for step in 0..<40 {
      let hash = "d\(step)"
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        try importing(
          hash, pick(regions), pick(["2019", "2020-05", "2021"]), project: pick(["Dílna", "Azyl"]),
          pick([.approved, .running, nil]), holder: pick(["Ruka", "Dům", nil, nil]),
          call: pick(["1", "01 OPZ", "2", nil, nil]), registration: pick(["X1", nil, nil, nil]))
      case 4..<6:
        try importing(
          hash, pick(regions), organization: pick(["Ruka", "Dům", "Spolek Dům", "Ruka Most"]),
          ico: pick(numbers))
      case 6..<8: try editAnything(&random, clock: 5_000 + UInt64(step))
      case 8: try deleteAnything(&random, clock: 5_000 + UInt64(step))
      default: try linkAnything(&random, clock: 5_000 + UInt64(step))
      }
      if step % 4 == 3 {
        #expect(try office.replica.verify().problems.isEmpty, "step \(step)")
      }
    }
    let other = try Office("Most")
    try other.take(from: office)
    #expect(try other.replica.verify().problems.isEmpty)
    for view in [ConsolidatedView.projects, .organizations, .duplicates] {
      let (mine, theirs) = (try office.replica.query(view), try other.replica.query(view))
      #expect(Set(mine.map(\.id)) == Set(theirs.map(\.id)))
      #expect(Set(mine.map(\.cells)) == Set(theirs.map(\.cells)))
    }
  }

  private func anything(_ kinds: [RecordKind], _ random: inout SeededGenerator) throws -> RecordID?
  {
    guard let kind = kinds.randomElement(using: &random) else { return nil }
    return try office.replica.list(kind).map(\.id).sorted().randomElement(using: &random)
  }

  private func editAnything(_ random: inout SeededGenerator, clock: UInt64) throws {
    let edits: [(RecordKind, String, [String])] = [
      (Project.kind, "name", ["Dílna", "Azyl"]), (Project.kind, "holder", ["Ruka", "Dům", ""]),
      (Project.kind, "status", ["finished", ""]), (Project.kind, "registration", ["X1", ""]),
      (Project.kind, "region", ["Most", "Cheb"]), (Organization.kind, "region", ["Most", "Cheb"]),
      (Organization.kind, "ico", ["27036367", "00006947", ""]),
      (ImportedDocument.kind, "date", ["2018", "2023"]),
      (ImportedDocument.kind, "region", ["Most", "Hrob"]),
    ]
    guard let (kind, field, texts) = edits.randomElement(using: &random),
      let id = try anything([kind], &random), let text = texts.randomElement(using: &random)
    else { return }
    try edit(id, field, text, clock: clock)
  }

  private func deleteAnything(_ random: inout SeededGenerator, clock: UInt64) throws {
    let kinds = [Project.kind, Organization.kind, Link.kind, ImportedDocument.kind]
    guard let id = try anything(kinds, &random) else { return }
    try office.replica.delete(id, author: "Jana", clock: clock)
  }

  private func linkAnything(_ random: inout SeededGenerator, clock: UInt64) throws {
    let kind = Bool.random(using: &random) ? Project.kind : Organization.kind
    guard let first = try anything([kind], &random), let second = try anything([kind], &random),
      first != second
    else { return }
    _ = try add(
      Link.kind,
      [
        "record": first.description, "other": second.description,
        "relation": Bool.random(using: &random) ? "same" : "different",
      ], clock: clock)
  }

  @Test("a person's holder beats those of other documents and does not make another project")
  func holderOfPerson() throws {
    try importing("a", "Žatec", "2020", project: "Poradna", holder: "Centrum pro rodiny")
    let id = try record(of: "Žatec", Project.kind)
    try importing("b", "Žatec", "2021", project: "Poradna", holder: "Centra pro rodiny")
    try edit(id, "holder", "Dům pro rodinu, z. s.")
    #expect(try cells(.projects, "holder") == [.text("Dům pro rodinu, z. s.")])
    try importing("c", "Žatec", "2022", project: "Poradna", holder: "Ruka")
    #expect(try cells(.projects, "holder").count == 2)
    _ = try add(Project.kind, ["name": "Poradna", "holder": "Ruka", "region": "Žatec"])
    #expect(try cells(.projects, "holder").count == 2)
  }

  @Test("an organisation is counted with what its own regions have, by its number with everything")
  func countsOfRegions() throws {
    for (hash, region) in [("a", "Žatec"), ("b", "Most"), ("c", "Most")] {
      try importing(hash, region, organization: "Charita")
      try importing(hash + "2", region, project: "Projekt " + hash, holder: "Charita")
    }
    let counts = { try self.cells(.organizations, "projects", regions: [$0]) }
    #expect(try counts("Žatec") == [.integer(1)] && counts("Most") == [.integer(2)])
    try edit(record(of: "Žatec", Organization.kind), "ico", "27036367")
    #expect(try counts("Žatec") == [.integer(3)] && counts("Most") == [.integer(2)])
  }

  @Test("organisations are one by a number that a person adds, whatever they are called")
  func numberOfPerson() throws {
    try importing("a", "Žatec", organization: "Spolek Ruka", ico: "27036367")
    try importing("b", "Most", organization: "Pomocná ruka")
    try importing("c", "Most", organization: "Pomocné ruky")
    #expect(try cells(.organizations, "name").count == 2)
    let id = try record(of: "Most", Organization.kind)
    try edit(id, "ico", "27036367")
    #expect(try cells(.organizations, "regions") == [.list(["Most", "Žatec"])])
    #expect(try cells(.organizations, "records", regions: ["Most"]).count == 1)
    try edit(id, "ico", "")
    #expect(try cells(.organizations, "name").count == 2)
    // What a person says of the number corrects what was read.
    try edit(record(of: "Žatec", Organization.kind), "ico", "00006947")
    #expect(try cells(.organizations, "ico", regions: ["Žatec"]) == [.text("00006947")])
  }
}
