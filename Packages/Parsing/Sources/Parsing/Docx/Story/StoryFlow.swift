import Domain

/// Text that flows in one place: the body, or a text box in it.
struct StoryFlow {
  /// The finished lines.
  var builder = DocumentBuilder()
  /// The paragraph that is being read.
  var paragraph = ParagraphBuilder()
  /// Whether a paragraph is open.
  var isParagraphOpen = false
  /// The tables that are open, the outermost first.
  var tables: [TableState] = []
  /// The text boxes of the open paragraph, which follow it.
  var boxes: [DocumentBuilder] = []
  /// The label of the next block, where a note gives one.
  var pendingLabel: String?

  /// Whether lines go into the row of a table.
  var isInRow: Bool { !tables.isEmpty }
}

extension StoryFlow {
  /// Appends a block to the finished lines: the paragraph with its label.
  mutating func append(_ template: Block) {
    paragraph.normalize(inRow: isInRow)
    let trimmed = paragraph.trimmed
    guard !trimmed.isEmpty || template.label != nil else {
      // There are no words for anything to point at, only the place where they were.
      return take(shift: 0, within: builder.text.count..<builder.text.count)
    }
    separate()
    var block = template
    block.isBold = paragraph.isBold
    block.cell = tables.first?.position
    if tables.count > 1 { block.innerCell = tables.last?.position }
    block.origin = Origin(part: 0, position: paragraph.number)
    let start = builder.begin(label: block.label)
    if trimmed.isEmpty { builder.text.removeLast() }
    let textStart = min(start.text, builder.text.count)
    builder.text.append(contentsOf: paragraph.text[trimmed])
    block.range = SourceRange(start.block, builder.text.count)
    block.textRange = SourceRange(textStart, builder.text.count)
    if block.label == nil, !isInRow { takeTypedLabel(of: &block, trimmed) }
    take(shift: textStart - trimmed.lowerBound, within: textStart..<builder.text.count)
    if isInRow { builder.document.blocks.append(block) } else { appendLines(block) }
  }

  /// Recognises a label that was typed by hand.
  private func takeTypedLabel(of block: inout Block, _ trimmed: Range<Int>) {
    guard let typed = ListLabel.find(paragraph.text, trimmed, allowsSingleRoman: false),
      typed.textStart < trimmed.upperBound
    else { return }
    block.label = String(decoding: paragraph.text[typed.label], as: UTF8.self)
    let start = block.range.start + typed.textStart - trimmed.lowerBound
    block.textRange = SourceRange(start, block.range.end)
  }

  /// Puts a space between two paragraphs of a cell.
  private mutating func separate() {
    guard let table = tables.indices.first else { return }
    if tables[table].hasText { builder.text.append(UInt8(ascii: " ")) }
    tables[table].hasText = true
  }

  /// Takes over links, references and revisions, at their places in the finished text.
  private mutating func take(shift: Int, within bounds: Range<Int>) {
    guard
      !paragraph.links.isEmpty || !paragraph.noteReferences.isEmpty
        || !paragraph.revisions.isEmpty || !paragraph.runs.isEmpty
    else { return }
    paragraph.move { min(max($0 + shift, bounds.lowerBound), bounds.upperBound) }
    for run in paragraph.runs where run.range.count > 0 { builder.document.runs.append(run) }
    for link in paragraph.links where link.range.count > 0 { builder.document.links.append(link) }
    builder.document.noteReferences += paragraph.noteReferences
    builder.document.revisions += paragraph.revisions
  }

  /// Makes a block of each line of the paragraph.
  private mutating func appendLines(_ whole: Block) {
    var block = whole
    var place = paragraph.hasLineBreaks ? whole.textRange.start : whole.textRange.end
    while place < whole.textRange.end {
      guard builder.text[place] == ParagraphBuilder.lineBreak else {
        place += 1
        continue
      }
      builder.text[place] = UInt8(ascii: "\n")
      block.textRange = SourceRange(block.textRange.start, place)
      block.range = SourceRange(block.range.start, place)
      if block.textRange.count > 0 { builder.document.blocks.append(block) }
      place += 1
      block.label = nil
      block.continuesParagraph = true
      block.range = SourceRange(place, whole.range.end)
      block.textRange = block.range
    }
    builder.document.blocks.append(block)
    builder.endLine()
  }

  /// Appends the text boxes of the paragraph: own lines, or in a row a part of the cell.
  mutating func appendBoxes() {
    guard !boxes.isEmpty else { return }
    for box in boxes where !box.text.isEmpty {
      var box = box
      if isInRow {
        separate()
        box.flatten(into: tables.first?.position)
      }
      builder.append(box)
    }
    boxes = []
  }
}
