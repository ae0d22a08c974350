import Domain
import Storage
import Testing

@Suite("The language of searches")
struct SearchLanguageTests {
  private let office: Office

  init() throws {
    office = try Office("Liberec")
    try add(
      "a", region: "Žatec", body: "Pracovní skupina Bydlení", date: "2019-03-01",
      "Zápis\nNízkoprahové denní centrum otevře v Žatci.\nDěti jely na výlet.")
    try add(
      "b", region: "Chomutov", body: "Komise dluhů", date: "2021-05-05",
      "Zápis\nNové NDC řeší bydlení.\n1. Sociální bydlení\nO bydlení sociálním se jednalo.")
    try add(
      "c", region: "Liberec", body: nil, date: nil, kind: .article,
      "Úvod\nSpolek (dále jen „SPL“) a Centrum pro rodinu (CPR) pomáhají.\nV domě CPR je zima.")
  }

  private func add(
    _ hash: String, region: String, body: String?, date: String?,
    kind: DocumentKind = .minutes, _ text: String
  ) throws {
    var extracted = ExtractedDocument(extractor: "test/1", kind: kind)
    let place = SourceRange(0, 1)
    extracted.region = Fact(region, place)
    extracted.date = date.flatMap { CalendarPeriod($0) }.map { Fact($0, place) }
    if let body {
      var meeting = ExtractedMeeting()
      meeting.body = Fact(body, place)
      extracted.meeting = meeting
    }
    let file = ImportedFile(
      name: hash + ".txt", sha256: hash, plainText: text, extracted: extracted)
    _ = try office.replica.importDocument(file, clock: 2_000)
  }

  private func lines(_ question: String) throws -> [String] {
    try office.replica.find(SearchQuery(question)).hits.map(\.text)
  }

  private func documents(_ question: String) throws -> Set<String> {
    let hits = try office.replica.find(SearchQuery(question)).hits
    return Set(hits.map { String($0.documentName.prefix(1)) })
  }

  @Test(
    "words combine with AND, OR, NOT and parentheses",
    arguments: [
      ("výlet OR zima", "ac"), ("centrum AND žatec", "a"), ("centrum NOT žatec", "c"),
      ("bydlení -NDC", "b"), ("(výlet OR zima) NOT děti", "c"), ("bydlení AND NOT sociální", "b"),
      ("dítě OR (dům cpr)", "ac"), ("centrum -\"centrum pro rodinu\"", "a"),
      ("centrum -(žatec OR výlet)", "c"), ("NOT žatec centrum", "c"),
      ("(NOT žatec) centrum", "c"), ("centrum AND (NOT žatec)", "c"),
      ("centrum (NOT žatec NOT rodinu)", ""), ("centrum NOT NOT žatec", "a"),
      ("NOT žatec NOT výlet centrum", "c"), ("-region:Žatec centrum", "c"),
      ("\"sociální byd*\"", "b"), ("\"centrum pro rod*\"", "c"),
    ])
  func operators(question: String, found: String) throws {
    #expect(try documents(question) == Set(found.map { String($0) }))
  }

  @Test(
    "fields narrow a question by region, body, year, kind and organisation",
    arguments: [
      ("region:Žatec", "a"), ("region:zatci centrum", "a"), ("body:bydlení", "a"),
      ("rok:2021", "b"), ("rok:2019-2021 centrum", "a"), ("druh:článek", "c"),
      ("kind:minutes", "ab"), ("centrum NOT rok:2019", "c"),
      ("region:Žatec OR region:Chomutov", "ab"), ("region:Žatec,Chomutov bydlení", "b"),
      ("region:Žat*", "a"), ("region:\"Žatec\"", "a"), ("body:\"komise dl*\"", "b"),
      ("skupina:\"komise dluhů\"", "b"),
    ])
  func fields(question: String, found: String) throws {
    #expect(try documents(question) == Set(found.map { String($0) }))
  }

  @Test("an abbreviation finds all that it stands for, in general or where a document says so")
  func abbreviations() throws {
    #expect(try documents("NDC") == ["a", "b"])
    #expect(try documents("ndc") == ["a", "b"])
    #expect(try lines("CPR").count == 2)
    #expect(try lines("\"centrum pro rodinu\"").count == 1)
  }

  @Test("headings and exact phrases come first, then the newest")
  func ranking() throws {
    #expect(try lines("sociální bydlení").first == "1. Sociální bydlení")
    #expect(try lines("\"bydlení sociálním\"").first == "O bydlení sociálním se jednalo.")
    #expect(try lines("bydlení NDC OR výlet").last == "Děti jely na výlet.")
  }

  @Test("facets count the lines by region, body, year and kind")
  func facets() throws {
    let answer = try office.replica.find(SearchQuery("bydlení OR centrum"))
    #expect(answer.total == 5 && answer.isTotalExact)
    #expect(answer.facets.map(\.field.name) == ["region", "body", "year", "documentKind"])
    #expect(answer.facets[0].counts.first == answer.facets[0].counts.max { $0.rows < $1.rows })
    #expect(answer.facets[2].counts.contains { $0.value == nil })
  }

  @Test("pages follow each other without gaps and repetitions")
  func pages() throws {
    let all = try office.replica.find(SearchQuery("bydlení OR centrum")).hits.map(\.text)
    var (paged, after): ([String], String?) = ([], nil)
    repeat {
      let page = try office.replica.find(
        SearchQuery("bydlení OR centrum", limit: 2, after: after))
      paged += page.hits.map(\.text)
      after = page.next
    } while after != nil
    #expect(paged == all && all.count == 5)
  }

  @Test(
    "a slip is understood somehow and said",
    arguments: [
      ("\"bydlení", SearchNote.unclosedQuote), ("(bydlení", .unevenParentheses),
      ("bydlení)", .unevenParentheses), ("bydlení AND", .strayOperator("AND")),
      ("OR bydlení", .strayOperator("OR")), ("NOT bydlení", .exclusionAlone),
      ("regin:Chomutov bydlení", .unknownField("regin", suggestion: "region")),
      ("rok:loni bydlení", .badFieldValue(field: "rok", value: "loni", known: [])),
      ("rok:loni", .badFieldValue(field: "rok", value: "loni", known: [])),
      ("foo:bydlení", .unknownField("foo", suggestion: nil)),
      (
        "region:Chomuto bydlení",
        .unknownPlace(field: "region", value: "Chomuto", suggestion: "Chomutov")
      ),
      ("b*", .uselessStar("b*")), ("*ydlení", .uselessStar("*ydlení")),
      ("výlet or zima", .smallOperator("or")), ("NOT bydlení OR výlet", .exclusionAlone),
      (String(repeating: "(", count: 500) + "bydlení", .unevenParentheses),
      ((0..<100).map { "slovo\($0)" }.joined(separator: " OR "), .tooManyTerms(limit: 16)),
    ])
  func slips(question: String, note: SearchNote) throws {
    let answer = try office.replica.find(SearchQuery(question))
    #expect(answer.notes == [note])
  }

  @Test("a page after a hit that is not there is refused")
  func strangePage() throws {
    #expect(throws: StorageError.noSuchRecord("nic")) {
      try office.replica.find(SearchQuery("bydlení", after: "nic"))
    }
  }

  @Test("a document leaves the index with its words")
  func removal() throws {
    let hit = try #require(try office.replica.find(SearchQuery("výlet")).hits.first)
    try office.replica.delete(hit.document, author: "", clock: 5_000)
    #expect(try lines("výlet").isEmpty && lines("region:Žatec").isEmpty)
    #expect(try office.replica.verify().problems.isEmpty)
  }
}
