import Domain
import Storage

/// An answer as a table for people, fitted to the width of a terminal by folding long cells; as one
/// sheet a row where the terminal is too narrow for that.
struct TableText {
  private let header: [String]
  private let rows: [[String]]
  private let widths: [Int]
  private let width: Int?
  private let isStyled: Bool
  private let language: Language

  private static let gap = "  "

  init(_ answer: Answer, _ language: Language, width: Int?, isStyled: Bool) {
    let places = answer.columns.indices.filter { answer.columns[$0].isMain }
    let used = places.filter { place in answer.rows.contains { $0.cells[place] != .none } }
    let first = answer.areRecords && answer.showsIDs ? ["ID"] : []
    let lead = first + (answer.areRecords ? [Field.region.label.text(language)] : [])
    header = lead + used.map { answer.columns[$0].field.label.text(language) }
    rows = answer.rows.map { row in
      first.map { _ in String(row.id.prefix(8)) } + (answer.areRecords ? [row.region] : [])
        + used.map { answer.shown($0, in: row, language) }
    }.map { $0.map(\.printable) }
    let dates = used.indices.filter { answer.columns[used[$0]].field.type == .date }
    widths = TableText.fit(
      [header] + rows, into: width, fixed: first.indices + dates.map { $0 + lead.count })
    self.width = width
    self.isStyled = isStyled
    self.language = language
  }

  /// The lines of the table.
  var text: String {
    guard !rows.isEmpty else {
      return Label("Nic nenalezeno.", "Nothing found.").text(language) + "\n"
    }
    if let width, TableText.total(widths) > width { return sheets(width) }
    let title = lines(of: header)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: TableText.gap)
    let styled = isStyled ? title.map { "\u{1B}[1m\($0)\u{1B}[0m" } : title
    return (styled + [rule] + rows.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  /// Every row as lines of a label and a value.
  private func sheets(_ width: Int) -> String {
    let label = header.map(\.count).max() ?? 0
    let room = max(10, width - label - TableText.gap.count)
    let sheets = rows.map { row in
      zip(header, row).filter { !$0.1.isEmpty }.map { name, value in
        let padded = name + String(repeating: " ", count: label - name.count) + TableText.gap
        let indent = String(repeating: " ", count: label) + TableText.gap
        return padded + TableText.fold(value, to: room).joined(separator: "\n" + indent) + "\n"
      }.joined()
    }
    return sheets.joined(separator: "\n")
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(gap.count * max(0, widths.count - 1), +)
  }

  private func lines(of cells: [String]) -> [String] {
    let folded = zip(cells, widths).map { TableText.fold($0, to: $1) }
    let height = folded.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = zip(folded, widths).map { lines, width in
        let part = line < lines.count ? lines[line] : ""
        return part + String(repeating: " ", count: max(0, width - part.count))
      }
      return parts.joined(separator: TableText.gap).trimmedRight
    }
  }

  /// The widths of the columns: as they need, then the widest give way until the table fits, though
  /// none below its longest word and a date not at all.
  private static func fit(_ table: [[String]], into width: Int?, fixed: [Int]) -> [Int] {
    let columns = (table.first ?? []).indices
    var widths = columns.map { column in table.map { $0[column].count }.max() ?? 0 }
    guard let width else { return widths }
    let least = columns.map { column in
      fixed.contains(column) ? widths[column] : longestWord(in: table.map { $0[column] })
    }
    var excess = total(widths) - width
    while excess > 0 {
      let shrinkable = columns.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func longestWord(in cells: [String]) -> Int {
    let words = cells.flatMap { $0.split(separator: " ") }
    return min(18, words.map(\.count).max() ?? 0)
  }

  /// Breaks a text into lines of at most `width` characters, between words where it can.
  private static func fold(_ text: String, to width: Int) -> [String] {
    guard text.count > width, width > 0 else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var word = String(word)
      if !line.isEmpty, line.count + 1 + word.count <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word = String(word.dropFirst(width))
      }
      line = word
    }
    return lines + [line]
  }
}

extension String {
  fileprivate var trimmedRight: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
