import Domain

/// `4x ročně`, `Zpráva 1x ročně`, `1x výzkum`: how often, and what.
struct TimesPerYear {
  /// The text.
  let transcript: Transcript

  /// One count and what it counts.
  struct Part {
    /// How many times.
    var count: Fact<Int>
    /// Whether it is meant per year.
    var isYearly: Bool
    /// What happens so often.
    var what: Range<Int>?
  }

  private static let fillers: WordSet = ["minimalne", "alespon", "nejmene", "min"]

  /// Returns the counts of a cell with what stands before or after each.
  func parts(of cell: Range<Int>) -> [Part] {
    let counts = cell.filter { isCount($0) }
    var parts: [Part] = []
    var free = cell.lowerBound
    for (index, place) in counts.enumerated() {
      guard let value = transcript.tokens[place].number else { continue }
      let isYearly = transcript.is(place + 2, "rocne") || transcript.is(place + 2, "za")
      let phraseEnd = isYearly ? place + 3 : place + 2
      let next = index + 1 < counts.count ? counts[index + 1] : cell.upperBound
      let before = meaning(free..<place)
      let end = before == nil && index + 1 < counts.count ? split(phraseEnd..<next) : next
      let what = before ?? meaning(min(phraseEnd, end)..<end)
      free = before == nil ? end : phraseEnd
      parts.append(
        Part(
          count: Fact(value, transcript.range(place..<phraseEnd)), isYearly: isYearly, what: what))
    }
    return parts
  }

  private func isCount(_ place: Int) -> Bool {
    transcript.tokens[place].kind == .number && transcript.is(place + 1, "x")
      && transcript.tokens[place + 1].gap == .none
  }

  /// A word with a capital opens the phrase that belongs to the next count.
  private func split(_ tokens: Range<Int>) -> Int {
    tokens.dropFirst().first { place in
      transcript.tokens[place].isCapitalized && !transcript.tokens[place].isUppercase
        && transcript.tokens[place].folded.utf8.count > 1
    } ?? tokens.upperBound
  }

  private func meaning(_ tokens: Range<Int>) -> Range<Int>? {
    var lower = tokens.lowerBound
    var upper = tokens.upperBound
    while lower < upper, isFiller(lower) { lower += 1 }
    while upper > lower, isFiller(upper - 1) { upper -= 1 }
    return lower < upper ? lower..<upper : nil
  }

  private func isFiller(_ place: Int) -> Bool {
    transcript.tokens[place].kind == .mark || Self.fillers.contains(transcript.tokens[place].folded)
  }
}
