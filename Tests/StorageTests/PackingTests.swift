import Domain
import Storage
import Testing

@Suite("Long texts are stored packed")
struct PackingTests {
  @Test("a document comes back as it was, and its words stand in the file once")
  func roundTrip() throws {
    let office = try Office("Liberec")
    let text = (0..<400).map { "Bod \($0): příliš žluťoučký kůň.\n" }.joined()
    let file = ImportedFile(
      name: "a.txt", sha256: "aa", plainText: text,
      extracted: ExtractedDocument(extractor: "test/1", kind: .minutes))
    _ = try office.replica.importDocument(file, clock: 2_000)
    #expect(try office.replica.verify().problems.isEmpty)
    #expect(try office.dump().contains("Bod 399"))
    let answer = try office.replica.answer(
      sql:
        "SELECT (SELECT max(length(sealed)) FROM change), (SELECT max(length(state)) FROM record)")
    for case .integer(let bytes) in answer.rows[0] { #expect(bytes < text.utf8.count / 3) }
    let other = try Office("Žatec")
    try other.take(from: office)
    #expect(try other.dump() == office.dump())
  }
}
