import Domain
import TestSupport
import Testing

@testable import Storage

@Suite("Searches for years, beside a count of every line")
struct SearchYearNumberTests {
  private let office: Office

  init() throws { office = try Office("Liberec") }

  /// A document of lines that all have the word *slovo*, and some of them others.
  private struct Known {
    let name: String
    let date: String?
    let kind: DocumentKind
    let region: String
    let lines: [String]

    var year: Int? { date.flatMap { Int($0.prefix(4)) } }

    var file: ImportedFile {
      var extracted = ExtractedDocument(extractor: "test/1", kind: kind)
      let place = SourceRange(0, 1)
      extracted.region = Fact(region, place)
      extracted.date = date.flatMap { CalendarPeriod($0) }.map { Fact($0, place) }
      return ImportedFile(
        name: name, sha256: name, plainText: lines.joined(separator: "\n"), extracted: extracted)
    }
  }

  private func add(_ documents: [Known]) throws {
    _ = try office.replica.importDocuments(documents.map(\.file), clock: 2_000)
  }

  private func document(_ name: String, _ date: String?, lines: Int) -> Known {
    Known(
      name: name, date: date, kind: .minutes, region: "Most",
      lines: (0..<lines).map { "slovo \(name)\($0)" })
  }

  /// An expression with what it says of a line, as a question says it and as a test does.
  private indirect enum Formula {
    case word(String)
    case years(ClosedRange<Int>)
    case kind(DocumentKind)
    case region(String)
    case both(Formula, Formula)
    case either(Formula, Formula)
    case without(Formula, Formula)
    case notYears(ClosedRange<Int>)

    var question: String {
      switch self {
      case .word(let word): word
      case .years(let years) where years.count == 1: "rok:\(years.lowerBound)"
      case .years(let years): "rok:\(years.lowerBound)-\(years.upperBound)"
      case .kind(let kind): "druh:\(kind.rawValue)"
      case .region(let region): "region:\(region)"
      case .both(let left, let right): "(\(left.question) \(right.question))"
      case .either(let left, let right): "(\(left.question) OR \(right.question))"
      case .without(let left, let right): "(\(left.question) NOT \(right.question))"
      case .notYears(let years): "(NOT \(Formula.years(years).question))"
      }
    }

    func holds(_ line: String, _ document: Known) -> Bool {
      switch self {
      case .word(let word): line.split(separator: " ").contains { $0 == word }
      case .years(let years): document.year.map(years.contains) ?? false
      case .notYears(let years): !(document.year.map(years.contains) ?? false)
      case .kind(let kind): document.kind == kind
      case .region(let region): document.region == region
      case .both(let left, let right): left.holds(line, document) && right.holds(line, document)
      case .either(let left, let right): left.holds(line, document) || right.holds(line, document)
      case .without(let left, let right):
        left.holds(line, document) && !right.holds(line, document)
      }
    }

    static func random(_ depth: Int, _ generator: inout some RandomNumberGenerator) -> Formula {
      let first = Int.random(in: 2015...2024, using: &generator)
      let years = first...(first + Int.random(in: 0...3, using: &generator))
      switch Int.random(in: depth > 0 ? 0..<11 : 0..<6, using: &generator) {
      case 0: return .word(["alfa", "beta", "slovo"].randomElement(using: &generator) ?? "alfa")
      case 1, 2: return .years(years)
      case 3: return .notYears(years)
      case 4: return .kind(.random(using: &generator))
      case 5: return .region(Bool.random(using: &generator) ? "Most" : "Brno")
      case 6, 7: return .both(random(depth - 1, &generator), random(depth - 1, &generator))
      case 8, 9: return .either(random(depth - 1, &generator), random(depth - 1, &generator))
      default: return .without(random(depth - 1, &generator), random(depth - 1, &generator))
      }
    }
  }

