import Domain
import Sync
import Testing

@testable import Storage

@Suite("Numbers of lines in the search index")
struct SearchSlotTests {
  private let office: Office

  init() throws { office = try Office("Liberec") }

  private func add(_ name: String, _ date: String?, _ lines: [String]) throws {
    _ = try office.replica.importDocument(file(name, date, lines), clock: 2_000)
  }

  private func file(_ name: String, _ date: String?, _ lines: [String]) -> ImportedFile {
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.region = Fact("Liberec", SourceRange(0, 1))
    extracted.date = date.flatMap { CalendarPeriod($0) }.map { Fact($0, SourceRange(0, 1)) }
    return ImportedFile(
      name: name, sha256: name, plainText: lines.joined(separator: "\n"), extracted: extracted)
  }

  /// Documents with their slots, by the numbers of these.
  private func slots() throws -> [(document: String, first: Int, day: Int64, number: Int64)] {
    let answer = try office.replica.answer(
      sql: """
        SELECT name, firstLine, number FROM indexedDocument
        JOIN documentRecord ON recordNumber = document ORDER BY number
        """)
    return answer.rows.compactMap { row in
      guard case .text(let name) = row[0], case .integer(let first) = row[1],
        case .integer(let number) = row[2]
      else { return nil }
      return (name, Int(first), PassageNumber(slot: number, line: 0).day, number)
    }
  }

  private func found(_ question: String) throws -> [SearchHit] {
    try office.replica.find(SearchQuery(question, limit: 1_000)).hits
  }

  @Test(
    "later days have higher numbers, and no day has those of another",
    arguments: [
      (nil, "1850"), ("1850", "1900-01-02"), ("1999-12-31", "2000"), ("2000-01-01", "2000-01-02"),
      ("2023-02-28", "2023-03"), ("2024-12-31", "2025-01-01"), ("9998-12", "9999-12-31"),
    ])
  func order(earlier: String?, later: String) {
    let (one, other) = (PassageNumber.slots(on: earlier), PassageNumber.slots(on: later))
    #expect(one.upperBound <= other.lowerBound)
    #expect(other.count >= 128 && PassageNumber.slots(after: other).lowerBound == other.upperBound)
  }

  @Test("a number gives back the slot and the line that it was made of")
  func rows() {
    for slot in [0, 1, PassageNumber.slots(on: "2024-05-01").upperBound - 1] {
      for line in [0, 1, PassageNumber.linesOfSlot - 1] {
        let row = PassageNumber(slot: slot, line: line).row
        #expect(PassageNumber(row: row).slot == slot && PassageNumber(row: row).line == line)
        #expect(PassageNumber(row: row + 1).row == row + 1)
      }
    }
  }

