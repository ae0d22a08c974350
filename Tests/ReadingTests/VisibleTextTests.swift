import Testing

@testable import Parsing

private func run(_ text: String) -> String {
  "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private func field(_ mark: String, _ content: String = "") -> String {
  "<w:r><w:fldChar w:fldCharType=\"\(mark)\">\(content)</w:fldChar></w:r>"
}

private func code(_ text: String) -> String {
  "<w:r><w:instrText xml:space=\"preserve\">\(text)</w:instrText></w:r>"
}

/// One way of Word documents to hold text, and what a reader sees of it.
struct VisibleCase: Sendable, CustomTestStringConvertible {
  let name: String
  let body: String
  let text: String
  var testDescription: String { name }

  init(_ name: String, _ body: String, _ text: String) {
    (self.name, self.body, self.text) = (name, body, text)
  }

  static let wrappers = [
    VisibleCase(
      "content control",
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>"
        + "<w:p>\(run("A"))</w:p></w:sdtContent></w:sdt>", "A"),
    VisibleCase(
      "content control in a run of text",
      "<w:p>\(run("A"))<w:sdt><w:sdtContent>\(run("B"))</w:sdtContent></w:sdt>\(run("C"))</w:p>",
      "ABC"),
    VisibleCase(
      "smart tag and custom XML",
      "<w:p><w:smartTag w:element=\"d\"><w:smartTagPr/><w:customXml>\(run("A"))</w:customXml>"
        + "</w:smartTag></w:p>", "A"),
    VisibleCase(
      "direction", "<w:p><w:dir w:val=\"rtl\"><w:bdo>\(run("A"))</w:bdo></w:dir></w:p>",
      "A"),
    VisibleCase(
      "unknown wrapper", "<w:unknown><w:p><w:other>\(run("A"))</w:other></w:p></w:unknown>",
      "A"),
    VisibleCase(
      "no-break and soft hyphen",
      "<w:p>\(run("a"))<w:r><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r></w:p>",
      "a\u{2011}bc"),
    VisibleCase(
      "tabs of both kinds and a page break",
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t><w:br w:type=\"page\"/>"
        + "<w:t>d</w:t></w:r></w:p>", "a\tb\tc\nd"),
    VisibleCase(
      "ruby",
      "<w:p><w:r><w:ruby><w:rt>\(run("fu"))</w:rt><w:rubyBase>\(run("base"))"
        + "</w:rubyBase></w:ruby></w:r></w:p>", "(fu)base"),
    VisibleCase(
      "WordArt of VML",
      "<w:p><w:r><w:pict><v:shape><v:textpath string=\"Zápis\"/></v:shape></w:pict></w:r></w:p>",
      "Zápis"),
    VisibleCase(
      "symbols",
      "<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Wingdings\" "
        + "w:char=\"F0FC\"/><w:sym w:font=\"Symbol\" w:char=\"0062\"/></w:r></w:p>", "α✓β"),
    VisibleCase(
      "a font of symbols",
      "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\u{F06D}</w:t></w:r></w:p>",
      "μ"),
    VisibleCase(
      "a symbol as fallback",
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback>"
        + "<w:sym w:font=\"Symbol\" w:char=\"F062\"/></mc:Fallback>"
        + "</mc:AlternateContent></w:r></w:p>",
      "β"),
  ]

  static let fields = [
    VisibleCase(
      "simple field", "<w:p><w:fldSimple w:instr=\"PAGE\">\(run("3"))</w:fldSimple></w:p>",
      "3"),
    VisibleCase(
      "nested fields",
      "<w:p>\(field("begin"))\(code("IF "))\(field("begin"))\(code("PAGE"))\(field("separate"))"
        + "\(run("skryto"))\(field("end"))\(field("separate"))\(run("vidět"))\(field("end"))</w:p>",
      "vidět"),
    VisibleCase(
      "a field over two paragraphs",
      "<w:p>\(field("begin"))\(code("TOC"))\(field("separate"))\(run("A"))</w:p>"
        + "<w:p>\(run("B"))\(field("end"))\(run("C"))</w:p>", "A\nBC"),
    VisibleCase(
      "a field that nothing ends",
      "<w:p>\(run("A"))\(field("begin"))\(code("PAGE"))\(run("B"))</w:p><w:p>\(run("C"))</w:p>",
      "AB\nC"),
    VisibleCase(
      "an end that nothing began", "<w:p>\(run("A"))\(field("end"))\(run("B"))</w:p>", "AB"),
    VisibleCase(
      "a list to choose from",
      "<w:p>\(field("begin", list))\(code("FORMDROPDOWN"))\(field("end"))</w:p>", "ano"),
    VisibleCase(
      "a box that is ticked",
      "<w:p>\(field("begin", box))\(code("FORMCHECKBOX"))\(field("end"))\(run(" ano"))</w:p>",
      "☒ ano"),
  ]

  private static let list =
    "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:default w:val=\"0\"/><w:listEntry w:val=\"ne\"/>"
    + "<w:listEntry w:val=\"ano\"/></w:ddList></w:ffData>"
  private static let box =
    "<w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData>"
}

@Suite("What a reader sees of a Word document")
struct VisibleTextTests {
  @Test("nothing of it is lost, and each piece once", arguments: VisibleCase.wrappers)
  func wrappers(visible: VisibleCase) throws {
    let document = try DocumentReader.read(DocxBuilder(visible.body).bytes, name: "a.docx")
    #expect(document.plainText == visible.text + "\n")
  }

  @Test("a field shows its result, however it is cut or nested", arguments: VisibleCase.fields)
  func fields(visible: VisibleCase) throws {
    let document = try DocumentReader.read(DocxBuilder(visible.body).bytes, name: "a.docx")
    #expect(document.plainText == visible.text + "\n")
  }

  @Test("a field that nothing ends is said to be there")
  func unfinished() throws {
    let body = "<w:p>\(field("begin"))\(code("PAGE"))\(run("A"))</w:p>"
    let document = try DocumentReader.read(DocxBuilder(body).bytes, name: "a.docx")
    #expect(document.warnings.map(\.code) == ["unfinished-field"])
  }

  @Test("merged cells are there once, with the columns that they span")
  func merges() throws {
    func cell(_ properties: String, _ text: String) -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p>\(text.isEmpty ? "" : run(text))</w:p></w:tc>"
    }
    let body = """
      <w:tbl><w:tblGrid/><w:tr>\(cell("<w:vMerge w:val=\"restart\"/>", "A"))\
      \(cell("<w:gridSpan w:val=\"2\"/>", "B"))</w:tr>\
      <w:tr>\(cell("<w:vMerge/>", ""))\(cell("", "C"))\(cell("", "D"))</w:tr></w:tbl>
      """
    let document = try DocumentReader.read(DocxBuilder(body).bytes, name: "a.docx")
    #expect(document.plainText == "A\tB\n\tC\tD\n")
    #expect(document.blocks.map { $0.cell?.column } == [0, 1, 1, 2])
    #expect(document.blocks[1].cell?.columnSpan == 2)
  }
}
