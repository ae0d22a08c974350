import Domain
import Storage

/// Answers as CSV and as Markdown.
enum DelimitedText {
  /// CSV after RFC 4180, with the English names as header.
  static func csv(_ answer: Answer) -> String {
    let names = answer.columns.map(\.field.name)
    let header = answer.areRecords ? ["id", "kind", "region"] + names : names
    let rows = answer.rows.map { row in
      (answer.areRecords ? [row.id, row.kind, row.region] : []) + row.cells.map(plain)
    }
    return ([header] + rows).map { row in
      row.map(csvCell).joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A Markdown table of the main columns, with labels as header.
  static func markdown(_ answer: Answer, _ language: Language) -> String {
    let places = answer.columns.indices.filter { answer.columns[$0].isMain }
    let lead = answer.areRecords ? ["ID", Field.region.label.text(language)] : []
    let header = lead + places.map { answer.columns[$0].field.label.text(language) }
    let rows = answer.rows.map { row in
      (answer.areRecords ? [row.id, row.region] : [])
        + places.map { answer.shown(row.cells[$0], of: answer.columns[$0], language) }
    }
    let lines = [header, header.map { _ in "---" }] + rows
    return lines.map { cells in "| " + cells.map(markdownCell).joined(separator: " | ") + " |\n" }
      .joined()
  }

  private static func plain(_ cell: ViewRow.Cell) -> String {
    switch cell {
    case .none: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .list(let values): values.joined(separator: "; ")
    }
  }

  /// A cell that a spreadsheet would take for a formula is made text by an apostrophe, as OWASP
  /// advises against CSV injection.
  private static func csvCell(_ text: String) -> String {
    // Line ends are data; what drives a terminal is not.
    let text = text.printableLines
    let isFormula = text.utf8.first.map { Array("=+-@\t\r".utf8).contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: { Array("\",\r\n".utf8).contains($0) }) else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static func markdownCell(_ text: String) -> String {
    text.printable.replacing("|", with: "\\|")
  }
}
