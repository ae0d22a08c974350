import Domain
import Testing

@testable import Parsing

private func read(_ text: String) throws -> Document {
  try PlainTextReader.read(Array(text.utf8))
}

@Suite("Plain text")
struct PlainTextReaderTests {
  @Test("a line is a block, blank lines are none")
  func lines() throws {
    let document = try read("Zápis\r\n\r\n  z jednání  \rDne")
    #expect(document.plainText == "Zápis\nz jednání\nDne\n")
    #expect(document.blocks.count == 3)
  }

  @Test("the label of a list item is told from its text")
  func labels() throws {
    let document = try read("1. Úvod\na) Koronavirus\n·\tpřivítání\n - podbod\nAd 1) Úvod")
    #expect(document.blocks.map(\.label) == ["1.", "a)", "·", "-", nil])
    #expect(document.plainText.hasPrefix("1. Úvod\na) Koronavirus\n· přivítání\n- podbod\n"))
    #expect(document.blocks[0].textRange.quote(from: document.plainText) == "Úvod")
  }

  @Test(
    "dates, times, ordinals and initials are no labels",
    arguments: [
      "1. 9. 2017", "14. září", "1. pololetí", "10.06.2020 se konalo", "16.30 hod.", "J. Novák",
      "I. Nováková", "2020. Rok", "s. r. o.",
    ])
  func noLabels(line: String) throws {
    #expect(try read(line).blocks.map(\.label) == [nil])
  }

  @Test(
    "sections, roman numbers and bullets of all kinds are labels",
    arguments: [
      ("1.1 Název", "1.1"), ("2.3.1. Název", "2.3.1."), ("IV. Různé", "IV."), ("(1) text", "(1)"),
      ("12) text", "12)"), ("– text", "–"), ("\u{F0B7} text", "\u{F0B7}"), ("o\ttext", "o"),
    ])
  func moreLabels(line: String, label: String) throws {
    #expect(try read(line).blocks.map(\.label) == [label])
  }

  @Test("list items nest by their indent")
  func nesting() throws {
    let document = try read("- jedna\n  - dvě\n  - tři\n- čtyři")
    #expect(document.blocks.map(\.listLevel) == [0, 1, 1, 0])
  }

  @Test("what a converter left of a bookmark is removed")
  func bookmarks() throws {
    #expect(try read("[bookmark: _GoBack]Přítomni: A").plainText == "Přítomni: A\n")
  }

  @Test(
    "what other converters left is removed or put right",
    arguments: [
      ("[pic] Mapa", "Mapa"), ("jedna <br>\ndvě<br/>tři", "jedna\ndvě\ntři"),
      ("28.&nbsp;června &amp; dál", "28.\u{A0}června & dál"), ("slu\u{AD}žba", "služba"),
      ("\u{FEFF}Zápis", "Zápis"), ("a < b & c", "a < b & c"),
    ])
  func remains(text: String, clean: String) throws {
    #expect(try read(text).plainText == clean + "\n")
  }

  @Test("a word hyphenated over a page, or with a soft hyphen, is joined")
  func hyphenationOverPage() throws {
    let header = "\n\n\nMĚSTO\nODBOR SOCIÁLNÍCH VĚCÍ strana 1\n\n"
    let document = try read(
      "\(header)Poskytovatelé sociálních slu-\(header)žeb se sešli.\(header)Dál.")
    #expect(document.plainText == "Poskytovatelé sociálních služeb se sešli.\nDál.\n")
    let soft = try read("Poskytovatelé sociálních slu\u{AD}\nžeb se sešli")
    #expect(soft.plainText == "Poskytovatelé sociálních služeb se sešli\n")
  }

