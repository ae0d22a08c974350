import Domain

/// Reads plain text and simple Markdown.
struct PlainTextReader {
  private let text: [UInt8]
  private let lines: [TextLine]
  private var builder = DocumentBuilder()
  private var allowsSingleRoman = false
  /// The indents of the list items that the next one may be nested in.
  private var listIndents: [Int] = []

  /// Reads a text file.
  /// - Throws: What is wrong with its bytes.
  /// - Complexity: Linear in their number.
  static func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    var text = ConverterRemains.remove(from: try TextDecoder.decode(bytes))
    text = MistakenLetters.mend(in: DetachedAccents.attach(in: text))
    if NormalForm.mayChange(text) { text = NormalForm.composed(text) }
    let all = FrontMatter.unwrap(TextLine.split(text), of: text)
    let (unjoined, edges) = PageEdgeFinder.separate(all, of: text)
    let lines = HyphenatedWords.join(unjoined, of: text)
    guard !lines.isEmpty else { throw ReadingError(.empty) }
    var reader = PlainTextReader(text, lines)
    reader.builder.document.pageEdges = edges
    reader.builder.document.parts = [""]
    reader.readAll()
    return reader.builder.finish()
  }

  private init(_ text: [UInt8], _ lines: [TextLine]) {
    self.text = text
    self.lines = lines
    allowsSingleRoman = lines.contains { text[$0.bytes].starts(with: Array("II.".utf8)) }
    builder.text.reserveCapacity(text.count)
  }

  private mutating func readAll() {
    var index = 0
    for (number, table) in TabbedTableFinder.tables(in: lines, of: text).enumerated() {
      readParagraphs(index..<table.lowerBound)
      for (row, line) in table.enumerated() { readRow(lines[line], table: number, row: row) }
      index = table.upperBound
      listIndents = []
    }
    readParagraphs(index..<lines.count)
  }

  private mutating func readParagraphs(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      var next = index + 1
      while next < range.upperBound, lines[next].continuation != nil { next += 1 }
      readParagraph(lines[index..<next])
      index = next
    }
  }

  private mutating func readParagraph(_ pieces: ArraySlice<TextLine>) {
    guard let first = pieces.first else { return }
    var block = template(first)
    var line = first.bytes
    if let level = MarkdownHeading.level(text, line) {
      block.kind = .heading(level: level)
      line =
        TextScanner.skipSpace(
          text, from: line.lowerBound + level, before: line.upperBound)..<line.upperBound
    } else if let mark = NoteMark.find(text, line) {
      block.kind = .note
      line = take(mark, from: line, into: &block)
    } else if let label = ListLabel.find(text, line, allowsSingleRoman: allowsSingleRoman) {
      line = take(label, from: line, into: &block)
      block.listLevel = listLevel(indent: first.indent)
    } else {
      listIndents = []
    }
    var content = Array(text[line])
    for piece in pieces.dropFirst() {
      if piece.continuation == .word { content.removeLast() } else { content.append(0x20) }
      content.append(contentsOf: text[piece.bytes])
    }
    append(content[...], as: block)
    builder.endLine()
  }

  private func template(_ line: TextLine) -> Block {
    var block = Block(
      range: SourceRange(0, 0), textRange: SourceRange(0, 0),
      origin: Origin(part: 0, position: line.number))
    block.isApart = line.blankLinesBefore > 0
    return block
  }

  private func take(_ label: ListLabel, from line: Range<Int>, into block: inout Block) -> Range<
    Int
  > {
    block.label = String(decoding: text[label.label], as: UTF8.self)
    return label.textStart..<line.upperBound
  }

  private mutating func listLevel(indent: Int) -> Int {
    while let last = listIndents.last, last > indent { listIndents.removeLast() }
    if listIndents.last != indent { listIndents.append(indent) }
    return listIndents.count - 1
  }

  private mutating func readRow(_ line: TextLine, table: Int, row: Int) {
    for (column, cell) in TabbedTableFinder.cells(of: line, in: text).enumerated() {
      if column > 0 { builder.text.append(UInt8(ascii: "\t")) }
      var block = template(line)
      block.cell = CellPosition(table: table, row: row, column: column)
      append(text[cell], as: block)
    }
    builder.endLine()
  }

  private mutating func append(_ line: ArraySlice<UInt8>, as template: Block) {
    let marks = InlineMarks(line)
    guard !marks.text.isEmpty || template.label != nil else { return }
    var block = template
    let start = builder.begin(label: block.label)
    for (range, target) in marks.links {
      let place = SourceRange(start.text + range.lowerBound, start.text + range.upperBound)
      builder.document.links.append(Link(range: place, target: target))
    }
    for range in marks.bold {
      let place = SourceRange(start.text + range.lowerBound, start.text + range.upperBound)
      builder.document.runs.append(Run(range: place, emphasis: .bold, origin: block.origin))
    }
    builder.text.append(contentsOf: marks.text)
    block.range = SourceRange(start.block, builder.text.count)
    block.textRange = SourceRange(start.text, builder.text.count)
    block.isBold = marks.isBold
    builder.document.blocks.append(block)
  }
}
