import Domain
import Foundation
import Sync
import TestSupport
import Testing

@testable import Storage

@Suite("Importing documents together")
struct BatchImportTests {
  private static let names = ["Pomoc, z. s.", "Pomoc z.s.", "POMOC, z. s."]
  private static let statuses: [ProjectStatus] = [.submitted, .approved, .running]

  /// A document of one of a few files, as one of two extractors reads it, that speaks of what
  /// others speak of too.
  private static func file(_ random: inout SeededGenerator) throws -> ImportedFile {
    let number = Int.random(in: 0..<8, using: &random)
    var extracted = ExtractedDocument(
      extractor: "test/\(Int.random(in: 1...2, using: &random))", kind: .minutes)
    extracted.region = Fact("Liberec", SourceRange(0, 3))
    extracted.date = CalendarPeriod("202\(number % 5)-03-0\(number + 1)").map {
      Fact($0, SourceRange(4, 8))
    }
    if Bool.random(using: &random) {
      var organization = ExtractedOrganization(
        name: Fact(names.randomElement(using: &random) ?? "", SourceRange(6, 11)))
      organization.ico = Fact(try #require(CompanyNumber("25596641")), SourceRange(12, 17))
      extracted.organizations = [organization]
    }
    if Bool.random(using: &random) {
      var project = ExtractedProject(name: Fact("Dílna", SourceRange(18, 23)))
      project.status = statuses.randomElement(using: &random).map { Fact($0, SourceRange(24, 29)) }
      extracted.projects = [project]
      extracted.calls = [ExtractedCall(number: Fact("03_24_068", SourceRange(30, 35)))]
    }
    var meeting = ExtractedMeeting()
    meeting.items = (0..<Int.random(in: 0...3, using: &random)).map { place in
      let start = 6 * place
      var item = ExtractedItem(
        number: "\(place)", title: Fact("Bod \(place)", SourceRange(start, start + 5)),
        announced: true)
      item.text = Fact("slovo slovo", SourceRange(start, start + 11))
      return item
    }
    extracted.meeting = meeting
    return ImportedFile(
      name: "\(number).txt", sha256: "file \(number)",
      plainText: String(repeating: "slovo ", count: 12) + "číslo \(number)",
      extracted: extracted)
  }

  /// All that the views say, with its evidence.
  private static func answers(_ office: Office) throws -> [String] {
    try ConsolidatedView.all.map { view in
      let rows = try office.replica.query(view).map { "\($0.id) \($0.cells) \($0.evidence)" }
      return "\(view.name): \(rows.joined(separator: "\n"))"
    }
  }

  @Test("says the same as one after another", arguments: 0..<24)
  func sameAsAlone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (together, alone) = (try Office("Liberec"), try Office("Liberec"))
    for round in 0..<3 {
      let files = try (0..<9).map { _ in try Self.file(&random) }
      // What is internal stays so, whoever speaks of it later.
      let scope: Scope = seed.isMultiple(of: 3) && round == 0 ? .internal : .shared
      let reports = try together.replica.importDocuments(
        files, scope: scope, clock: UInt64(2_000 + round))
      let others = try files.map {
        try alone.replica.importDocument($0, scope: scope, clock: UInt64(2_000 + round))
      }
      #expect(reports == others)
      #expect(try Self.answers(together) == Self.answers(alone))
      #expect(try together.replica.verify().problems.isEmpty)
      // A person corrects what the next documents speak of too.
      for office in [together, alone] {
        guard let project = try office.replica.query(.projects).first else { continue }
        try office.edit(project.id, "holder", "Spolek \(round)", clock: UInt64(2_500 + round))
      }
    }
    #expect(
      try together.replica.find(SearchQuery("slovo")).total
        == alone.replica.find(SearchQuery("slovo")).total)
    #expect(
      try together.replica.versionVector()[together.replica.id]
        == alone.replica.versionVector()[alone.replica.id])
  }

  @Test("keeps what is new in an internal document internal, however it is imported again")
  func newPartsOfInternal() throws {
    var random = SeededGenerator(seed: 5)
    let (office, colleague) = (try Office("Liberec"), try Office("Žatec"))
    var file = try Self.file(&random)
    file.extracted.projects = []
    _ = try office.replica.importDocuments([file], scope: .internal, clock: 2_000)
    file.extracted.extractor = "test/9"
    file.extracted.projects = [ExtractedProject(name: Fact("Tajná dílna", SourceRange(18, 23)))]
    _ = try office.replica.importDocuments([file], clock: 3_000)
    _ = try office.replica.importDocument(file, clock: 4_000)
    #expect(try office.replica.query(.projects).count == 1)
    #expect(try office.replica.verify().problems.isEmpty)
    try colleague.take(from: office)
    #expect(try colleague.replica.query(.projects).isEmpty)
    let document = try #require(office.replica.query(.documents).first).id
    let bytes = try office.replica.bundle().encoded()
    #expect(bytes.firstRange(of: document.bytes) == nil)
  }

  @Test("goes to another office change by change")
  func exchanged() throws {
    var random = SeededGenerator(seed: 7)
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    _ = try liberec.replica.importDocuments(
      (0..<20).map { _ in try Self.file(&random) }, clock: 2_000)
    try zatec.take(from: liberec)
    #expect(try zatec.dump() == liberec.dump())
    #expect(try zatec.replica.verify().problems.isEmpty)
  }

  @Test("numbers the records of each change one after another, so that it is opened once")
  func numbers() throws {
    var random = SeededGenerator(seed: 11)
    let office = try Office("Liberec")
    let files = try (0..<30).map { _ in try Self.file(&random) }
    _ = try office.replica.importDocuments(files, clock: 2_000)
    let (stretches, changes) = try #require(
      office.replica.connection.first(
        """
        SELECT count(*) FILTER (WHERE sequence IS NOT before), count(DISTINCT sequence)
        FROM (SELECT sequence, lag(sequence) OVER (ORDER BY number) AS before
          FROM record WHERE sequence IS NOT NULL)
        """
      ) { ($0.integer(0), $0.integer(1)) })
    #expect(changes > 1 && stretches == changes)
  }

  @Test("that cannot all be imported leaves none of them behind")
  func allOrNothing() throws {
    var random = SeededGenerator(seed: 3)
    let office = try Office("Liberec")
    let before = try office.dump()
    var bad = try Self.file(&random)
    bad.extracted.extractor = String(repeating: "x", count: 1 << 16)
    #expect(throws: SyncError.self) {
      try office.replica.importDocuments([Self.file(&random), bad], clock: 2_000)
    }
    #expect(try office.dump() == before)
    #expect(try office.replica.verify().problems.isEmpty)
    #expect(try office.replica.importDocuments([Self.file(&random)], clock: 3_000).count == 1)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("a file is put in order after an import that makes a good part of it, and not after others")
  func settling() throws {
    let office = try Office("Liberec")
    let files = (0..<120).map { minutes("\($0)") }
    _ = try office.replica.importDocuments(files, clock: 2_000)
    let log = office.path + "-wal"
    let size = { try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int ?? 0 }
    let before = try size()
    #expect(before > 0)
    try office.replica.settle(afterImporting: 99)
    #expect(try size() == before)
    try office.replica.settle(afterImporting: 120)
    #expect(try size() == 0)
    #expect(try office.replica.verify().problems.isEmpty)
  }
}
