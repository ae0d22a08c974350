import Domain
import Testing

@testable import Parsing

private func fixture(_ name: String) throws -> Document {
  try DocumentReader.read(TestFiles.fixture("\(name).docx"), name: "\(name).docx")
}

@Suite("Formats of others")
struct ForeignFormatTests {
  private func format(_ bytes: [UInt8], _ name: String) -> ForeignFormat? {
    do throws(ReadingError) {
      _ = try DocumentReader.read(bytes, name: name)
      return nil
    } catch {
      return error.foreignFormat
    }
  }

  @Test("are named, so that another program can convert them")
  func names() {
    #expect(format(Array("{\\rtf1 a}".utf8), "a.rtf") == .richText)
    #expect(format(Array("%PDF-1.7".utf8), "a.pdf") == .pdf)
    #expect(format([0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 508), "a.doc") == .word97)
    #expect(format(Array("text".utf8), "a.txt") == nil)
  }
}

@Suite("Word documents")
struct DocxReaderTests {
  @Test("numbers that stand in no run are shown as Word shows them")
  func labels() throws {
    let document = try fixture("zatec-2020-06-10")
    #expect(document.blocks.compactMap(\.label) == ["1.", "2.", "3.", "4.", "5."])
    #expect(document.plainText.contains("\n1. Úvod\n2. Představení projektu"))
    let letters = try fixture("liberec-2020-10-14").blocks.compactMap(\.label)
    #expect(letters.prefix(4) == ["a)", "-", "-", "-"])
    #expect(letters.contains("g)"))
    let bullets = try fixture("liberecky-kraj-2024-11-07").blocks.compactMap(\.label)
    #expect(bullets.prefix(4) == ["-", "·", "·", "1."])
  }

  @Test("inserted text is in, deleted text is out, and both are told with their author")
  func revisions() throws {
    let document = try fixture("zatec-2020-06-10")
    #expect(!document.plainText.contains("Text před opravou"))
    #expect(document.revisions.map(\.kind) == [.inserted, .inserted, .deleted])
    #expect(document.revisions[1].author == "ředitelka spolku")
    let words = document.revisions[0].range.quote(from: document.plainText)
    #expect(words == "Doplnění zápisu – komentář ředitelky spolku")
  }

  @Test("cells tell their row, column, span and merge, and share the line of their row")
  func tables() throws {
    let document = try fixture("chomutov-2022-04-19")
    let cells = document.blocks.filter { $0.cell?.table == 1 }
    #expect(cells.first { $0.cell?.columnSpan == 6 }?.cell?.row == 1)
    #expect(document.plainText.contains("činnost\tspecifikace činnosti a fáze"))
    #expect(document.plainText.contains("\tZáznam z jednání Prezenční listina\t"))
  }

  @Test("links have their targets")
  func links() throws {
    let document = try fixture("liberecky-kraj-2024-11-07")
    let link = try #require(document.links.first)
    #expect(link.target == "https://www.mpsv.cz/ipm")
    let words = link.range.quote(from: document.plainText)
    #expect(words == "Pilotní ověření Integračního pracovního místa")
  }

  @Test("a text box is read once, headers and footers apart, headings by their style")
  func parts() throws {
    let document = try fixture("liberecky-kraj-2024-11-07")
    #expect(document.blocks.count { $0.kind == .textBox } == 2)
    #expect(document.pageEdges.map(\.kind) == [.footer])
    #expect(document.blocks.first { $0.kind == .heading(level: 1) } != nil)
    #expect(document.blocks.first { $0.isBold }?.label == "1.")
  }

  @Test("every block points at its own words")
  func ranges() throws {
    for name in SameDocumentTests.names {
      let document = try fixture(name)
      for block in document.blocks {
        let text = try #require(block.textRange.quote(from: document.plainText))
        #expect(!text.contains("\n"))
        let whole = try #require(block.range.quote(from: document.plainText))
        #expect(whole.hasPrefix(block.label ?? text) && whole.hasSuffix(text))
      }
    }
  }
}
