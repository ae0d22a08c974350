import Domain
import Storage
import TestSupport
import Testing

@Suite("Organisations that somebody is asked about")
struct SuggestionTests {
  private let office: Office

  init() throws { office = try Office("Žatec") }

  private func importing(
    _ hash: String, _ region: String, _ names: String..., text: String? = nil
  ) throws {
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.region = Fact(region, SourceRange(0, 3))
    extracted.organizations = names.map {
      ExtractedOrganization(name: Fact($0, SourceRange(1, 5)))
    }
    let file = ImportedFile(
      name: hash + ".txt", sha256: hash, plainText: text ?? String(repeating: "slovo ", count: 20),
      extracted: extracted)
    _ = try office.replica.importDocument(file, clock: 2_000)
    let problems = try office.replica.verify().problems
    #expect(problems.isEmpty, "\(problems)")
  }

  private func suggested() throws -> Int { try office.replica.query(.duplicates).count }

  private func organization(_ name: String) throws -> RecordID {
    try #require(
      try office.replica.list(Organization.kind).first { $0.cells.contains(.text(name)) }
    ).id
  }

  @Test(
    "one name written otherwise is suggested in any region",
    arguments: [
      ("MPSV", "Ministerstvo práce a sociálních věcí"), ("ÚP ČR", "Úřadu práce České republiky"),
      ("Úřad práce", "Úřad práce ČR"), ("ČČK", "Český červený kříž"),
      ("Město Dolní Lhotka", "Dolní Lhotka"), ("SML", "Statutární město Liberec"),
      ("ASZ", "Agentura pro sociální začleňování, příspěvková organizace"),
    ])
  func anywhere(one: String, other: String) throws {
    try importing("a", "Žatec", one)
    try importing("b", "Chomutov", other)
    #expect(try suggested() == 1)
    try importing("c", "Chomutov", one)
    #expect(try suggested() == 3)
  }

  @Test(
    "one name written otherwise is suggested within its region alone",
    arguments: [
      ("MěÚ Žatec", "Městský úřad"),
      ("ZŠ Modrá", "Základní škola Modrá"), ("Organizace Lípa", "Lípa"),
      ("Knihovna Žatec", "Knihovna"), ("ZŠ a MŠ Modrá Žatec", "ZŠ a MŠ Modrá"),
      ("Materske centrum Pampeliška", "Mateřské centrum Pampališka"),
      ("Sdružení Přátelství", "Sdružení Přátetlství"), ("Spolek Poradenství", "Spolek Poradensvtí"),
    ])
  func inRegion(one: String, other: String) throws {
    try importing("a", "Žatec", one)
    try importing("b", "Most", other)
    #expect(try suggested() == 0)
    try importing("c", "Žatec", other)
    let isSuggested = try office.replica.query(.duplicates).contains { row in
      row.region == "Žatec" && row.cells.contains(.text("Žatec"))
    }
    #expect(isSuggested)
  }

  @Test(
    "names that look alike but are of two are not suggested",
    arguments: [
      ("Město Žatec", "Město Most"), ("Město Žatec", "Městský úřad Žatec"),
      ("Obec Lhota", "Obec Lhotka"), ("ZŠ Žatec", "ZŠ"), ("ZŠ Jižní", "ZŠ Severní"),
      ("Nadace Růže", "Růže"), ("2. základní škola", "3. základní škola"),
      ("Domov mládeže I", "Domov mládeže II"), ("Oblastní charita Most", "Oblastní charita Žatec"),
      ("Dům dětí Alšova", "Dům dětí Olšova"), ("Klub A", "Klub B"), ("MŠ", "ZŠ"),
      ("Úřad Aš", "Úřad, a.s."), ("MěÚ Ostrov", "MěÚ Ostrava"), ("MěÚ Holice", "MěÚ Hořice"),
    ])
  func apart(one: String, other: String) throws {
    try importing("a", "Žatec", one, other)
    #expect(try suggested() == 0)
  }

  @Test("what a document says that an abbreviation stands for is known in its region")
  func introduced() throws {
    try importing("a", "Žatec", "Dům nových nadějí", "DNN")
    try importing("b", "Most", "DNN")
    #expect(try suggested() == 1)
    try importing("c", "Žatec", text: "Pozván byl Dům nových nadějí (dále jen „DNN“).")
    #expect(try suggested() == 2)
  }

  @Test("an answer holds for all names and documents of the two, and a number tells them apart")
  func answers() throws {
    try importing("a", "Žatec", "MPSV")
    try importing("b", "Most", "Ministerstvo práce a sociálních věcí")
    let (one, other) = (
      try organization("MPSV"), try organization("Ministerstvo práce a sociálních věcí")
    )
    func say(_ relation: String) throws -> RecordID {
      let fields = [
        ("record", one.description), ("other", other.description), ("relation", relation),
      ]
      return try office.replica.add(
        Link.kind, fields.map { FieldAssignment(field: $0.0, text: $0.1) }, author: "Jana",
        clock: 3_000)
    }
    let different = try say("different")
    #expect(try suggested() == 0)
    // Newer minutes, whose records are shown now.
    try importing("c", "Žatec", "MPSV")
    try importing("d", "Most", "Ministerstvo práce a sociálních věcí")
    #expect(try suggested() == 0)
    try office.replica.delete(different, author: "Jana", clock: 4_000)
    #expect(try suggested() == 1)
    _ = try say("same")
    #expect(try suggested() == 0)
    // Either name finds another.
    try importing("e", "Cheb", "MPSV")
    #expect(try suggested() == 1)
    let numbers = [("MPSV", "27036367"), ("Ministerstvo práce a sociálních věcí", "00006947")]
    for (name, number) in numbers {
      let rows = try office.replica.list(Organization.kind)
      for row in rows where row.cells.contains(.text(name)) {
        try office.replica.edit(
          row.id, [FieldAssignment(field: "ico", text: number)], author: "Jana", clock: 5_000)
      }
    }
    #expect(try suggested() == 0)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("the inbox asks about names that are alike as about names that are the same")
  func inbox() throws {
    try importing("a", "Žatec", "MPSV")
    try importing("b", "Most", "Ministerstvo práce a sociálních věcí")
    let question = try #require(try office.replica.likelyDuplicates().first)
    try office.replica.resolve(
      question.record, field: Conflict.sameness, text: "same", author: "Jana", clock: 3_000)
    #expect(try office.replica.query(.organizations).count == 1)
  }

  @Test("an organisation counts each project and service once, however many minutes mention it")
  func counts() throws {
    for (hash, date) in [("a", "2020"), ("b", "2021"), ("c", "2022")] {
      try office.importing(hash, region: "Žatec", date: date) {
        $0.organizations = [ExtractedOrganization(name: Fact("Ruka, z. s.", SourceRange(1, 5)))]
        var project = ExtractedProject(name: Fact("Dílna", SourceRange(6, 9)))
        project.holder = hash == "c" ? nil : Fact("Ruka", SourceRange(10, 12))
        var service = ExtractedService(kind: Fact("terénní programy", SourceRange(13, 15)))
        service.provider = Fact("Ruka", SourceRange(16, 18))
        service.capacity = Fact(Int(date) ?? 0, SourceRange(19, 21))
        ($0.projects, $0.services) = ([project], [service])
      }
    }
    #expect(try office.cells(.organizations, "projects") == [.integer(1)])
    #expect(try office.cells(.organizations, "services") == [.integer(1)])
    // What is known in two regions is counted in each, as it is found in each.
    for (hash, region) in [("d", "Most"), ("e", "Cheb")] {
      try office.importing(hash, region: region, date: "2021") {
        var project = ExtractedProject(name: Fact("Azyl", SourceRange(6, 9)))
        project.registration = Fact("X1", SourceRange(10, 12))
        $0.projects = [project]
      }
    }
    #expect(try office.cells(.regions, "projects") == [1, 1, 1].map { .integer($0) })
  }
}