  @Test("random expressions find the lines that a look at every line finds, the newest first")
  func property() throws {
    var generator = SeededGenerator(seed: 20_201)
    var known: [Known] = []
    for number in 0..<60 {
      let year = Int.random(in: 2014...2025, using: &generator)
      let dates = [nil, "\(year)", "\(year)-12-31", "\(year)-01-01", "\(year)-06"]
      let lines = (0..<Int.random(in: 1...5, using: &generator)).map { line in
        ["alfa", "beta"].filter { _ in Bool.random(using: &generator) }.joined(separator: " ")
          + " slovo \(line)"
      }
      known.append(
        Known(
          name: "\(number)", date: dates.randomElement(using: &generator) ?? nil,
          kind: .random(using: &generator),
          region: Bool.random(using: &generator) ? "Most" : "Brno",
          lines: lines))
    }
    try add(known)
    for _ in 0..<300 {
      let formula = Formula.random(3, &generator)
      let expected = known.flatMap { document in
        document.lines.filter { formula.holds($0, document) }.map { "\(document.name): \($0)" }
      }
      let expression = try #require(
        SearchQuestion(formula.question, SearchVocabulary(office.replica.connection)).expression)
      let walk = try SearchWalk(office.replica.connection, expression)
      let rows = try walk.rows(most: 1_000)
      #expect(rows == rows.sorted(by: >) && Set(rows).count == rows.count)
      #expect(try walk.rows(most: 7) == Array(rows.prefix(7)), "\(formula.question)")
      let answer = try office.replica.find(SearchQuery(formula.question, limit: 1_000))
      let found = answer.hits.map { "\($0.documentName): \($0.text)" }
      #expect(found.sorted() == expected.sorted(), "\(formula.question)")
      #expect(answer.total == expected.count && answer.isTotalExact)
      for facet in answer.facets {
        #expect(facet.counts.reduce(0) { $0 + $1.rows } == answer.total)
      }
    }
  }

  @Test("what the last day of a year has no room for stays in the year")
  func overflow() throws {
    let day = PassageNumber.slots(on: "2019-12-31")
    let lines = PassageNumber.linesOfSlot
    try add([
      document("plny", "2019-12-31", lines: lines * (day.count - 1)),
      document("dalsi", "2019-12-31", lines: lines * 3),
      document("novy", "2020-01-01", lines: 2), document("rok", "2020", lines: 1),
      document("kdysi", nil, lines: 1),
    ])
    #expect(try total("dalsi190 rok:2019") == 1 && total("dalsi190 rok:2020") == 0)
    #expect(try total("slovo rok:2020") == 3 && total("rok:2020") == 3)
    #expect(try total("slovo NOT rok:2019") == 4 && total("NOT rok:2019") == 4)
    let answer = try office.replica.find(SearchQuery("dalsi190 OR rok:2020 OR kdysi0"))
    #expect(answer.facets[2].counts.map(\.value) == ["2020", "2019", nil])
    #expect(answer.facets[2].counts.map(\.rows) == [3, 1, 1])
    #expect(try office.replica.verify().problems.isEmpty)
  }

  private func total(_ question: String) throws -> Int {
    try office.replica.find(SearchQuery(question)).total
  }

  @Test("every year has room for its days and more, and no row of another year")
  func capacity() {
    for year in [1_000, 1_899, 1_900, 2_024, 9_999] {
      let (first, next) = (PassageNumber.firstRow(of: year), PassageNumber.firstRow(of: year + 1))
      let slots = PassageNumber.slots(on: "\(year)-12-31")
      let spare = (next >> 6) - slots.upperBound
      #expect(
        PassageNumber(slot: PassageNumber.slots(on: "\(year)").lowerBound, line: 0).row == first)
      #expect(spare == 7_168 && (next - first) >> 6 == 102_400)
    }
    #expect(PassageNumber.firstRow(of: 1_000) >> 6 == PassageNumber.slots(on: nil).upperBound)
  }

  @Test("a limit takes the newest lines of several parts, and totals go on being counted")
  func limits() throws {
    try add((2_010...2_019).map { document("r\($0)v", "\($0)-05-05", lines: 40) })
    try add([document("kdysi", nil, lines: 10)])
    let question = "slovo (rok:2011 OR rok:2015-2016 OR rok:2019) OR kdysi3"
    let expression = try #require(SearchQuestion(question).expression)
    let walk = try SearchWalk(office.replica.connection, expression)
    let days = try walk.rows(most: 100).map { PassageNumber(row: $0).day }
    #expect(days == days.sorted(by: >) && days.count == 100)
    #expect(Set(days).count == 3)
    let answer = try office.replica.find(SearchQuery(question, limit: 5))
    #expect(answer.total == 161 && answer.isTotalExact && answer.hits.count == 5)
    #expect(answer.facets[2].counts.map(\.value) == ["2011", "2015", "2016", "2019", nil])
    #expect(answer.facets[2].counts.map(\.rows) == [40, 40, 40, 40, 1])
    var (paged, after): ([String], String?) = ([], nil)
    repeat {
      let page = try office.replica.find(SearchQuery(question, limit: 50, after: after))
      paged += page.hits.map(\.text)
      after = page.next
    } while after != nil
    #expect(paged.count == 161 && Set(paged).count == 161)
    #expect(
      try office.replica.find(SearchQuery("rok:2019 slovo", limit: 1)).hits[0].date == "2019-05-05")
  }

  @Test("a question without years is about all rows, and the regions of a query narrow every part")
  func questions() throws {
    try add([document("a", "2019-05-05", lines: 3), document("b", nil, lines: 3)])
    #expect(
      try office.replica.indexQuestions("slovo NOT a1")
        == [IndexQuestion(match: "(\"slov\" NOT \"a1\")", rows: nil)])
    #expect(try office.replica.indexQuestions("").isEmpty)
    #expect(try office.replica.indexQuestions("rok:2019 rok:2020").isEmpty)
    let parts = try office.replica.indexQuestions("slovo NOT rok:2019")
    #expect(parts.map(\.match) == ["\"slov\"", "\"slov\""])
    #expect(parts.map { $0.rows?.lowerBound } == [PassageNumber.firstRow(of: 2_020), 0])
    #expect(parts.map { $0.rows?.upperBound } == [.max, PassageNumber.firstRow(of: 2_019) - 1])
    for question in ["rok:2019", "NOT rok:2019", "slovo rok:2019"] {
      let here = try office.replica.find(SearchQuery(question, regions: ["Most"]))
      let there = try office.replica.find(SearchQuery(question, regions: ["Brno"]))
      #expect(here.total == 3 && there.total == 0)
    }
  }
}

extension DocumentKind {
  /// Minutes mostly, as everywhere.
  fileprivate static func random(using generator: inout some RandomNumberGenerator) -> Self {
    [.minutes, .minutes, .minutes, .article, .agreement].randomElement(using: &generator)
      ?? .minutes
  }
}
