import Domain
import Sync
import TestSupport
import Testing

@Suite("Saving a whole text")
struct TextSavingTests {
  @Test("A save changes what its writer changed and nothing of what others did since")
  func concurrentSaves() throws {
    var (jana, petr) = (TextWriter(1), TextWriter(2))
    petr.receive(jana.edit(.insert("Schůze začala v 9 hodin.\nPřítomni byli všichni.\n", at: 0)))
    let opened = petr.document.version
    jana.edit(.insert("Pozvánka přišla včas. ", at: 0)).deliver(to: &petr)
    let saved = "Schůze začala v 10 hodin.\nPřítomni byli všichni.\nZápis: Petr.\n"
    let edit = try #require(petr.document.saving(saved, openedAt: opened))
    _ = petr.send(edit)
    #expect(
      petr.document.text == "Pozvánka přišla včas. Schůze začala v 10 hodin.\n"
        + "Přítomni byli všichni.\nZápis: Petr.\n")
  }

  @Test("A save says as little as it can")
  func smallPatches() throws {
    var writer = TextWriter(1)
    _ = writer.edit(.insert("jeden dva tři čtyři pět šest", at: 0))
    let version = writer.document.version
    let edit = try #require(
      writer.document.saving("jeden 2 tři čtyři pěti šest", openedAt: version))
    #expect(edit.patches.map(\.position) == [6, 21])
    #expect(edit.patches.map(\.deleted) == [3, 0])
    #expect(edit.insertedText == "2i")
    #expect(writer.document.saving(writer.document.text, openedAt: version) == nil)
    #expect(writer.document.saving("x", openedAt: [.example(7, 7)]) == nil)
  }

  @Test("A save of anything makes exactly that", arguments: UInt64(0)..<200)
  func savesAreExact(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func random() -> String {
      let words = ["a", "b", "á", " ", "\n", "x.", "\u{301}", "slovo", "\r\n", "😀"]
      return (0..<generator.below(60)).map { _ in words[generator.below(words.count)] }.joined()
    }
    var writer = TextWriter(1)
    _ = writer.edit(.insert(random(), at: 0))
    for _ in 0..<5 {
      let saved = random()
      guard let edit = writer.document.saving(saved, openedAt: writer.document.version) else {
        #expect(Array(saved.utf8) == Array(writer.document.text.utf8))
        continue
      }
      _ = writer.send(edit)
      #expect(Array(writer.document.text.utf8) == Array(saved.utf8))
    }
  }

  @Test("Two long texts without anything in common are told apart in short time")
  func differentTexts() throws {
    var writer = TextWriter(1)
    let one = (0..<20_000).map { "a\($0)" }.joined(separator: " ")
    let other = (0..<20_000).map { "b\($0)" }.joined(separator: " ")
    _ = writer.edit(.insert(one, at: 0))
    let edit = try #require(writer.document.saving(other, openedAt: writer.document.version))
    _ = writer.send(edit)
    #expect(writer.document.text == other)
  }

  @Test("An old version says what it said")
  func oldVersions() {
    var writer = TextWriter(1)
    var versions: [(version: [Dot], text: String)] = []
    for step in 0..<20 {
      versions.append((writer.document.version, writer.document.text))
      _ = writer.edit(.insert("\(step)", at: step / 2), .delete(1, at: step / 3))
    }
    for (version, text) in versions { #expect(writer.document.text(at: version) == text) }
  }
}

extension TextWriter.Message {
  /// Hands the edit to another writer.
  func deliver(to writer: inout TextWriter) {
    writer.receive(self)
  }
}
