/// The first words of a sentence that is too long to name something.
struct ShortClause {
  /// The text.
  let transcript: Transcript
  /// The most words that stay.
  let mostWords: Int

  private static let prepositions: WordSet = [
    "na", "v", "ve", "do", "od", "pro", "dle", "podle", "ze", "z", "za", "o", "k", "ke", "ku", "s",
    "se", "po", "pri", "u", "mezi", "formou", "vcetne", "a", "i", "ktery", "ktera", "ktere", "aby",
    "jako", "kdy", "kde",
  ]

  /// Whether a word begins a new phrase, as *na*, *od* and *který* do.
  static func opensPhrase(_ token: Token) -> Bool { prepositions.contains(token.folded) }

  /// Returns the words up to the last place before the limit where a phrase ends.
  func shortened(_ tokens: Range<Int>) -> Range<Int> {
    var words = 0
    var cut: Int?
    for place in tokens {
      let token = transcript.tokens[place]
      let isJoined = token.gap == .none && place > tokens.lowerBound
      guard !isJoined || token.kind != .mark || token.is(",") else { continue }
      let ends = token.is(",") || token.is("(") || Self.prepositions.contains(token.folded)
      if words >= mostWords - (token.is(",") ? 2 : 1), ends, !isJoined || token.is(",") {
        cut = place
      }
      if !isJoined, token.kind != .mark { words += 1 }
      if words > mostWords { return transcript.trimmed(tokens.lowerBound..<(cut ?? place)) }
    }
    return tokens
  }
}
