import Domain
import Testing

@testable import Parsing

private func read(_ body: String) throws -> Document {
  try DocumentReader.read(DocxBuilder(body).bytes, name: "a.docx")
}

private func run(_ text: String) -> String {
  "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private func paragraph(_ text: String) -> String {
  "<w:p>\(run(text))</w:p>"
}

private func table(_ row: String, more: String = "") -> String {
  "<w:tbl><w:tblGrid/><w:tr>\(row)</w:tr>\(more)</w:tbl>"
}

private func field(_ mark: String) -> String {
  "<w:r><w:fldChar w:fldCharType=\"\(mark)\"/></w:r>"
}

@Suite("Stories of Word documents")
struct StoryReaderTests {
  @Test("a field is its result, and a hyperlink field is a link")
  func fields() throws {
    let code = "<w:r><w:instrText> HYPERLINK \"https://a.cz\" </w:instrText></w:r>"
    let document = try read(
      "<w:p>\(field("begin"))\(code)\(run("skrytý"))\(field("separate"))"
        + "\(run("web"))\(field("end"))</w:p>")
    #expect(document.plainText == "web\n")
    #expect(document.links == [Link(range: SourceRange(0, 3), target: "https://a.cz")])
  }

  @Test("a soft line break starts a block that continues the paragraph; tabs stay")
  func breaks() throws {
    let document = try read(
      "<w:p>\(run("A"))<w:r><w:tab/></w:r>\(run("B"))<w:r><w:br/></w:r>\(run("C"))</w:p>")
    #expect(document.plainText == "A\tB\nC\n")
    #expect(document.blocks.map(\.continuesParagraph) == [false, true])
  }

  @Test("the paragraph after a deleted end goes on with the text before")
  func deletedEnd() throws {
    let deleted =
      "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>\(run("po"))</w:p>"
    #expect(try read(deleted + paragraph("kus")).plainText == "pokus\n")
  }

  @Test("moved text is read where it went")
  func moves() throws {
    let moved =
      "<w:p><w:moveFrom w:id=\"1\">\(run("pryč"))</w:moveFrom>"
      + "<w:moveTo w:id=\"2\">\(run("sem"))</w:moveTo></w:p>"
    let document = try read(moved)
    #expect(document.plainText == "sem\n")
    #expect(document.revisions.map(\.kind) == [.movedFrom, .movedTo])
  }

