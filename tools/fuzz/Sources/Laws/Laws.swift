public import Parsing

/// What holds for every input, whatever its bytes are.
public enum Laws {
  /// Reads bytes as a file with a name; a document that results must keep the laws.
  /// - Returns: Whether the bytes were read.
  @discardableResult
  public static func read(_ bytes: [UInt8], name: String) -> Bool {
    guard let document = try? DocumentReader.read(bytes, name: name) else { return false }
    check(document)
    return true
  }

  /// Every range lies in the plain text, cuts no character, and holds what it says.
  public static func check(_ document: Document) {
    var lastEnd = 0
    for block in document.blocks {
      precondition(block.range.start >= lastEnd, "blocks overlap")
      precondition(block.range.start <= block.textRange.start, "text before its block")
      precondition(block.textRange.end <= block.range.end, "text behind its block")
      precondition(document.parts.indices.contains(block.origin.part), "no such part")
      lastEnd = block.range.end
    }
    let bytes = Array(document.plainText.utf8)
    let ranges =
      document.blocks.map(\.range) + document.runs.map(\.range) + document.links.map(\.range)
      + document.revisions.map(\.range) + document.comments.map(\.range)
    for range in ranges {
      precondition(range.end <= bytes.count, "a range behind the text")
      for place in [range.start, range.end] where place < bytes.count {
        precondition(bytes[place] & 0xC0 != 0x80, "a range that cuts a character")
      }
    }
    for reference in document.noteReferences {
      precondition(reference.offset <= bytes.count, "a reference behind the text")
    }
  }
}
