import Domain
import Testing

@testable import Sync

@Suite("The bytes of a text")
struct TextEncodingTests {
  private static func example() -> TextDocument {
    var (jana, petr) = (TextWriter(1), TextWriter(2))
    let first = jana.edit(.insert("Ahoj", at: 0))
    petr.receive(first)
    let second = jana.edit(.insert("!", at: 4))
    _ = petr.edit(TextReplacement(position: 0, deleted: 1, inserted: "a"))
    petr.receive(second)
    return petr.document
  }

  @Test("A text with its edits, byte for byte")
  func golden() {
    let authors =
      "82" + "50" + "4bf5122f344554c53bde2ebb8cd2b7e3" + "50" + "dbc1b4c900ffe48d575b5da5c6380401"
    let edits = "88" + "01000280" + "0300018102"
    let patches = "820103" + "8a" + "03000004" + "0400" + "03240101"
    let content = "66" + "41686f6a2161"
    #expect(
      Self.example().encoded().hex
        == "8702" + "6561686f6a21" + authors + edits + patches + content)
  }

  @Test("Edits without the text merge to the same text")
  func editsAlone() throws {
    let document = Self.example()
    let bytes = document.encodedEdits()
    #expect(bytes.count < document.encoded().count)
    #expect(try TextDocument(decoding: bytes).text == "ahoj!")
    #expect(try TextDocument.text(in: bytes) == "ahoj!")
    #expect(try TextDocument(decoding: bytes).encoded() == document.encoded())
  }

  @Test("Bytes that are cut or altered are refused or read, and never crash")
  func hostileBytes() {
    let bytes = Self.example().encoded()
    for end in bytes.indices {
      #expect(throws: SyncError.self) { try TextDocument(decoding: Array(bytes[..<end])) }
    }
    for place in bytes.indices {
      for bit in 0..<8 {
        var altered = bytes
        altered[place] ^= 1 << UInt8(bit)
        if let document = try? TextDocument(decoding: altered) { _ = document.text }
      }
    }
  }

  @Test("Typing letter by letter is stored as runs")
  func runs() {
    var writer = TextWriter(1)
    for step in 0..<1000 { _ = writer.edit(.insert("x", at: step)) }
    #expect(writer.document.encoded().count < 2050)
  }
}
