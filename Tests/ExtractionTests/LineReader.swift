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

  /// What the minutes of a body say of votes: `schvaluje rozpočet: 7-0-1`.
  static func votes(_ text: String, of body: String = "výboru") -> [String] {
    extract("Zápis ze schůze \(body)\ndne 5. 2. 2024\n\n" + text).votes.map { vote in
      "\(vote.text.value): \(vote.inFavour.value)-\(vote.against.value)-\(vote.abstained.value)"
    }
  }
}
