import Domain
import Storage
import Testing

@Suite("Consolidated views")
struct ViewTests {
  private let office: Office

  init() throws {
    office = try Office("Liberec")
  }

  private func importing(
    _ hash: String, region: String = "Liberec", date: String?,
    _ fill: (inout ExtractedDocument) -> Void
  ) throws {
    try office.importing(hash, region: region, date: date, fill)
  }

  private func project(
    _ name: String, _ status: ProjectStatus?, holder: String? = nil
  ) -> ExtractedProject {
    var project = ExtractedProject(name: Fact(name, SourceRange(10, 15)))
    project.status = status.map { Fact($0, SourceRange(16, 20)) }
    project.holder = holder.map { Fact($0, SourceRange(21, 25)) }
    return project
  }

  private func cells(_ view: ConsolidatedView, _ column: String) throws -> [ViewRow.Cell] {
    try office.cells(view, column)
  }

  @Test("a project in several minutes is one row with its newest status and the history")
  func projectHistory() throws {
    try importing("a", date: "2020-06-10") {
      $0.projects = [project("Centrum bydlení", .submitted, holder: "Naděje, z. s.")]
    }
    try importing("b", date: "2021-03-01") { $0.projects = [project("Centra bydlení", .approved)] }
    try importing("c", date: "2021-09-01") {
      $0.projects = [project("Centrum bydlení", nil, holder: "Nadějí, z.s.")]
    }
    #expect(try cells(.projects, "status") == [.text("approved")])
    #expect(try cells(.projects, "holder").count == 1)
    #expect(
      try cells(.projects, "history") == [.list(["2020-06-10 submitted", "2021-03-01 approved"])])
    #expect(try cells(.projects, "documents") == [.integer(3)])
    let documents = try office.replica.query(.projects)[0].evidence.map(\.documentName)
    #expect(Set(documents) == ["a.txt", "b.txt", "c.txt"])
  }

  @Test("projects of another holder, call or region are others")
  func otherProjects() throws {
    try importing("a", date: "2020") {
      $0.projects = [project("Dílna", .submitted, holder: "Naděje")]
    }
    try importing("b", date: "2021") {
      $0.projects = [project("Dílna", .approved, holder: "Charita")]
    }
    try importing("c", region: "Most", date: "2021") { $0.projects = [project("Dílna", .running)] }
    #expect(try office.replica.query(.projects).count == 3)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("somebody's word joins records and keeps them apart, and can be taken back")
  func links() throws {
    let first = try office.addProject("Dílna pro všechny")
    let second = try office.addProject("Všechny dílny")
    let link = try office.replica.add(
      Link.kind,
      [("record", first), ("other", second)].map {
        FieldAssignment(field: $0.0, text: $0.1.description)
      } + [FieldAssignment(field: "relation", text: "totéž")], author: "Jana", clock: 3_000)
    #expect(try office.replica.query(.projects).count == 1)
    try office.replica.delete(link, author: "Jana", clock: 4_000)
    #expect(try office.replica.query(.projects).count == 2)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("an organisation in any form of its name is one row of a region, elsewhere a suggestion")
  func organizations() throws {
    for (hash, region, name) in [
      ("a", "Žatec", "Město Žatec"), ("b", "Žatec", "Města Žatce"), ("c", "Most", "Městem Žatec"),
    ] {
      try importing(hash, region: region, date: "2020") {
        $0.organizations = [ExtractedOrganization(name: Fact(name, SourceRange(1, 5)))]
      }
    }
    #expect(try office.replica.query(.organizations).count == 2)
    #expect(try office.replica.query(.duplicates).count == 1)
  }

  @Test("tasks know whether they are open, overdue or done")
  func tasks() throws {
    for (text, due, done) in [
      ("a", "2019-05", ""), ("b", "2999", ""), ("c", "2019-05", "ano"), ("d", "", ""),
    ] {
      let fields = [("text", text), ("due", due), ("done", done)]
      _ = try office.replica.add(
        Task.kind, fields.map { FieldAssignment(field: $0.0, text: $0.1) }, author: "",
        clock: 2_000)
    }
    let names = ["overdue", "done", "open", "open"].map { ViewRow.Cell.text($0) }
    #expect(try cells(.tasks, "state") == names)
    let overdue = RowFilter(column: "state", text: "po termínu")
    #expect(try office.replica.query(.tasks, filters: [overdue]).count == 1)
  }

  @Test("dates with their precision come before and after each other")
  func comparisons() throws {
    for due in ["2020-09", "2020-10-15", "2025-01/2025-06", ""] {
      let fields = [FieldAssignment(field: "text", text: "x" + due)]
      _ = try office.replica.add(
        Task.kind, fields + [FieldAssignment(field: "due", text: due)], author: "", clock: 2_000)
    }
    for (condition, count) in [
      ("due<2020-10", 1), ("due<=2020-09-15", 1), ("due<2020-09-15", 0), ("due>=2020-09-15", 3),
      ("due>2020-10-15", 1), ("due>=2025-06", 1), ("due!=2020-09", 3), ("due=", 1),
    ] {
      let filter = try #require(RowFilter(condition))
      #expect(try office.replica.query(.tasks, filters: [filter]).count == count, "\(condition)")
    }
  }

  @Test("a body meets once a day, however many files tell of it")
  func daysOfBodies() throws {
    for date in ["2021-01-05", "2021-06-05", "2022-02-01"] {
      try office.importing(meetingOf: "LOKÁLNÍ PARTNERSTVÍ", on: date, in: "Most")
    }
    try office.importing(meetingOf: "Lokální partnerství", on: "2022-02-01", in: "Most", "draft")
    #expect(try cells(.bodies, "meetings") == [.integer(3)])
    let gaps = try cells(.meetings, "gap")
    #expect(gaps == [.integer(241), .integer(241), .integer(151), .none])
  }

  @Test("rows are counted by region and more, and pages follow each other", arguments: [1, 2, 5])
  func pages(limit: Int) throws {
    for (place, region) in ["Žatec", "Chomutov", "Cheb", "Žatec", "Hrob"].enumerated() {
      _ = try office.replica.add(
        Project.kind,
        [("name", "Projekt \(place % 2)"), ("region", region)].map {
          FieldAssignment(field: $0.0, text: $0.1)
        }, author: "", clock: 2_000)
    }
    let all = try office.replica.query(.projects).map(\.id)
    let regions = try office.replica.query(.projects).map(\.region)
    #expect(regions == ["Hrob", "Cheb", "Chomutov", "Žatec", "Žatec"])
    var (paged, after): ([RecordID], String?) = ([], nil)
    repeat {
      let page = try office.replica.ask(
        .projects, ViewQuery(limit: limit, after: after, withFacets: true))
      #expect(page.total == 5 && page.facets[0].counts.first?.value == "Žatec")
      paged += page.rows.map(\.id)
      after = page.next
    } while after != nil
    #expect(paged == all)
  }

  @Test("the count of a whole view follows what is written, here and by another program")
  func wholeCounts() throws {
    let reader = try Replica(opening: office.path, for: .reading)
    let query = ViewQuery(limit: 1, withFacets: true)
    for (place, name) in ["Dílna", "Kavárna", "Azyl"].enumerated() {
      let id = try office.addProject(name)
      for replica in [office.replica, reader, office.replica, reader] {
        let answer = try replica.ask(.projects, query)
        #expect(answer.total == place + 1)
        #expect(answer.facets.allSatisfy { $0.counts.map(\.rows).reduce(0, +) == place + 1 })
      }
      try office.replica.edit(
        id, [FieldAssignment(field: "status", text: "approved")], author: "", clock: 3_000)
      for replica in [office.replica, reader] {
        let statuses = try #require(
          replica.ask(.projects, query).facets.first { $0.field.name == "status" })
        #expect(statuses.counts.contains { $0.value == "approved" && $0.rows == place + 1 })
      }
    }
  }

  @Test("every view with a date can be asked for a year")
  func years() throws {
    try importing("a", date: "2020-06-10") {
      $0.plans = [ExtractedPlan(name: Fact("Plán sítě", SourceRange(1, 5)))]
    }
    #expect(try office.cells(.plans, "name", where: "rok=2020").count == 1)
    #expect(try office.cells(.plans, "name", where: "year=2021").isEmpty)
    let summing = [ConsolidatedView.rates.name, ConsolidatedView.bodies.name]
    for view in ConsolidatedView.all where !summing.contains(view.name) {
      let hasDate = view.columns.contains { $0.field.type == .date && $0.field.merge == .register }
      #expect((view.column(meantBy: "year") != nil) == hasDate, "\(view.name)")
    }
  }

  @Test("a plan in several minutes is one row unless what they say of it differs")
  func plans() throws {
    let said = [("a", "2020", "Plán sítě", "2020-01-23"), ("b", "2021", "Plánu sítě", "")]
    for (hash, date, name, approved) in said + [("c", "2022", "Plán sítě", "2022-02-02")] {
      try importing(hash, date: date) {
        var plan = ExtractedPlan(name: Fact(name, SourceRange(1, 5)))
        plan.approved = CalendarPeriod(approved).map { Fact($0, SourceRange(6, 9)) }
        $0.plans = [plan]
      }
    }
    let dates = try cells(.plans, "approved")
    #expect(dates == [.text("2020-01-23"), .text("2022-02-02")])
  }

  @Test("a region has as many projects, services and meetings as the views show")
  func regions() throws {
    for (hash, date) in [("a", "2020-06-10"), ("b", "2020-06-10"), ("c", "2020-09-10")] {
      try importing(hash, date: date) {
        var meeting = ExtractedMeeting()
        meeting.body = Fact(hash == "a" ? "SKUPINA SENIOŘI" : "skupina Senioři", SourceRange(0, 5))
        $0.meeting = meeting
        $0.projects = [project("Dílna", .running)]
        var service = ExtractedService(kind: Fact("azylové domy", SourceRange(0, 5)))
        service.provider = Fact("Kotva", SourceRange(6, 9))
        $0.services = [service]
      }
    }
    for (column, count) in [("documents", 3), ("meetings", 2), ("projects", 1), ("services", 1)] {
      #expect(try cells(.regions, column) == [.integer(Int64(count))], "\(column)")
    }
  }

  @Test("every view can be asked, counted and opened by any SQLite tool")
  func everyView() throws {
    _ = try office.addProject("Dílna")
    for view in ConsolidatedView.all {
      _ = try office.replica.ask(view, ViewQuery(limit: 3, withFacets: true))
      _ = try office.replica.answer(sql: "SELECT * FROM \(view.name)")
    }
  }

  @Test("what makes no sense is refused")
  func nonsense() throws {
    let id = try office.addProject("Dílna")
    let service = try office.replica.add(
      Service.kind, [FieldAssignment(field: "serviceKind", text: "azylové domy")], author: "",
      clock: 2_000)
    for (id, field, text) in [(service, "capacity", "-3"), (id, "end", "2019-01")] {
      try office.replica.edit(
        id, [FieldAssignment(field: "region", text: "Most")], author: "", clock: 2_500)
      if field == "end" {
        try office.replica.edit(
          id, [FieldAssignment(field: "start", text: "2020-01")], author: "", clock: 2_600)
      }
      #expect(throws: StorageError.self) {
        try office.replica.edit(
          id, [FieldAssignment(field: field, text: text)], author: "", clock: 3_000)
      }
    }
    #expect(throws: StorageError.notAddable(ImportedDocument.kind)) {
      try office.replica.add(
        ImportedDocument.kind, [FieldAssignment(field: "name", text: "a")], author: "", clock: 1)
    }
  }
}
