import Domain
import Testing

@testable import Storage

@Suite("What is known of documents, as terms of the search index")
struct SearchScopeTests {
  private let office: Office

  /// One document, of whose words none is part of what is known of it.
  init() throws {
    office = try Office("Most")
    try add("Liberec", "Komise – dluhy Лес «rodin» x\u{3000}y😀z", "Konec řádku\n---")
  }

  private func add(_ region: String, _ body: String, _ text: String) throws {
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    let place = SourceRange(0, 1)
    extracted.region = Fact(region, place)
    extracted.date = CalendarPeriod("2019-03-01").map { Fact($0, place) }
    var meeting = ExtractedMeeting()
    meeting.body = Fact(body, place)
    extracted.meeting = meeting
    let file = ImportedFile(
      name: body, sha256: body, plainText: text, extracted: extracted)
    _ = try office.replica.importDocument(file, clock: 2_000)
  }

  private func count(_ question: String) throws -> Int {
    try office.replica.find(SearchQuery(question)).total
  }

  @Test("filters find the lines of the document, those without a word included")
  func filters() throws {
    for question in [
      "region:Liberec", "region:Lib*", "body:dluhů", "body:\"Komise – dluhy\"", "rok:2019",
      "druh:zápis", "body:Лес", "skupina:rodin",
    ] { #expect(try count(question) == 2, "\(question)") }
  }

  @Test(
    "words, beginnings and phrases never find it",
    arguments: [
      "regionisliberec", "region*", "regi*", "re*", "liberec", "year2019", "year*", "2019", "20*",
      "kindminutes", "kind*", "ki*", "bodyis*", "dluhy", "dluh*", "лес", "ле*", "rodin", "komise",
      "ªyear2019", "ªyear*", "ªre*", "ª*", "\"ªyear2019\"", "\"ªkindminutes\"", "\"ªki*\"", "ª",
      "\"řádku ªregionisliberec\"", "\"řádku regionisliberec\"", "\"řádku regi*\"",
      "\"řádku ªre*\"", "\"konec řádku regionisliberec bodyis*\"",
      "º", "x", "y", "z", "C2AA", "\u{AA}\u{300}year2019", "ªªyear2019", "stems:year*",
      "\"liberec komise\"", "a\u{AD}ªyear2019", "\u{AD}ªyear*", "scope:year2019", "d1*", "bb*",
    ])
  func leaks(question: String) throws {
    do {
      #expect(try count(question) == 0)
    } catch StorageError.emptyQuestion {}
    // What another tool asks the index with holds no more than that.
    for asked in try office.replica.indexQuestions(question) {
      #expect(!asked.match.contains(SearchScope.mark))
    }
  }

  @Test("no character that is typed gives the letter in front")
  func mark() {
    for start in stride(from: UInt32(1), to: 0x3_0000, by: 0x100) {
      let text = (start..<start + 0x100).compactMap(Unicode.Scalar.init).map { "\($0)\u{AA}x " }
      for word in CzechAnalyzer.stems(of: text.joined()) + CzechAnalyzer.words(of: text.joined()) {
        #expect(!word.unicodeScalars.contains("\u{AA}"))
      }
    }
  }

  @Test("a term stays one in the index, whatever a name holds")
  func division() throws {
    let answer = try office.replica.answer(sql: "SELECT term FROM scopeName ORDER BY term")
    #expect(answer.rows.count == 2)
    for case .text(let term) in answer.rows.joined() {
      #expect(term.hasPrefix(SearchScope.mark) && !term.contains(" "))
      #expect(term.unicodeScalars.allSatisfy { $0 == "\u{AA}" || $0.isASCII })
    }
    #expect(SearchScope.term(.body, "Лес") != SearchScope.term(.body, "Лис"))
    #expect(SearchScope.term(.body, "Nový Bor") == SearchScope.term(.body, "novy-bor"))
  }

  @Test("two documents that differ in it alone are told apart, also beside the other's words")
  func apart() throws {
    try add("Chomutov", "Výbor", "Konec řádku\nLiberec 2019")
    #expect(try count("řádku") == 2)
    #expect(try count("řádku region:Chomutov") == 1)
    #expect(try count("řádku NOT region:Chomutov") == 1)
    #expect(try count("liberec") == 1)
    #expect(try count("\"liberec 2019\"") == 1)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("a name that another tool took away is missed, and comes back")
  func missingName() throws {
    let office = try Office("Liberec")
    _ = try office.replica.importDocument(minutes(), clock: 2_000)
    try Stranger.write(office.path, "DELETE FROM scopeName;")
    #expect(try office.replica.verify().problems == [.table("scopeName")])
    _ = try office.replica.repair()
    #expect(try office.replica.verify().problems.isEmpty)
  }
}
