import Domain
import Storage
import Testing

@Suite("What the file holds once")
struct StoredOnceTests {
  private static let text = "Zápis\nBod 1\nŽádost o dům.\nSchváleno.\n\nKonec"
  private static let words = "Žádost o dům.\nSchváleno.\n"

  /// Minutes with one item, whose text is words of the document.
  private func file(
    _ words: String = StoredOnceTests.words, of place: String = StoredOnceTests.words,
    title: SourceRange = SourceRange(7, 12)
  ) -> ImportedFile {
    let start = Self.text.utf8.count - "Žádost o dům.\nSchváleno.\n\nKonec".utf8.count
    var item = ExtractedItem(
      number: "1", title: Fact("Bod 1", title), announced: true)
    item.text = Fact(words, SourceRange(start, start + place.utf8.count))
    var meeting = ExtractedMeeting()
    meeting.items = [item]
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.meeting = meeting
    return ImportedFile(
      name: "a.txt", sha256: "aa", plainText: Self.text, extracted: extracted)
  }

  private func item(_ office: Office) throws -> ViewRow {
    try #require(try office.replica.list(AgendaItem.kind).first)
  }

  private func count(_ condition: String, _ office: Office) throws -> Int64? {
    let rows = try office.replica.answer(sql: "SELECT count(*) FROM \(condition)").rows
    if case .integer(let count) = rows[0][0] { return count }
    return nil
  }

  @Test("the words of an item are a place in the document, and are shown everywhere")
  func quotedText() throws {
    let office = try Office("Liberec")
    _ = try office.replica.importDocument(file(), clock: 2_000)
    #expect(try count("agendaItemRecord WHERE text IS NULL AND textStart > 0", office) == 1)
    let id = try item(office).id
    #expect(try office.value(id, "text") == .text(Self.words))
    let place = try #require(AgendaItem.kind.listedFields.firstIndex(of: AgendaItem.text))
    #expect(try item(office).cells[place] == .text(Self.words))
    let found = try office.replica.query(
      .items, filters: [RowFilter(column: "text", text: "zadost o dum")])
    #expect(found.map(\.id) == [id])
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("words that the document does not have there stand in the table")
  func otherText() throws {
    let office = try Office("Liberec")
    _ = try office.replica.importDocument(file("Žádost o dům. Schváleno."), clock: 2_000)
    #expect(try count("agendaItemRecord WHERE textStart IS NULL", office) == 1)
    let id = try item(office).id
    #expect(try office.value(id, "text") == .text("Žádost o dům. Schváleno."))
  }

  @Test("an item keeps its words when its document is deleted, and when it is written anew")
  func deletedDocument() throws {
    let office = try Office("Liberec")
    let document = try office.replica.importDocument(file(), clock: 2_000).document
    let id = try item(office).id
    try office.replica.delete(document, author: "Jana", clock: 3_000)
    #expect(try count("textPlace", office) == 0)
    #expect(try office.value(id, "text") == .text(Self.words))
    #expect(try office.replica.verify().problems.isEmpty)
    _ = try office.replica.repair()
    #expect(try office.value(id, "text") == .text(Self.words))
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("a person's words stay when the document goes, though it had the same ones there")
  func personsWords() throws {
    let office = try Office("Liberec")
    let words = "Žádost o dům."
    let file = file("Žádost o domě.", of: words, title: SourceRange(0, 0))
    let document = try office.replica.importDocument(file, clock: 2_000).document
    let id = try item(office).id
    try office.replica.edit(
      id, [FieldAssignment(field: "text", text: words)], author: "Jana", clock: 3_000)
    try office.replica.delete(document, author: "Jana", clock: 4_000)
    #expect(try office.value(id, "text") == .text(words))
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("an edit changes its own columns, what is computed from them and nothing else")
  func changedColumns() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    try office.replica.edit(
      id, [FieldAssignment(field: "holder", text: "Obec Lípa, z. s.")], author: "", clock: 3_000)
    #expect(
      try count("projectRecord WHERE holderKey IS NOT NULL AND name = 'Dílna'", office) == 1)
    for field in ["start", "end", "call", "programme", "status"] {
      let text = ["status": "running"][field] ?? "2024"
      try office.replica.edit(
        id, [FieldAssignment(field: field, text: text)], author: "", clock: 4_000)
    }
    try office.replica.edit(
      id, [FieldAssignment(field: "holder", text: "")], author: "", clock: 5_000)
    #expect(try count("projectRecord WHERE holderKey IS NULL AND call = '2024'", office) == 1)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("an item that moves to another meeting takes over its day")
  func movedItem() throws {
    let office = try Office("Liberec")
    let meetings = try ["2024-01-05", "2024-02-06"].map { day in
      try office.replica.add(
        Meeting.kind, [FieldAssignment(field: "date", text: day)], author: "", clock: 2_000)
    }
    let item = try office.replica.add(
      AgendaItem.kind,
      [
        FieldAssignment(field: "title", text: "Bod"),
        FieldAssignment(field: "meeting", text: meetings[0].description),
      ], author: "", clock: 3_000)
    try office.replica.edit(
      item, [FieldAssignment(field: "meeting", text: meetings[1].description)], author: "",
      clock: 4_000)
    #expect(try count("agendaItemFields WHERE meetingDate = '2024-02-06'", office) == 1)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("a document comes back to the byte from the change that wrote it, as plain text")
  func documentText() throws {
    let office = try Office("Liberec")
    let document = try office.replica.importDocument(file(), clock: 2_000).document
    #expect(try office.value(document, "text") == .text(Self.text))
    #expect(try count("change WHERE text = '\(Self.text)'", office) == 1)
    #expect(try count("textPlace WHERE text IS NULL", office) == 1)
    #expect(
      try count("documentFields WHERE text = '\(Self.text)'", office) == 1)
  }

  @Test("of a record that one change wrote, the change is the state; an edit gives it one")
  func soleChange() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    #expect(try count("record WHERE state IS NULL AND sequence = 2", office) == 1)
    let before = try office.dump()
    _ = try office.replica.repair()
    #expect(try office.dump() == before)
    #expect(try count("record WHERE state IS NULL AND sequence = 2", office) == 1)
    try office.replica.edit(
      id, [FieldAssignment(field: "status", text: "running")], author: "", clock: 3_000)
    #expect(try count("record WHERE state IS NOT NULL AND sequence IS NULL", office) == 1)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("a record that others name before anybody has written it is no record yet")
  func namedBefore() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let (first, second) = (try liberec.addProject("Dílna"), try liberec.addProject("Dům"))
    _ = try liberec.replica.add(
      Link.kind,
      [
        FieldAssignment(field: "record", text: first.description),
        FieldAssignment(field: "other", text: second.description),
        FieldAssignment(field: "relation", text: "same"),
      ], author: "", clock: 3_000)
    try liberec.replica.delete(second, author: "", clock: 4_000)
    try zatec.take(from: liberec)
    #expect(try zatec.dump() == liberec.dump())
    #expect(try zatec.replica.verify().problems.isEmpty)
  }
}