  @Test("a repeated page header is taken out and the paragraph that it cut is joined")
  func pageHeaders() throws {
    let header = "\n\n\nMĚSTO\nODBOR SOCIÁLNÍCH VĚCÍ strana 1\n\n"
    let document = try read("\(header)První věta bez\(header)konce. Dál.\(header)Nový odstavec.")
    #expect(document.plainText == "První věta bez konce. Dál.\nNový odstavec.\n")
    #expect(
      document.pageEdges
        == [PageEdge(kind: .header, text: "MĚSTO\nODBOR SOCIÁLNÍCH VĚCÍ strana 1")])
  }

  @Test("a title that runs over all pages is read once")
  func runningTitle() throws {
    let document = try read(
      "Zápis č. 3\nRada schválila\n\u{0C}Zápis č. 3\nplán.\n\u{0C}Zápis č. 3\nDál.")
    #expect(document.plainText == "Zápis č. 3\nRada schválila plán.\nDál.\n")
    #expect(document.pageEdges == [PageEdge(kind: .header, text: "Zápis č. 3")])
  }

  @Test("the titles of several minutes in one file are no page header")
  func titlesStay() throws {
    let text = "Zápis z jednání komise\nText.\n\n\nZápis z jednání komise\nJiný."
    #expect(try read(text).blocks.count == 4)
  }

  @Test("lines with tabs are rows, a form's line is none")
  func tables() throws {
    let document = try read(
      "činnost\tvýstup\tkdo\nporada\tzápis\t\n\n\tplán\tobec\nHosté:\tA\nB:\tC")
    #expect(document.blocks.compactMap(\.cell?.row) == [0, 0, 0, 1, 1, 2, 2])
    #expect(document.blocks.compactMap(\.cell?.column) == [0, 1, 2, 0, 1, 1, 2])
    #expect(document.plainText.contains("\n\tplán\tobec\nHosté:\tA\n"))
  }

  @Test("Markdown's marks are taken out: bold, addresses, headings")
  func markdown() throws {
    let document = try read("# Zápis\n**Program:**\n- **Naděje** viz <https://liberec.cz/a> .")
    #expect(document.plainText == "Zápis\nProgram:\n- Naděje viz https://liberec.cz/a .\n")
    #expect(document.blocks.map(\.isBold) == [false, true, false])
    #expect(document.blocks[0].kind == .heading(level: 1))
    #expect(document.links.map(\.target) == ["https://liberec.cz/a"])
    #expect(document.links[0].range.quote(from: document.plainText) == "https://liberec.cz/a")
  }

  @Test("a raised number at the start of a line is the label of a note")
  func notes() throws {
    let document = try read("Sídlo ¹\n¹ V případě obce")
    #expect(document.blocks.map(\.kind) == [.paragraph, .note])
    #expect(document.blocks[1].label == "¹")
  }

  @Test("accents that stand before their letters are put back")
  func detachedAccents() throws {
    let document = try read("Pˇr´ıtomn´ı: Jiˇr´ı R˚uˇziˇcka\nuskutečnı\u{301}")
    #expect(document.plainText == "Přítomní: Jiří Růžička\nuskuteční\n")
    #expect(try read("d´Artagnan").plainText == "d´Artagnan\n")
  }

  @Test("the head of a Markdown page loses its dashes, and its long values are one line")
  func frontMatter() throws {
    let document = try read("---\ntitle: 3.\npresent: A. Nová,\n  P. Malý\n---\n##Usnesení")
    #expect(document.plainText == "title: 3.\npresent: A. Nová, P. Malý\nUsnesení\n")
    #expect(document.blocks.last?.kind == .heading(level: 2))
  }

  @Test("a word hyphenated over the end of a line is joined")
  func hyphenation() throws {
    let document = try read("Poskytovatelé sociálních slu-\nžeb se sešli")
    #expect(document.plainText == "Poskytovatelé sociálních služeb se sešli\n")
    #expect(try read("krátce-\ndále").blocks.count == 2)
  }

  @Test("the words of a Markdown link stay and its address is the target")
  func markdownLinks() throws {
    let document = try read("viz [rozpočet](https://pirati.cz/a) a [poznámka]")
    #expect(document.plainText == "viz rozpočet a [poznámka]\n")
    #expect(document.links.map(\.target) == ["https://pirati.cz/a"])
  }

  @Test("text is composed to normal form C")
  func normalForm() throws {
    let text = try read("Z\u{30C}atec").plainText
    #expect(text.unicodeScalars.count == 6)
  }
}