  @Test("documents of one day have slots of it, and those that do not fit have later ones")
  func overflow() throws {
    let day = PassageNumber.slots(on: "2020-05-05")
    let lines = (0..<PassageNumber.linesOfSlot * (day.count - 1)).map { "řádek \($0)" }
    try add("next", "2020-05-06", ["zítra"])
    try add("full", "2020-05-05", lines)
    try add("last", "2020-05-05", ["poslední"])
    try add("late", "2020-05-05", ["pozdě"] + lines.prefix(100) + ["koncem"])
    try add("undated", nil, ["kdysi"])
    let slots = try slots()
    #expect(slots.first?.document == "undated")
    #expect(slots.filter { $0.document == "full" }.map(\.number) == Array(day.dropLast()))
    #expect(slots.filter { $0.document == "last" }.map(\.number) == [day.upperBound - 1])
    #expect(slots.suffix(3).map(\.document) == ["next", "late", "late"])
    #expect(slots.suffix(2).map(\.first) == [0, 64])
    #expect(try found("koncem").map(\.documentName) == ["late"])
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("documents without a date stand one after another before all others, however many")
  func undated() throws {
    let day = PassageNumber.slots(on: "2020-05-05")
    let files = (0..<day.count + 44).map { file("\($0)", nil, ["slovo \($0)"]) }
    try add("dated", "1900-01-01", ["slovo"])
    _ = try office.replica.importDocuments(files, clock: 2_000)
    let slots = try slots()
    #expect(slots.dropLast().map(\.number) == Array(0..<Int64(files.count)))
    #expect(slots.last?.document == "dated")
    #expect(try found("slovo").first?.documentName == "dated")
  }

  @Test("a document of several slots is found, counted and shown line by line")
  func several() throws {
    var lines = (0..<500).map { "Řádek \($0) mluví o \($0 % 2 == 0 ? "bydlení" : "dluzích")." }
    lines[130] = ""
    try add("long", "2021-03-03", lines)
    try add("other", "2021-03-03", ["Řádek o bydlení."])
    #expect(try slots().map(\.document) == Array(repeating: "long", count: 8) + ["other"])
    #expect(try slots().prefix(8).map(\.first) == (0..<8).map { $0 * 64 })
    let answer = try office.replica.find(SearchQuery("bydlení", limit: 1_000))
    #expect(answer.total == 250 && answer.isTotalExact && answer.hits.count == 250)
    #expect(answer.facets.map { $0.counts.map(\.rows) } == Array(repeating: [250], count: 4))
    let text = lines.joined(separator: "\n")
    for hit in answer.hits where hit.documentName == "long" {
      #expect(hit.range.quote(from: text) == hit.text)
      #expect(lines.contains(hit.text))
    }
    #expect(Set(answer.hits.map(\.range)).count == 250)
    #expect(try found("\"řádek 499\"").map(\.text) == ["Řádek 499 mluví o dluzích."])
    #expect(try found("\"řádek 64\"").map(\.text) == ["Řádek 64 mluví o bydlení."])
  }

  @Test("another tool finds document and line of a row by its number")
  func otherTool() throws {
    try add("long", "2021-03-03", (0..<200).map { "řádek \($0)" })
    try add("other", "2021-03-03", ["řádek 130"])
    let asked = try #require(try office.replica.indexQuestions("\"řádek 130\" rok:2021").first)
    let rows = try #require(asked.rows)
    let answer = try office.replica.answer(
      sql: """
        SELECT name, firstLine + (passageIndex.rowid & 63) FROM passageIndex
        JOIN indexedDocument ON number = passageIndex.rowid >> 6
        JOIN documentRecord ON recordNumber = document
        WHERE passageIndex MATCH '\(asked.match)'
          AND passageIndex.rowid BETWEEN \(rows.lowerBound) AND \(rows.upperBound)
        ORDER BY passageIndex.rowid
        """)
    #expect(answer.rows == [[.text("long"), .integer(130)], [.text("other"), .integer(0)]])
  }

  @Test("the longest documents have their last lines in one passage, in two days of slots at most")
  func longest() throws {
    let lines = (0..<PassageNumber.lines + 3).map { "a\($0)" }
    try add("short", "2021-03-03", ["předtím"])
    try add("long", "2021-03-03", lines)
    let last = try #require(try found("a\(PassageNumber.lines + 2)").first)
    #expect(last.text == lines.suffix(4).joined(separator: "\n"))
    #expect(last.range.quote(from: lines.joined(separator: "\n")) == last.text)
    #expect(try found("a\(PassageNumber.lines - 2)").map(\.text) == ["a\(PassageNumber.lines - 2)"])
    #expect(try Set(slots().map(\.day)).count == 2)
  }

  @Test("a document that leaves gives all its slots and terms back, and others can have them")
  func removal() throws {
    let lines = (0..<200).map { "řádek \($0)" }
    try add("a", "2021-03-03", lines)
    try add("b", "2021-03-03", ["řádek sám"])
    let before = try slots().map(\.number)
    let a = try #require(try found("\"řádek 150\"").first)
    try office.replica.delete(a.document, author: "", clock: 5_000)
    #expect(try slots().map(\.document) == ["b"])
    #expect(try found("řádek").map(\.text) == ["řádek sám"])
    #expect(try office.replica.verify().problems.isEmpty)
    let b = try #require(try found("sám").first)
    try office.replica.delete(b.document, author: "", clock: 6_000)
    try add("c", "2021-03-03", lines + ["konec"])
    #expect(try slots().map(\.number) == Array(before.dropLast()))
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("what is known of a document changes in the index for all its lines")
  func change() throws {
    try add("a", "2021-03-03", (0..<200).map { "řádek \($0)" })
    let id = try #require(try found("\"řádek 150\"").first).document
    try office.replica.edit(
      id, [FieldAssignment(field: "region", text: "Chomutov")], author: "", clock: 5_000)
    try office.replica.edit(
      id, [FieldAssignment(field: "date", text: "2019-01-01")], author: "", clock: 6_000)
    #expect(try found("region:Liberec").isEmpty && found("rok:2021").isEmpty)
    #expect(try found("region:Chomutov řádek rok:2019").count == 200)
    #expect(try Set(slots().map(\.day)).count == 1)
    #expect(try office.replica.verify().problems.isEmpty)
  }
}
