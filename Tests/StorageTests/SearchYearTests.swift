import Domain
import Sync
import Testing

@testable import Storage

@Suite("Years and kinds of documents in searches")
struct SearchYearTests {
  private let office: Office
  /// What a search is checked against: a document of one line.
  private struct Known {
    let name: Character
    let region: String
    let date: String?
    let kind: DocumentKind
    let text: String

    var year: Int? { date.flatMap { Int($0.prefix(4)) } }
  }

  private static let documents = [
    Known(
      name: "a", region: "Žatec", date: "2018-12-31", kind: .minutes, text: "Azylový dům v zimě"),
    Known(name: "b", region: "Žatec", date: "2019", kind: .minutes, text: "Dům v létě"),
    Known(name: "c", region: "Most", date: "2019-12-31", kind: .article, text: "Azylový dům"),
    Known(name: "d", region: "Most", date: "2020-01", kind: .agreement, text: "Zima a léto"),
    Known(name: "e", region: "Most", date: "2021-06-30", kind: .minutes, text: "Azyl v zimě"),
    Known(name: "f", region: "Žatec", date: nil, kind: .minutes, text: "Dům v zimě"),
    Known(name: "g", region: "Most", date: nil, kind: .article, text: "Azylový dům v létě"),
    Known(name: "h", region: "", date: "1850-05-05", kind: .minutes, text: "Dům"),
    Known(name: "i", region: "Most", date: "1900-05-05", kind: .other, text: "Dům"),
    Known(name: "j", region: "Žatec", date: "9999-12-31", kind: .minutes, text: "Léto"),
    Known(name: "k", region: "Žatec", date: "1000-01-01", kind: .minutes, text: "Léto"),
  ]

  init() throws {
    office = try Office("Liberec")
    _ = try office.replica.importDocuments(Self.documents.map(Self.file), clock: 2_000)
  }

  private static func file(_ known: Known) -> ImportedFile {
    var extracted = ExtractedDocument(extractor: "test/1", kind: known.kind)
    let place = SourceRange(0, 1)
    if !known.region.isEmpty { extracted.region = Fact(known.region, place) }
    extracted.date = known.date.flatMap { CalendarPeriod($0) }.map { Fact($0, place) }
    return ImportedFile(
      name: "\(known.name)", sha256: "\(known.name)", plainText: known.text, extracted: extracted)
  }

  private func found(_ question: String) throws -> String {
    let hits = try office.replica.find(SearchQuery(question)).hits
    return hits.map(\.documentName).sorted().joined()
  }

  @Test(
    "years are found alone, as ranges, several of them, and with everything else",
    arguments: [
      ("rok:2019", "bc"), ("rok:2018", "a"), ("rok:2017", ""), ("rok:2018-2020", "abcd"),
      ("rok:2018..2019", "abc"), ("rok:1850", "h"), ("rok:1900", "i"), ("rok:9999", "j"),
      ("rok:1000", "k"), ("rok:9990-9999", "j"), ("rok:1950-2018", "a"),
      ("rok:2018 OR rok:2020", "ad"), ("rok:2018-2019 OR rok:2021", "abce"),
      ("rok:2018 rok:2019", ""), ("rok:2018-2019 rok:2019-2021", "bc"),
      ("dům rok:2019", "bc"), ("\"azylový dům\" rok:2019", "c"), ("zima OR rok:2019", "abcdef"),
      ("(dům OR zima) rok:2018-2020", "abcd"), ("dům (rok:2018 OR region:Most)", "acgi"),
      ("rok:2019 region:Most", "c"), ("rok:2019 OR region:Most", "bcdegi"),
      ("dům* rok:2018-2019 region:Žatec", "ab"), ("rok:2019 region:Nikde", ""),
    ])
  func years(question: String, documents: String) throws {
    #expect(try found(question) == documents)
  }

  @Test(
    "a year is excluded, alone too; documents without a date are in no year and in every other",
    arguments: [
      ("NOT rok:2019", "adefghijk"), ("-rok:1000-1099 -rok:2018-2021", "fghij"),
      ("NOT (rok:2018 OR rok:2019-2021)", "fghijk"), ("NOT NOT rok:2019", "bc"),
      ("NOT (NOT rok:2019 AND NOT rok:2018)", "abc"), ("rok:2018-2020 NOT rok:2019", "ad"),
      ("dům NOT rok:2019", "afghi"), ("NOT rok:2019 dům", "afghi"), ("NOT rok:2019 OR dům", all),
      ("(NOT rok:2019) \"azylový dům\"", "ag"), ("dům NOT (rok:2019 zima)", "abcfghi"),
      ("zima NOT (rok:2018 OR region:Most)", "f"), ("zima NOT (dům OR rok:2018-2021)", ""),
      ("NOT rok:2019 NOT dům", "dejk"), ("zima NOT (dům NOT rok:2018)", "ade"),
      ("rok:2019 NOT rok:2019", ""), ("rok:2019 OR NOT rok:2019", all),
    ])
  func exclusion(question: String, documents: String) throws {
    let answer = try office.replica.find(SearchQuery(question))
    #expect(answer.hits.map(\.documentName).sorted().joined() == documents)
    #expect(answer.notes.isEmpty && answer.total == documents.count && answer.isTotalExact)
  }

  private static let all = "abcdefghijk"

  @Test("what is no year is said as before", arguments: ["rok:", "rok:999", "rok:2020-2019"])
  func slips(question: String) throws {
    let notes = try office.replica.find(SearchQuery(question + " dům")).notes
    #expect(notes.count == 1 && notes.allSatisfy(\.isAboutValue))
    #expect(try office.replica.find(SearchQuery("NOT dům")).notes == [.exclusionAlone])
  }

  @Test(
    "kinds are found and excluded, also the one that the index has no term for",
    arguments: [
      ("druh:zápis", "abefhjk"), ("druh:článek", "cg"), ("druh:agreement", "d"),
      ("druh:zápis OR druh:článek", "abcefghjk"), ("druh:zápis druh:článek", ""),
      ("dům druh:zápis", "abfh"), ("dům NOT druh:zápis", "cgi"), ("zima NOT druh:článek", "adef"),
      ("druh:zápis rok:2019", "b"), ("rok:2019 NOT druh:zápis", "c"),
      ("druh:zápis NOT rok:2019", "aefhjk"), ("druh:zápis OR rok:2019", "abcefhjk"),
      ("druh:zápis NOT dům", "ejk"), ("region:Most druh:zápis", "e"), ("druh:invitation", ""),
      ("NOT (druh:článek OR druh:zápis) dům", "i"), ("druh:zápis NOT region:Žatec", "eh"),
    ])
  func kinds(question: String, documents: String) throws {
    #expect(try found(question) == documents)
  }

  @Test("a document of no kind, or of one that is not known, is not taken for minutes")
  func strangeKinds() throws {
    let dum = try office.replica.find(SearchQuery("dům")).hits
    let a = try #require(dum.first { $0.documentName == "a" }).document
    let b = try #require(dum.first { $0.documentName == "b" }).document
    let none = FieldAssignment(field: "documentKind", text: "")
    try office.replica.edit(a, [none], author: "", clock: 5_000)
    let edit = RecordEdit(
      record: b, kind: ImportedDocument.kind.id,
      operations: [
        .assign(field: ImportedDocument.documentKind.id, value: .text("minutes2"), replaces: [])
      ])
    try office.replica.apply(Forger().bundle([edit]))
    #expect(try found("druh:zápis") == "efhjk")
    #expect(try found("dům NOT druh:zápis") == "abcgi")
    #expect(try office.replica.verify().problems.isEmpty)
  }
}
