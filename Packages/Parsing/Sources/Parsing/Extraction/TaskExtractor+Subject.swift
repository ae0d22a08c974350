import Domain

/// Where a task begins after the words that say who is to do it.
extension TaskExtractor {
  func subjectEnd(_ tokens: Range<Int>) -> Int {
    let parser = NameParser(transcript: transcript)
    let first = tokens.lowerBound
    if let person = parser.person(at: first, limit: min(first + 7, tokens.upperBound)),
      person.isCertain
    {
      return person.tokens.upperBound
    }
    let word = transcript.tokens[first].folded
    if let end = afterListedPerson(tokens) ?? roleEnd(tokens) { return end }
    if transcript.isRole(first), transcript.tokens[first].isCapitalized {
      return Words.isRole(word) ? first + 1 : first + 2
    }
    // `každý z komise sepíše`
    if word == "kazdy", ["z", "ze"].contains(transcript.tokens[first + 1].folded) {
      return min(first + 3, tokens.upperBound)
    }
    if word.hasPrefix("vsich") {
      return transcript.is(first + 1, "clenove") ? first + 2 : first + 1
    }
    return first
  }

  /// `Členové pracovních skupin vyjádří …`: the verb that a role with its description leads to.
  func roleEnd(_ tokens: Range<Int>) -> Int? {
    let first = tokens.lowerBound
    guard
      transcript.isRole(first) || transcript.tokens[first].folded.hasPrefix("vsich")
    else { return nil }
    let verb = tokens.prefix(6).dropFirst().first {
      TaskSentence.isFuture(transcript.tokens[$0].folded)
    }
    guard let verb, (first..<verb).allSatisfy({ transcript.tokens[$0].kind == .word }) else {
      return nil
    }
    return verb
  }

  /// Where the task begins after its addressee: at *aby* or at an infinitive.
  func split(_ tokens: Range<Int>) -> Int? {
    for place in tokens.prefix(14).dropFirst() {
      let token = transcript.tokens[place]
      if token.is("aby") { return place }
      if token.kind == .word, !token.isCapitalized, Self.isInfinitive(token.folded) { return place }
    }
    return tokens.prefix(8).dropFirst().first { isDeedNoun($0) }
  }

  /// `ukládá odboru zveřejnění výsledků`: a noun of what is to be done, and no office.
  private func isDeedNoun(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.kind == .word && !token.isCapitalized && token.folded.utf8.count > 6
      && ["eni", "ani"].contains(where: token.folded.hasSuffix)
      && !["vedeni", "oddeleni", "jednani", "zasedani"].contains(token.folded)
      && !Bodies.czech.isHead(token.folded)
      && !TaskSentence.isPreposition(transcript.tokens[place - 1].folded)
  }

  /// Whether a folded word looks like the infinitive of a verb.
  static func isInfinitive(_ word: String) -> Bool {
    word.utf8.count > 4 && ["at", "it", "et", "out", "yt"].contains(where: word.hasSuffix)
      || ["predlozit", "zajistit", "svolat"].contains(word)
  }
}
