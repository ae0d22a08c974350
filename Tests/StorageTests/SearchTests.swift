import Domain
import Storage
import Testing

@Suite("Search")
struct SearchTests {
  private let office: Office

  init() throws {
    office = try Office("Liberec")
    let text = """
      Centrum bydlení Lhota zahájilo provoz.
      O bydlení rozhodne centrum až v září.
      Děti z Žatce jely na výlet.
      """
    let file = ImportedFile(
      name: "a.txt", sha256: "aa", plainText: text,
      extracted: ExtractedDocument(extractor: "test/1", kind: .minutes))
    _ = try office.replica.importDocument(file, clock: 2_000)
  }

  private func lines(_ question: String) throws -> Set<String> {
    Set(try office.replica.search(question).map { String($0.text.prefix(7)) })
  }

  @Test("words are found in any form, with or without diacritics, and all of them")
  func forms() throws {
    #expect(try lines("bydlením") == ["Centrum", "O bydle"])
    #expect(try lines("dětem žatec") == ["Děti z "])
    #expect(try lines("detem zatce") == ["Děti z "])
    #expect(try lines("děti bydlení").isEmpty)
  }

  @Test("words in quotes stand together, and a star ends a beginning")
  func phrases() throws {
    #expect(try lines("\"centrem bydlení\"") == ["Centrum"])
    #expect(try lines("bydl* prov*") == ["Centrum"])
    #expect(try lines("výl*") == ["Děti z "])
  }

  @Test(
    "nothing that is typed is an operator or an error",
    arguments: [
      "NEAR(bydlení)", "bydlení AND", "stems:bydlení", "bydlení^2", "-bydlení", "(bydlení",
      "\"bydlení",
      "bydlení*", "bydlení;--", "bydlení\u{0}",
    ])
  func operators(question: String) throws {
    _ = try lines(question)
  }

  @Test("a question without a word is refused", arguments: ["", "  ", "*", "\"\"", "?!"])
  func empty(question: String) {
    #expect(throws: StorageError.emptyQuestion) { try office.replica.search(question) }
  }

  @Test("what was found is marked, and more than the limit is left out")
  func marks() throws {
    let hit = try #require(try office.replica.search("výl*").first)
    let mark = try #require(hit.marks.first)
    #expect(mark.quote(from: hit.text) == "výlet")
    #expect(try office.replica.search("bydlení", limit: 1).count == 1)
    #expect(try office.replica.search("bydlení", regions: ["Most"]).isEmpty)
  }
}
