import Domain
import Parsing

/// Turns lines into blocks, so that a rule can be tested on a sentence.
enum LineReader {
  static func document(_ text: String) -> Document {
    var blocks: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let range = SourceRange(start, start + line.utf8.count)
      if range.count > 0 { blocks.append(Block(range: range, textRange: range)) }
      start = range.end + 1
    }
    return Document(plainText: text, blocks: blocks)
  }

  static func extract(_ text: String) -> ExtractedDocument {
    Extractor.extract(document(text))
  }
}
