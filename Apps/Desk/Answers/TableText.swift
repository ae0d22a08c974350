import Domain
import Storage

/// An answer as a table for people, fitted to the width of a terminal by folding long cells; as one
/// sheet a row where the terminal is too narrow for that.
struct TableText {
  private let header: [Cell]
  private let rows: [[Cell]]
  private let widths: [Int]
  private let width: Int?
  private let isStyled: Bool
  private let language: Language

  private static let gap = "  "

  /// A text and which of its words are set off.
  private struct Cell {
    let text: String
    var marked: Set<Int> = []
  }

  init(_ answer: Answer, _ language: Language, width: Int?, isStyled: Bool) {
    let places = answer.columns.indices.filter { answer.columns[$0].isMain }
    let used = places.filter { place in
      answer.showsEmptyColumns || answer.rows.contains { $0.cells[place] != .none }
    }
    let first = answer.areRecords && answer.showsIDs ? ["ID"] : []
    let lead = first + (answer.areRecords ? [Field.region.label.text(language)] : [])
    header = (lead + used.map { answer.columns[$0].field.label.text(language) }).map {
      Cell(text: $0)
    }
    rows = answer.rows.map { row in
      let id = first.map { _ in String(row.id.prefix(8)) }
      let named = id + (answer.areRecords ? [row.region] : [])
      return named.map { Cell(text: $0.printable) }
        + used.map { place in
          Cell(
            text: answer.shown(place, in: row, language).printable,
            marked: isStyled ? row.marked[place] ?? [] : [])
        }
    }
    let dates = used.indices.filter { answer.columns[used[$0]].field.type == .date }
    widths = TableText.fit(
      ([header] + rows).map { $0.map(\.text) }, into: width,
      fixed: first.indices + dates.map { $0 + lead.count })
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
    let styled = isStyled ? title.map(TableText.setOff) : title
    return (styled + [rule] + rows.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  /// Every row as lines of a label and a value.
  private func sheets(_ width: Int) -> String {
    let label = header.map(\.text.count).max() ?? 0
    let room = max(10, width - label - TableText.gap.count)
    let sheets = rows.map { row in
      zip(header.map(\.text), row).filter { !$0.1.text.isEmpty }.map { name, value in
        let padded = name + String(repeating: " ", count: label - name.count) + TableText.gap
        let indent = String(repeating: " ", count: label) + TableText.gap
        let lines = TableText.fold(value, to: room).map(\.shown)
        return padded + lines.joined(separator: "\n" + indent) + "\n"
      }.joined()
    }
    return sheets.joined(separator: "\n")
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(gap.count * max(0, widths.count - 1), +)
  }

  private func lines(of cells: [Cell]) -> [String] {
    let folded = zip(cells, widths).map { TableText.fold($0, to: $1) }
    let height = folded.map(\.count).max() ?? 0
    return (0..<height).map { number in
      let parts = zip(folded, widths).map { lines, width in
        let line = number < lines.count ? lines[number] : Line()
        return line.shown + String(repeating: " ", count: max(0, width - line.width))
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

  /// A line of a cell, with the codes that set off words and its width without them.
  private struct Line {
    var shown = ""
    var width = 0

    mutating func add(_ word: String, isMarked: Bool) {
      shown += (width == 0 ? "" : " ") + (isMarked ? TableText.setOff(word) : word)
      width += (width == 0 ? 0 : 1) + word.count
    }
  }

  /// A text in bold on a terminal.
  private static func setOff(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }

  /// Breaks a text into lines of at most `width` characters, between words where it can.
  private static func fold(_ cell: Cell, to width: Int) -> [Line] {
    let count = cell.text.count
    guard count > width || !cell.marked.isEmpty, width > 0 else {
      return [Line(shown: cell.text, width: count)]
    }
    var lines: [Line] = []
    var line = Line()
    for (number, word) in cell.text.split(separator: " ").enumerated() {
      let isMarked = cell.marked.contains(number)
      var word = String(word)
      if line.width > 0, line.width + 1 + word.count > width {
        lines.append(line)
        line = Line()
      }
      while word.count > width {
        lines.append(Line(shown: String(word.prefix(width)), width: width))
        word = String(word.dropFirst(width))
      }
      line.add(word, isMarked: isMarked)
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
