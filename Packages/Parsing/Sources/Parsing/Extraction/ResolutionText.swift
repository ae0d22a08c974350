import Domain

/// The short form of a resolution: its first clause.
struct ResolutionText {
  /// The text.
  let transcript: Transcript

  private static let fewestWords = 9
  private static let enoughWords = 12

  /// Returns the tokens up to the first comma, bracket, *a*, number or date after nine words.
  func firstClause(of tokens: Range<Int>) -> Range<Int> {
    let start = afterRomanNumber(tokens)
    var words = 0
    for place in start..<tokens.upperBound {
      let token = transcript.tokens[place]
      if words >= Self.fewestWords, isBoundary(place, words, tokens.upperBound) {
        return transcript.trimmed(start..<place)
      }
      if words > 5, token.is(",") || token.is(";"), isRelative(place + 1, tokens.upperBound),
        !transcript.isInsideName(place)
      {
        return transcript.trimmed(start..<place)
      }
      if token.kind == .word { words += 1 }
    }
    return start..<tokens.upperBound
  }

  /// `Zastupitelstvo obce: I. Rozhodlo …` begins with the first part.
  private func afterRomanNumber(_ tokens: Range<Int>) -> Int {
    for place in tokens.prefix(10) where transcript.is(place, ":") {
      if transcript.is(place + 1, "i"), transcript.is(place + 2, ".") { return place + 3 }
    }
    return tokens.lowerBound
  }

  private func isBoundary(_ place: Int, _ words: Int, _ end: Int) -> Bool {
    let token = transcript.tokens[place]
    if token.is(","), transcript.isInsideName(place) { return false }
    if token.is("a"), words < Self.enoughWords, place + 1 < end {
      return OperativeVerbs.contains(transcript.tokens[place + 1].folded)
    }
    if token.is("a") || token.is(",") {
      return place + 1 < end && !transcript.tokens[place + 1].isCapitalized
    }
    // `pozemek p. č. 12` goes on
    if token.is("c"), transcript.is(place + 1, ".") { return !transcript.is(place - 1, ".") }
    return ["(", ";"].contains(token.folded)
      || DateScanner(tokens: transcript.tokens[place..<end]).date(at: place)?.day != nil
  }

  /// `„Družstvo pověřuje výbor opravou plotu, a schvaluje …“`: a text in quotes is given in its own
  /// words.
  func quoted(_ tokens: Range<Int>) -> Range<Int>? {
    guard transcript.is(tokens.lowerBound, "\""), tokens.count > Self.fewestWords,
      !tokens.dropFirst().prefix(Self.fewestWords).contains(where: { transcript.is($0, "\"") })
    else { return nil }
    let inner = tokens.dropFirst()
    let end = inner.first { endsQuoted($0, tokens) } ?? tokens.upperBound
    let text = transcript.trimmed(tokens.lowerBound..<end, marks: ["\"", "."])
    let all = ShortClause(transcript: transcript, mostWords: Self.mostQuoted).shortened(text)
    return all.isEmpty ? nil : all
  }

  /// Whether the first sentence of a text in quotes ends before a token.
  private func endsQuoted(_ place: Int, _ tokens: Range<Int>) -> Bool {
    if transcript.is(place, "\"") { return transcript.is(place - 1, ".") }
    // `…, přičemž:` and a list
    if transcript.is(place, ":"), !transcript.is(place - 1, "takto") {
      return place - tokens.lowerBound > Self.mostHead
    }
    let before = transcript.tokens[place - 1]
    return transcript.is(place, ".") && place + 1 < tokens.upperBound
      && transcript.tokens[place + 1].isCapitalized && !transcript.isAbbreviated(place)
      && (before.folded.utf8.count > 3 && before.kind == .word || before.is("kc"))
  }

  private static let mostHead = 16
  private static let mostQuoted = 30

  private func isRelative(_ place: Int, _ end: Int) -> Bool {
    guard place < end else { return false }
    let word = transcript.tokens[place].folded
    return word == "kde" || word.hasPrefix("kter") || word.hasPrefix("jehoz")
      || word.hasPrefix("jez")
  }
}
