import Domain
import Storage

/// An answer as a workbook for spreadsheets (ECMA-376, SpreadsheetML) with one sheet. Texts stand
/// as texts, never as formulas; whole numbers as numbers.
struct SheetFile {
  private let answer: Answer
  private let language: Language

  init(_ answer: Answer, _ language: Language) {
    self.answer = answer
    self.language = language
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    var archive = StoredArchive()
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    archive.add(
      "[Content_Types].xml",
      head + "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
        + "ContentType=\"\(types).worksheet+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(types).styles+xml\"/></Types>")
    archive.add(
      "_rels/.rels",
      head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
    archive.add(
      "xl/workbook.xml",
      head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
        + "<sheet name=\"Soulad\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
    archive.add(
      "xl/_rels/workbook.xml.rels",
      head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        + "</Relationships>")
    archive.add("xl/styles.xml", head + SheetFile.styles(main))
    archive.add("xl/worksheets/sheet1.xml", head + sheet(main))
    return archive.bytes
  }

  /// Two styles of cells: texts that are wrapped, and headings.
  private static func styles(_ namespace: String) -> String {
    let wrapped = "<alignment vertical=\"top\" wrapText=\"1\"/>"
    let cell = { (font: Int) in
      "<xf numFmtId=\"0\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
        + " applyFont=\"1\" applyAlignment=\"1\">\(wrapped)</xf>"
    }
    let font = { (bold: String) in "<font>\(bold)<sz val=\"11\"/><name val=\"Calibri\"/></font>" }
    return "<styleSheet xmlns=\"\(namespace)\">"
      + "<fonts count=\"2\">\(font(""))\(font("<b/>"))</fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs><cellXfs count=\"2\">\(cell(0))\(cell(1))</cellXfs></styleSheet>"
  }

  /// The sheet: headings that stay in sight and by which rows can be chosen, columns as wide as
  /// their texts want, within bounds.
  private func sheet(_ namespace: String) -> String {
    let lead = answer.areRecords ? ["ID", Field.region.label.text(language)] : []
    let labels = lead + answer.columns.map { $0.field.label.text(language) }
    let header = labels.map { SheetFile.text($0, style: 1) }
    let rows = answer.rows.map { row in
      (answer.areRecords ? [row.id, row.region] : []).map { SheetFile.text($0) }
        + row.cells.indices.map { cell(row, $0) }
    }
    let lines = ([header] + rows).map { "<row>\($0.joined())</row>" }
    let columns = widths(labels, lead.count).enumerated().map { place, width in
      "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    let cols = columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>"
    let corner = SheetFile.letters(of: max(1, labels.count)) + String(rows.count + 1)
    return "<worksheet xmlns=\"\(namespace)\"><sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews>\(cols)<sheetData>\(lines.joined())</sheetData>"
      + "<autoFilter ref=\"A1:\(corner)\"/></worksheet>"
  }

  /// The widths of columns in characters, from the headings and the first rows.
  private func widths(_ labels: [String], _ lead: Int) -> [Int] {
    var widths = labels.map { $0.count + 4 }
    for row in answer.rows.prefix(200) {
      let texts =
        (lead > 0 ? [row.id, row.region] : [])
        + row.cells.indices.map { answer.shown(row.cells[$0], of: answer.columns[$0], language) }
      for (place, text) in texts.enumerated() { widths[place] = max(widths[place], text.count + 1) }
    }
    return widths.map { min($0, 60) }
  }

  /// The letters of a column counted from one: A, Z, AA.
  private static func letters(of column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  private func cell(_ row: Answer.Row, _ place: Int) -> String {
    switch row.cells[place] {
    case .none: "<c/>"
    case .integer(let number): "<c><v>\(number)</v></c>"
    case .decimal(let number): "<c><v>\(number)</v></c>"
    case .text(let text) where answer.columns[place].field.type == .date: SheetFile.text(text)
    case .text, .boolean, .list:
      SheetFile.text(answer.shown(row.cells[place], of: answer.columns[place], language))
    }
  }

  /// The most characters that a cell holds (ECMA-376, part 1, 18.18).
  private static let mostCharacters = 32_767

  private static func text(_ text: String, style: Int = 0) -> String {
    var escaped = ""
    for scalar in text.prefix(mostCharacters).printableLines.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\u{FFFE}", "\u{FFFF}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "<c s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped)</t></is></c>"
  }
}

extension Substring {
  fileprivate var printableLines: String { String(self).printableLines }
}
