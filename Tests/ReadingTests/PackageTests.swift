import Testing

@testable import Parsing

/// A package as some producer writes it: other names, other targets, other encodings.
struct OddPackage {
  var mainName = "word/document.xml"
  var target = "word/document.xml"
  var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  var word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  var type = "wordprocessingml.document.main+xml"
  var encode: (String) -> [UInt8] = { Array($0.utf8) }
  var content = "<w:p><w:r><w:t>Žádost</w:t></w:r></w:p>"

  /// Further entries.
  var more: [(name: String, data: [UInt8])] = []

  var bytes: [UInt8] {
    let package = "http://schemas.openxmlformats.org/package/2006"
    let types = """
      <Types xmlns="\(package)/content-types"><Default Extension="xml" \
      ContentType="application/vnd.openxmlformats-officedocument.\(type)"/></Types>
      """
    let relationships = """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="a" \
      Type="\(office)/officeDocument" Target="\(target)"/></Relationships>
      """
    let main = "<w:document xmlns:w=\"\(word)\"><w:body>\(content)</w:body></w:document>"
    return DocxBuilder.zip(
      [
        ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(relationships.utf8)),
        (mainName, encode(main)),
      ] + more)
  }
}

@Suite("Packages of other producers")
struct PackageTests {
  private func text(_ package: OddPackage) throws -> String {
    try DocumentReader.read(package.bytes, name: "a.docx").plainText
  }

  @Test(
    "the main part is where its relationship says, however that is written",
    arguments: [
      ("word/document2.xml", "/word/document2.xml"), ("Word/Main.XML", "word/main.xml"),
      ("zápis.xml", "z%C3%A1pis.xml"), ("word\\document.xml", "word/document.xml"),
      ("a/b.xml", "./x/../a/b.xml"), ("document.xml", "document.xml"),
    ])
  func targets(name: String, target: String) throws {
    #expect(try text(OddPackage(mainName: name, target: target)) == "Žádost\n")
  }

  @Test("the strict namespaces mean the same")
  func strict() throws {
    let strict = OddPackage(
      office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
      word: "http://purl.oclc.org/ooxml/wordprocessingml/main")
    #expect(try text(strict) == "Žádost\n")
  }

  @Test("a content type that is wrong does not matter, one of another program does")
  func contentTypes() throws {
    #expect(try text(OddPackage(type: "plain")) == "Žádost\n")
    #expect(throws: ReadingError.self) { try text(OddPackage(type: "spreadsheetml.sheet+xml")) }
  }

  @Test("a part may be UTF-16, or begin with a mark")
  func encodings() throws {
    let utf16 = OddPackage(encode: { text in
      let declared = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + text
      return declared.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    })
    #expect(try text(utf16) == "Žádost\n")
    #expect(try text(OddPackage(encode: { [0xEF, 0xBB, 0xBF] + Array($0.utf8) })) == "Žádost\n")
  }

  @Test("comments, CDATA and instructions in the XML cut no text")
  func markup() throws {
    let content = "<w:p><w:r><w:t>Žá<!-- x --><![CDATA[do]]><?y z?>st</w:t></w:r></w:p>"
    #expect(try text(OddPackage(content: content)) == "Žádost\n")
  }

  @Test("a part that is there twice is refused, unless nobody reads it")
  func duplicates() throws {
    #expect(try text(OddPackage(more: [("a.xml", [0x20]), ("A.xml", [])])) == "Žádost\n")
    #expect(throws: ReadingError(.zipDuplicate, place: "word/document.xml")) {
      try text(OddPackage(more: [("word/DOCUMENT.xml", [])]))
    }
  }

  @Test("sizes and places of eight bytes are those of the ZIP64 field")
  func largeSizes() throws {
    let bytes = OddPackage().bytes
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    var directory: [UInt8] = []
    var place = number(end + 16, 4)
    while place < end {
      var head = Array(bytes[place..<place + 46])
      let sizes = Array(bytes[place + 24..<place + 28]) + [0, 0, 0, 0]
      let packed = Array(bytes[place + 20..<place + 24]) + [0, 0, 0, 0]
      let offset = Array(bytes[place + 42..<place + 46]) + [0, 0, 0, 0]
      for index in [20, 24, 42].flatMap({ $0..<$0 + 4 }) { head[index] = 0xFF }
      head[30] = 28
      let nameEnd = place + 46 + number(place + 28, 2)
      directory += head + bytes[place + 46..<nameEnd] + [1, 0, 24, 0] + sizes + packed + offset
      place = nameEnd
    }
    let count = (0..<4).map { UInt8(directory.count >> (8 * $0) & 0xFF) }
    let file =
      bytes[..<number(end + 16, 4)] + directory + bytes[end..<end + 12] + count
      + bytes[(end + 16)...]
    #expect(try DocumentReader.read(Array(file), name: "a.docx").plainText == "Žádost\n")
  }

  @Test("a chart that is damaged is passed over, and said to be")
  func damagedChart() throws {
    var builder = DocxBuilder("<w:p><w:r><w:t>A</w:t></w:r></w:p>")
    builder.parts.append(("chart0.xml", "chart", "<c:chart><"))
    let document = try DocumentReader.read(builder.bytes, name: "a.docx")
    #expect(document.plainText == "A\n")
    #expect(document.warnings == [ReadingWarning(code: "part-not-read", place: "word/chart0.xml")])
  }

  @Test("a document type is refused")
  func documentType() {
    let package = OddPackage(encode: { Array(("<!DOCTYPE x [<!ENTITY a \"b\">]>" + $0).utf8) })
    #expect(throws: ReadingError(.xmlDTD, place: "word/document.xml, line 1")) {
      try text(package)
    }
  }
}
