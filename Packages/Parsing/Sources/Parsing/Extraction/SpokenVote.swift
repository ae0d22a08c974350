import Domain

/// Votes told in a sentence: `Návrh byl schválen 7 hlasy`, `Pro pronájem sálu hlasovalo 6 členů,
/// proti byl 1, nikdo se nezdržel`.
struct SpokenVote {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let words: WordSet = ["hlasy", "hlasovalo", "hlasovali"]
  private static let outcomes = [
    "schval", "prijat", "odsouhlas", "zvolen", "potvrz", "zamitn", "rozhodl", "usnesl", "doporuc",
    "podpor",
  ]
  private static let numbers = [
    "nikdo": 0, "jeden": 1, "jedna": 1, "dva": 2, "tri": 3, "ctyri": 4, "pet": 5, "sest": 6,
    "sedm": 7, "osm": 8, "devet": 9, "deset": 10,
  ]
  private static let most = 300

  /// Returns the votes whose lines hold no vote with numbers.
  ///
  /// - Parameter counted: The lines of the votes with numbers.
  func votes(besides counted: Set<Int>) -> [(place: Int, vote: ExtractedVote)] {
    transcript.places(of: Self.words).compactMap { place in
      guard !counted.contains(transcript.line(of: place)) else { return nil }
      let sentence = sentence(around: place)
      let vote =
        transcript.is(place, "hlasy") ? passed(at: place, sentence) : told(at: place, sentence)
      return vote.map { (place, $0) }
    }
  }

  /// `schválen 7 hlasy`, and who was against as far as the sentence tells.
  private func passed(at place: Int, _ sentence: Range<Int>) -> ExtractedVote? {
    guard let inFavour = number(at: place - 1),
      (place - 6..<place - 1).clamped(to: sentence).contains(where: { has(Self.outcomes, $0) }),
      let text = VoteSubject(layout: layout).subject(of: place - 1..<place + 1)
    else { return nil }
    return vote(text, inFavour, place, sentence)
  }

  /// `Pro … hlasovalo (všech) 7 členů`.
  private func told(at place: Int, _ sentence: Range<Int>) -> ExtractedVote? {
    guard let pro = (sentence.lowerBound..<place).last(where: { transcript.is($0, "pro") }),
      place - pro > 1, place - pro < 20,
      let inFavour = (place + 1..<place + 4).clamped(to: sentence).lazy.compactMap({
        number(at: $0)
      }).first
    else { return nil }
    let words = transcript.trimmed(pro + 1..<place)
    let short = ShortClause(transcript: transcript, mostWords: 8).shortened(words)
    guard !words.isEmpty else { return nil }
    return vote(transcript.fact(short, confidence: 0.75), inFavour, place, sentence)
  }

  private func vote(
    _ text: Fact<String>, _ inFavour: Fact<Int>, _ place: Int, _ sentence: Range<Int>
  ) -> ExtractedVote {
    let none = Fact(0, transcript.range(place..<place + 1), confidence: 0.75)
    let rest = place + 1..<max(place + 1, sentence.upperBound)
    return ExtractedVote(
      text: text, inFavour: inFavour, against: count(of: "proti", rest) ?? none,
      abstained: count(of: "zdrz", rest) ?? none)
  }

  /// The number nearest to a word of an answer, after it or before it.
  private func count(of word: String, _ tokens: Range<Int>) -> Fact<Int>? {
    guard let place = tokens.first(where: { has([word], $0) }) else { return nil }
    let before = transcript.is(place - 1, "se") ? -2 : -1
    let near = [before, 1, 2, 3].map { place + $0 }.filter(tokens.contains)
    return near.lazy.compactMap { number(at: $0) }.first
  }

  private func number(at place: Int) -> Fact<Int>? {
    let token = transcript.tokens[place]
    guard let value = token.number ?? Self.numbers[token.folded], value < Self.most else {
      return nil
    }
    return Fact(value, transcript.range(place..<place + 1), confidence: 0.75)
  }

  /// The sentence in its line.
  private func sentence(around place: Int) -> Range<Int> {
    let line = transcript.lines[transcript.line(of: place)].tokens
    let isEnd = { (index: Int) in
      transcript.is(index, ".") && !transcript.isAbbreviated(index)
        && transcript.tokens[index - 1].kind == .word
        && transcript.tokens[index + 1].isCapitalized
    }
    let start = (line.lowerBound..<place).last(where: isEnd).map { $0 + 1 } ?? line.lowerBound
    return start..<((place..<line.upperBound).first(where: isEnd) ?? line.upperBound)
  }

  private func has(_ beginnings: [String], _ place: Int) -> Bool {
    beginnings.contains(where: transcript.tokens[place].folded.hasPrefix)
  }
}
