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
  /// Appends finished lines; those that name no parts are of the part that is being read.
  mutating func append(_ other: DocumentBuilder) {
    if text.isEmpty, document.blocks.isEmpty, document.parts.isEmpty {
      let warnings = document.warnings
      self = other
      document.warnings = warnings + other.document.warnings
      return
    }
    let shift = text.count
    let firstPart = other.document.parts.isEmpty ? 0 : document.parts.count
    text += other.text
    document.parts += other.document.parts
    for var block in other.document.blocks {
      block.range = block.range.moved(by: shift)
      block.textRange = block.textRange.moved(by: shift)
      block.origin.part += firstPart
      document.blocks.append(block)
    }
    for var run in other.document.runs {
      run.range = run.range.moved(by: shift)
      run.origin.part += firstPart
      document.runs.append(run)
    }
    appendMarks(other.document, shift: shift)
    document.warnings += other.document.warnings
  }

  private mutating func appendMarks(_ other: Document, shift: Int) {
    for var link in other.links {
      link.range = link.range.moved(by: shift)
      document.links.append(link)
    }
    for var revision in other.revisions {
      revision.range = revision.range.moved(by: shift)
      document.revisions.append(revision)
    }
    for var comment in other.comments {
      comment.range = comment.range.moved(by: shift)
      document.comments.append(comment)
    }
    for var reference in other.noteReferences {
      reference.offset += shift
      document.noteReferences.append(reference)
    }
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
    document.runs.removeAll { $0.range.start >= length }
    document.revisions.removeAll { $0.range.start >= length }
    document.noteReferences.removeAll { $0.offset >= length }
  }
}

extension DocumentBuilder {
  /// Appends a line that is one block.
  mutating func appendLine(_ line: [UInt8], _ kind: Block.Kind, position: Int) {
    let range = SourceRange(text.count, text.count + line.count)
    text += line
    document.blocks.append(
      Block(
        kind: kind, range: range, textRange: range, origin: Origin(part: 0, position: position)))
    endLine()
  }
}