  @Test("of alternatives the first with text is read")
  func alternatives() throws {
    let fallback = "<mc:Fallback>\(run("dva"))</mc:Fallback></mc:AlternateContent>"
    let choice = "<mc:AlternateContent><mc:Choice Requires=\"wps\">"
    #expect(
      try read("<w:p>\(choice)\(run("jeden"))</mc:Choice>\(fallback)</w:p>").plainText == "jeden\n")
    #expect(try read("<w:p>\(choice)</mc:Choice>\(fallback)</w:p>").plainText == "dva\n")
  }

  @Test("a text box follows its paragraph, and in a table it stays in its cell")
  func textBoxes() throws {
    let box =
      "<w:r><w:pict><v:textbox><w:txbxContent>\(paragraph("rám"))"
      + "</w:txbxContent></v:textbox></w:pict></w:r>"
    let document = try read("<w:p>\(run("A"))\(box)\(run("B"))</w:p>")
    #expect(document.plainText == "AB\nrám\n")
    #expect(document.blocks.last?.kind == .textBox)
    let cell = "<w:tc><w:p>\(run("A"))\(box)</w:p></w:tc><w:tc>\(paragraph("C"))</w:tc>"
    #expect(try read(table(cell)).plainText == "A rám\tC\n")
  }

  @Test("a nested table is part of its cell; a deleted row is gone")
  func tables() throws {
    let inner = table("<w:tc>\(paragraph("x"))</w:tc><w:tc>\(paragraph("y"))</w:tc>")
    let deleted =
      "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>\(paragraph("pryč"))</w:tc></w:tr>"
    let document = try read(
      table("<w:tc>\(inner)</w:tc><w:tc>\(paragraph("z"))</w:tc>", more: deleted))
    #expect(document.plainText == "x y\tz\n")
    #expect(document.blocks.map { $0.cell?.column } == [0, 0, 1])
  }

  @Test("hidden text is out, and said to be")
  func hiddenText() throws {
    let document = try read(
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>tajné</w:t></w:r>\(run("veřejné"))</w:p>")
    #expect(document.plainText == "veřejné\n")
    #expect(document.warnings.map(\.code) == ["hidden-text"])
  }

  @Test("soft hyphens are out, accents are composed, and links keep their place")
  func normalForm() throws {
    let document = try read(
      "<w:p>\(run("slu\u{AD}žba Z\u{30C} "))"
        + "<w:hyperlink r:id=\"x\">\(run("web"))</w:hyperlink></w:p>"
    )
    #expect(document.plainText == "služba Ž web\n")
    #expect(document.links.first?.range.quote(from: document.plainText) == "web")
  }

  @Test("math is written in a line")
  func math() throws {
    let fraction =
      "<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
    #expect(try read("<w:p><m:oMath>\(fraction)</m:oMath></w:p>").plainText == "a/b\n")
  }

  @Test("notes follow the body, with the number of their reference, and separators are none")
  func notes() throws {
    let notes = """
      <w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>\
      <w:footnote w:id="7">\(paragraph("poznámka"))</w:footnote>
      """
    let body = "<w:p>\(run("text"))<w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
    let file = DocxBuilder(body).adding("footnotes", "footnotes", notes).bytes
    let document = try DocumentReader.read(file, name: "a.docx")
    #expect(document.plainText == "text\n1 poznámka\n")
    #expect(document.noteReferences == [NoteReference(offset: 4, label: "1")])
  }

  @Test("a note may have a mark of its own, which does not count")
  func markedNotes() throws {
    let notes =
      "<w:footnote w:id=\"1\">\(paragraph("první"))</w:footnote>"
      + "<w:footnote w:id=\"2\">\(paragraph("druhá"))</w:footnote>"
    let marked =
      "<w:r><w:footnoteReference w:id=\"1\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r>"
    let body = "<w:p>\(run("a"))\(marked)<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
    let file = DocxBuilder(body).adding("footnotes", "footnotes", notes).bytes
    let document = try DocumentReader.read(file, name: "a.docx")
    #expect(document.plainText == "a*\n* první\n1 druhá\n")
    #expect(document.noteReferences.map(\.label) == ["*", "1"])
  }

  @Test("a paragraph of spaces leaves no words to point at")
  func blankParagraph() throws {
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r>"
    let link = "<w:hyperlink r:id=\"x\">\(run(" "))</w:hyperlink>"
    let change = "<w:ins w:id=\"1\" w:author=\"A\">\(run(" "))</w:ins>"
    let document = try read("<w:p>\(bold)\(link)\(change)</w:p>\(paragraph("Žatec"))")
    #expect(document.plainText == "Žatec\n")
    #expect(document.runs.isEmpty && document.links.isEmpty)
    #expect(document.revisions.map(\.range) == [SourceRange(0, 0)])
  }

  @Test("blocks and runs say which part and paragraph they came from")
  func origins() throws {
    let bold = "<w:r><w:rPr><w:b/><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>B</w:t></w:r>"
    let notes = "<w:footnote w:id=\"2\">\(paragraph("poznámka"))</w:footnote>"
    let file = DocxBuilder(paragraph("A") + "<w:p>\(run("a"))\(bold)</w:p>")
      .adding("footnotes", "footnotes", notes).bytes
    let document = try DocumentReader.read(file, name: "a.docx")
    #expect(document.parts == ["word/document.xml", "word/footnotes0.xml"])
    #expect(
      document.blocks.map(\.origin) == [
        Origin(part: 0, position: 1), Origin(part: 0, position: 2), Origin(part: 1, position: 1),
      ])
    let run = try #require(document.runs.first)
    #expect(run.range == SourceRange(3, 4))
    #expect(run.emphasis == [.bold, .raised])
    #expect(run.origin == document.blocks[1].origin)
  }

  @Test("a tracked change says who and when")
  func revisions() throws {
    let change =
      "<w:ins w:id=\"1\" w:author=\"Jana\" w:date=\"2024-05-06T07:08:09Z\">\(run("nové"))</w:ins>"
    let document = try read("<w:p>\(run("A "))\(change)</w:p>")
    #expect(
      document.revisions == [
        Revision(
          kind: .inserted, range: SourceRange(2, 7), author: "Jana", date: "2024-05-06T07:08:09Z")
      ])
  }

  @Test("a comment says who wrote it, when, and where it is referred to")
  func comments() throws {
    let comments =
      "<w:comment w:id=\"5\" w:author=\"Petr\" w:date=\"2024-01-02\">"
      + paragraph("Doplnit.") + "</w:comment>"
    let file = DocxBuilder("<w:p>\(run("text"))<w:r><w:commentReference w:id=\"5\"/></w:r></w:p>")
      .adding("comments", "comments", comments).bytes
    let document = try DocumentReader.read(file, name: "a.docx")
    let comment = try #require(document.comments.first)
    #expect(comment.range.quote(from: document.plainText) == "Doplnit.")
    #expect((comment.author, comment.date) == ("Petr", "2024-01-02"))
    #expect(
      document.noteReferences == [NoteReference(offset: 4, label: comment.label, kind: .comment)])
  }

  @Test("a nested table keeps its own place in the cell that holds it")
  func nestedCells() throws {
    let inner = table("<w:tc>\(paragraph("x"))</w:tc><w:tc>\(paragraph("y"))</w:tc>")
    let document = try read(table("<w:tc>\(inner)</w:tc>"))
    #expect(document.blocks.map { $0.innerCell?.column } == [0, 1])
    #expect(document.blocks.map { $0.cell?.column } == [0, 0])
  }

  @Test("signs of math are written, and its words stay apart")
  func mathSigns() throws {
    func part(_ name: String, _ text: String) -> String {
      "<m:\(name)><m:r><m:t>\(text)</m:t></m:r></m:\(name)>"
    }
    let power = "<m:sSup>\(part("e", "c"))\(part("sup", "2"))</m:sSup>"
    let sum =
      "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr>"
      + part("sub", "i") + part("e", "x") + "</m:nary>"
    let body =
      "<w:p><m:oMath>\(power)<m:r><m:t>d</m:t></m:r>\(sum)"
      + "<m:d>\(part("e", "z"))</m:d></m:oMath></w:p>"
    #expect(try read(body).plainText == "c^2 d ∑[i]x (z)\n")
  }
}
