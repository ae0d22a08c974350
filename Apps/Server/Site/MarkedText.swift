import Domain
import Storage

/// A piece of a sentence, the words that prove something set off.
struct MarkedText: Sendable {
  let words: String
  let isMarked: Bool

  /// The most characters before and behind the words where a sentence is cut.
  private static let room = (before: 110, behind: 150)

  /// The sentence of a proof in up to three pieces: before, the words themselves, behind.
  /// - Parameter isCut: Whether what is far from the words is left out.
  static func pieces(of evidence: ViewRow.Evidence, isCut: Bool) -> [MarkedText] {
    guard let found = evidence.sentence.firstRange(of: evidence.quote) else {
      return [MarkedText(words: evidence.quote, isMarked: true)]
    }
    // The bullet of a list is no part of the sentence.
    let before = String(
      evidence.sentence[..<found.lowerBound].drop { "-–·•* \t".contains($0) })
    let behind = String(evidence.sentence[found.upperBound...])
    let pieces = [
      MarkedText(words: isCut ? lastWords(of: before) : before, isMarked: false),
      MarkedText(words: String(evidence.sentence[found]), isMarked: true),
      MarkedText(words: isCut ? firstWords(of: behind) : behind, isMarked: false),
    ]
    return pieces.filter { !$0.words.isEmpty }
  }

  /// A line with the places that a search found in it, in UTF-8 bytes.
  static func pieces(
    of text: String, _ shown: SourceRange, _ marks: [SourceRange]
  ) -> [MarkedText] {
    var pieces: [MarkedText] = []
    var place = shown.start
    func add(to end: Int, isMarked: Bool) {
      guard end > place, let words = SourceRange(place, end).quote(from: text) else { return }
      pieces.append(MarkedText(words: words, isMarked: isMarked))
      place = end
    }
    for mark in marks where mark.start >= place && mark.end <= shown.end {
      add(to: mark.start, isMarked: false)
      add(to: mark.end, isMarked: true)
    }
    add(to: shown.end, isMarked: false)
    let dots = MarkedText(words: "…", isMarked: false)
    return (shown.start > 0 ? [dots] : []) + pieces + (shown.end < text.utf8.count ? [dots] : [])
  }

  private static func firstWords(of text: String) -> String {
    guard text.count > room.behind else { return text }
    let cut = text.prefix(room.behind)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + " …"
  }

  private static func lastWords(of text: String) -> String {
    guard text.count > room.before else { return text }
    let cut = text.suffix(room.before)
    return "…" + String(cut[(cut.firstIndex(of: " ") ?? cut.startIndex)...])
  }
}
