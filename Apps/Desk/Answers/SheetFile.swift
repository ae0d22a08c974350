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
        + "ContentType=\"\(types).worksheet+xml\"/></Types>")
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
        + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
    archive.add("xl/worksheets/sheet1.xml", head + sheet(main))
    return archive.bytes
  }

  private func sheet(_ namespace: String) -> String {
    let lead = answer.areRecords ? ["ID", Field.region.label.text(language)] : []
    let header = (lead + answer.columns.map { $0.field.label.text(language) }).map(SheetFile.text)
    let rows = answer.rows.map { row in
      (answer.areRecords ? [row.id, row.region] : []).map(SheetFile.text)
        + row.cells.indices.map { cell(row, $0) }
    }
    let lines = ([header] + rows).map { "<row>\($0.joined())</row>" }
    return "<worksheet xmlns=\"\(namespace)\"><sheetData>\(lines.joined())</sheetData></worksheet>"
  }

  private func cell(_ row: Answer.Row, _ place: Int) -> String {
    switch row.cells[place] {
    case .none: "<c/>"
    case .integer(let number): "<c><v>\(number)</v></c>"
    case .text(let text) where answer.columns[place].field.type == .date: SheetFile.text(text)
    case .text, .boolean, .list:
      SheetFile.text(answer.shown(row.cells[place], of: answer.columns[place], language))
    }
  }

  /// The most characters that a cell holds (ECMA-376, part 1, 18.18).
  private static let mostCharacters = 32_767

  private static func text(_ text: String) -> String {
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
    return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped)</t></is></c>"
  }
}

extension Substring {
  fileprivate var printableLines: String { String(self).printableLines }
}
