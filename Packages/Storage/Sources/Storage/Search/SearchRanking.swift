import Domain

/// Finds the places of terms in a line and says how well the line fits.
struct SearchRanking {
  private let terms: [SearchTerm]
  /// The day of the newest document, in the numbers of the index.
  private let today: Int64

  init(_ expression: SearchExpression, newest: Int64) {
    terms = expression.terms.filter { $0.place == .words }
    today = newest
  }

  /// What a line is worth.
  struct Verdict {
    /// The higher, the better.
    let score: Double
    /// The places of the words that were found.
    let marks: [SourceRange]
  }

  /// Weighs a line: how many of the terms it has, whether exactly as typed, whether it is a
  /// heading, how much of it they are and how recent it is. Linear in the length of the line.
  func weigh(_ line: ArraySlice<UInt8>, isHeading: Bool, day: Int64) -> Verdict {
    let bytes = Array(line.prefix(Self.mostBytes))
    let words = CzechAnalyzer.terms(of: bytes)
    var marks: Set<SourceRange> = []
    var found = 0.0
    for term in terms {
      let occurrences = occurrences(of: term, words)
      guard !occurrences.isEmpty else { continue }
      found += Weight.term
      if occurrences.contains(where: { isExact($0, term, words, bytes) }) {
        found += term.written.count > 1 ? Weight.exactPhrase : Weight.exactWord
      }
      for occurrence in occurrences {
        for word in words[occurrence] {
          marks.insert(SourceRange(word.range.lowerBound, word.range.upperBound))
        }
      }
    }
    let density = Double(marks.count) / Double(max(words.count, 8))
    let years = Double(max(0, today - day)) / Double(PassageNumber.daysOfYear)
    let score =
      found + (isHeading ? Weight.heading : 0) + Weight.density * min(1, 2 * density)
      + Weight.recency / (1 + years / Weight.halvingYears)
    return Verdict(score: score, marks: marks.sorted { $0.start < $1.start })
  }

  private enum Weight {
    static let term = 4.0
    static let exactWord = 0.5
    static let exactPhrase = 3.0
    static let heading = 2.0
    static let density = 1.0
    static let recency = 2.0
    static let halvingYears = 4.0
  }

  /// A longer line is weighed by its beginning.
  private static let mostBytes = 4_096

  private func occurrences(of term: SearchTerm, _ words: [CzechAnalyzer.Term]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for stems in term.readings where !stems.isEmpty && stems.count <= words.count {
      for start in 0...(words.count - stems.count) {
        let isHere = stems.indices.allSatisfy { offset in
          let stem = words[start + offset].stem
          guard term.isBeginning else { return stem == stems[offset] }
          return stem.hasPrefix(stems[offset]) || stems[offset].hasPrefix(stem) && stem.count > 3
        }
        if isHere { found.append(start..<(start + stems.count)) }
      }
    }
    return found
  }

  private func isExact(
    _ place: Range<Int>, _ term: SearchTerm, _ words: [CzechAnalyzer.Term], _ bytes: [UInt8]
  ) -> Bool {
    guard place.count == term.written.count, !term.isBeginning else { return false }
    return zip(words[place], term.written).allSatisfy { word, written in
      Folding.fold(Array(bytes[word.range])).elementsEqual(written.utf8)
    }
  }
}
