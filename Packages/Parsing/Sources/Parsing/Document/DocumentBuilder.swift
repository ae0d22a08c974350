import Domain

/// Collects blocks and the plain text they stand in.
struct DocumentBuilder {
  /// The plain text so far.
  var text: [UInt8] = []
  /// The document without its text.
  var document = Document(plainText: "", blocks: [])

  /// Begins a block: its label and a space.
  /// - Returns: The offsets of the block and of its text.
  mutating func begin(label: String?) -> (block: Int, text: Int) {
    let start = text.count
    if let label {
      text.append(contentsOf: label.utf8)
      text.append(UInt8(ascii: " "))
    }
    return (start, text.count)
  }

  /// Ends the line.
  mutating func endLine() {
    text.append(UInt8(ascii: "\n"))
  }

  /// Returns the document.
  consuming func finish() -> Document {
    document.plainText = String(decoding: text, as: UTF8.self)
    return document
  }
}

extension DocumentBuilder {
  /// Appends finished lines.
  mutating func append(_ other: DocumentBuilder) {
    let shift = text.count
    func moved(_ range: SourceRange) -> SourceRange {
      SourceRange(range.start + shift, range.end + shift)
    }
    text += other.text
    for var block in other.document.blocks {
      block.range = moved(block.range)
      block.textRange = moved(block.textRange)
      document.blocks.append(block)
    }
    for var link in other.document.links {
      link.range = moved(link.range)
      document.links.append(link)
    }
    for var revision in other.document.revisions {
      revision.range = moved(revision.range)
      document.revisions.append(revision)
    }
    for var reference in other.document.noteReferences {
      reference.offset += shift
      document.noteReferences.append(reference)
    }
    document.warnings += other.document.warnings
  }

  /// Makes one line of all, as the cell of a table needs it.
  mutating func flatten(into cell: CellPosition?) {
    if text.last == UInt8(ascii: "\n") { text.removeLast() }
    for place in text.indices where text[place] < 0x20 { text[place] = 0x20 }
    for index in document.blocks.indices { document.blocks[index].cell = cell }
  }

  /// Forgets all that was appended after a point.
  mutating func truncate(text length: Int, blocks: Int) {
    text.removeSubrange(length...)
    document.blocks.removeSubrange(blocks...)
    document.links.removeAll { $0.range.start >= length && $0.range.end > length }
    document.revisions.removeAll { $0.range.start >= length }
    document.noteReferences.removeAll { $0.offset >= length }
  }
}

extension DocumentBuilder {
  /// Appends a line that is one block.
  mutating func appendLine(_ line: [UInt8], _ kind: Block.Kind) {
    let range = SourceRange(text.count, text.count + line.count)
    text += line
    document.blocks.append(Block(kind: kind, range: range, textRange: range))
    endLine()
  }
}
