import Testing

@testable import Parsing

private func level(_ number: Int, _ text: String, _ more: String = "") -> String {
  "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    + "<w:lvlText w:val=\"\(text)\"/>\(more)</w:lvl>"
}

private func abstract(_ id: Int, _ content: String) -> String {
  "<w:abstractNum w:abstractNumId=\"\(id)\">\(content)</w:abstractNum>"
}

private func list(_ id: Int, of abstract: Int, _ overrides: String = "") -> String {
  "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(overrides)</w:num>"
}

/// A paragraph with properties.
private func item(_ properties: String) -> String {
  "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
}

private func item(_ list: Int, _ level: Int = 0) -> String {
  item("<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
}

private func labels(_ body: String, numbering: String, styles: String = "") throws -> [String?] {
  let file = DocxBuilder(body).adding("numbering", "numbering", numbering)
    .adding("styles", "styles", styles).bytes
  return try DocumentReader.read(file, name: "a.docx").blocks.map(\.label)
}

@Suite("Numbering of Word documents")
struct NumberingTests {
  @Test("a level counts on after a higher one where it says so")
  func levelRestart() throws {
    let never = level(1, "%2)", "<w:lvlRestart w:val=\"0\"/>")
    let numbering = abstract(0, level(0, "%1.") + never) + list(1, of: 0)
    let body = item(1) + item(1, 1) + item(1) + item(1, 1)
    #expect(try labels(body, numbering: numbering) == ["1.", "1)", "2.", "2)"])
  }

  @Test("a level starts again only after the level that it names")
  func namedRestart() throws {
    let third = level(2, "%3)", "<w:lvlRestart w:val=\"1\"/>")
    let numbering = abstract(0, level(0, "%1.") + level(1, "%2.") + third) + list(1, of: 0)
    let body = item(1) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1) + item(1, 2)
    #expect(
      try labels(body, numbering: numbering).map { $0 ?? "" }
        == ["1.", "1.", "1)", "2.", "2)", "2.", "1)"])
  }

  @Test("an override replaces a level, or where it starts")
  func overrides() throws {
    let other = "<w:lvlOverride w:ilvl=\"0\">\(level(0, "§ %1"))</w:lvlOverride>"
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>"
    let numbering =
      abstract(0, level(0, "%1.")) + list(1, of: 0) + list(2, of: 0, other)
      + list(3, of: 0, start)
    let body = item(1) + item(2) + item(3) + item(3) + item(1)
    #expect(try labels(body, numbering: numbering) == ["1.", "§ 2", "7.", "8.", "9."])
  }

  @Test("a list that only names a style looks as the list of that style")
  func styleLink() throws {
    let numbering =
      abstract(0, "<w:styleLink w:val=\"Body\"/>" + level(0, "(%1)"))
      + abstract(1, "<w:numStyleLink w:val=\"Body\"/>") + list(1, of: 0) + list(2, of: 1)
    #expect(try labels(item(2) + item(2), numbering: numbering) == ["(1)", "(2)"])
  }

  @Test("styles are numbered on the levels that name them, and what is based on them")
  func boundStyles() throws {
    func style(_ id: String, _ content: String) -> String {
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(id)\"/>\(content)"
        + "</w:style>"
    }
    let numbered = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    let styles =
      style("One", numbered) + style("Two", numbered)
      + style("Derived", "<w:basedOn w:val=\"Two\"/>")
    let numbering =
      abstract(
        0,
        level(0, "%1.", "<w:pStyle w:val=\"One\"/>")
          + level(1, "%1.%2", "<w:pStyle w:val=\"Two\"/>")) + list(1, of: 0)
    func styled(_ id: String, _ more: String = "") -> String {
      item("<w:pStyle w:val=\"\(id)\"/>\(more)")
    }
    let without = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
    let body = styled("One") + styled("Two") + styled("Derived") + styled("Two", without)
    #expect(
      try labels(body, numbering: numbering, styles: styles) == ["1.", "1.1", "1.2", nil])
  }
}
