/// Tells which lines with tabs are rows of a table.
enum TabbedTableFinder {
  /// Returns the lines that form tables, as ranges of indices.
  ///
  /// A table is two neighbouring rows or more; a line such as `Omluveni:⇥A. Nováková` is a form and
  /// none. A blank line within a table is kept when the rows beside it have the same number of
  /// columns.
  static func tables(in lines: [TextLine], of text: [UInt8]) -> [Range<Int>] {
    let columns = lines.map { columnCount($0, text) }
    var tables: [Range<Int>] = []
    var start = 0
    for index in lines.indices.dropFirst() + [lines.count] {
      let continues =
        index < lines.count && columns[index] > 1 && columns[index - 1] > 1
        && (lines[index].blankLinesBefore == 0
          || columns[index] == columns[index - 1] && columns[index] > 2)
      guard !continues else { continue }
      if columns[start] > 1, index - start > 1 { tables.append(start..<index) }
      start = index
    }
    return tables
  }

  /// The cells of a row, without the space around them.
  static func cells(of line: TextLine, in text: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row(line, text).lowerBound
    let end = row(line, text).upperBound
    for place in start..<end where text[place] == UInt8(ascii: "\t") {
      cells.append(TextScanner.trim(text, start..<place))
      start = place + 1
    }
    return cells + [TextScanner.trim(text, start..<end)]
  }

  private static func columnCount(_ line: TextLine, _ text: [UInt8]) -> Int {
    let row = row(line, text)
    guard let tab = row.first(where: { text[$0] == UInt8(ascii: "\t") }) else { return 1 }
    let first = TextScanner.trim(text, row.lowerBound..<tab)
    if let last = first.last, text[last] == UInt8(ascii: ":") || first.count == 1 { return 1 }
    return row.count { text[$0] == UInt8(ascii: "\t") } + 1
  }

  /// The line with the tabs around it, which stand for empty cells.
  private static func row(_ line: TextLine, _ text: [UInt8]) -> Range<Int> {
    var (lower, upper) = (line.bytes.lowerBound, line.bytes.upperBound)
    while lower > 0, TextScanner.isBlank(text[lower - 1]) { lower -= 1 }
    while upper < text.count, TextScanner.isBlank(text[upper]) { upper += 1 }
    while lower < line.bytes.lowerBound, text[lower] != UInt8(ascii: "\t") { lower += 1 }
    return lower..<upper
  }
}
