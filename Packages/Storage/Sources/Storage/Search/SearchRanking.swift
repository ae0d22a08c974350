import Domain

/// Finds the places of terms in a line and says how well the line fits.
struct SearchRanking {
  private let terms: [SearchTerm]
  /// The numbers of the index terms of each reading of each term.
  private var readings: [[[Int32]]] = []
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
  mutating func weigh(
    _ line: [UInt8], isHeading: Bool, day: Int64, _ cache: inout TermCache
  ) -> Verdict {
    if cache.makeRoom() || readings.isEmpty { number(&cache) }
    let line = line.prefix(Self.mostBytes)
    let words = cache.words(of: line)
    var marks: [SourceRange] = []
    var found = 0.0
    for (term, readings) in zip(terms, readings) {
      let occurrences = occurrences(of: term, readings, words, cache)
      guard !occurrences.isEmpty else { continue }
      found += Weight.term
      if occurrences.contains(where: { isExact($0, term, words, line) }) {
        found += term.written.count > 1 ? Weight.exactPhrase : Weight.exactWord
      }
      for occurrence in occurrences {
        for word in words[occurrence] {
          marks.append(SourceRange(word.range.lowerBound, word.range.upperBound))
        }
      }
    }
    marks.sort { $0.start < $1.start }
    marks = marks.indices.filter { $0 == 0 || marks[$0 - 1] != marks[$0] }.map { marks[$0] }
    let density = Double(marks.count) / Double(max(words.count, 8))
    let years = Double(max(0, today - day)) / Double(PassageNumber.daysOfYear)
    let score =
      found + (isHeading ? Weight.heading : 0) + Weight.density * min(1, 2 * density)
      + Weight.recency / (1 + years / Weight.halvingYears)
    return Verdict(score: score, marks: marks)
  }

  private mutating func number(_ cache: inout TermCache) {
    readings = terms.map { term in
      term.readings.map { stems in stems.map { cache.number(of: $0.utf8) } }
    }
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

  private func occurrences(
    of term: SearchTerm, _ readings: [[Int32]], _ words: [TermCache.Word], _ cache: TermCache
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for stems in readings where !stems.isEmpty && stems.count <= words.count {
      for start in 0...(words.count - stems.count) {
        let isHere =
          term.isBeginning
          ? stems.indices.allSatisfy { begins(words[start + $0].term, stems[$0], cache) }
          : stems.indices.allSatisfy { words[start + $0].term == stems[$0] }
        if isHere { found.append(start..<(start + stems.count)) }
      }
    }
    return found
  }

  /// Whether a word can begin as it was typed, of which the index term may have lost the end.
  private func begins(_ term: Int32, _ beginning: Int32, _ cache: TermCache) -> Bool {
    let (stem, typed) = (cache.bytes(of: term), cache.bytes(of: beginning))
    return stem.starts(with: typed) || typed.starts(with: stem) && stem.count > 3
  }

  private func isExact(
    _ place: Range<Int>, _ term: SearchTerm, _ words: [TermCache.Word], _ line: ArraySlice<UInt8>
  ) -> Bool {
    guard place.count == term.written.count, !term.isBeginning else { return false }
    return zip(words[place], term.written).allSatisfy { word, written in
      Folding.fold(Array(line[word.range])).elementsEqual(written.utf8)
    }
  }
}
