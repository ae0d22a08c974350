import Domain

/// The sentence in the lines above a vote that says what the body decided.
extension VoteSubject {
  private static let mostWordsBeforeVerb = 6

  /// What a line decides: the last sentence that begins with a body, else from its first verb on.
  func decision(in line: Int) -> (tokens: Range<Int>, isWhole: Bool)? {
    let tokens = transcript.lines[line].tokens
    let start = bodyStart(of: line)
    if !opensResolution(line),
      let sentence = sentenceStarts(start..<max(start, tokens.upperBound)).reversed().lazy
        .compactMap({ decided(by: $0, in: line) }).first
    {
      return (sentence, !transcript.lines[line].isWrapped)
    }
    return tokens.first(where: isOperative).map { ($0..<paragraphEnd(from: $0), false) }
  }

  /// `Výbor schvaluje …` from the verb on, `Výbor se zasklením souhlasí` with what stands before it.
  private func decided(by start: Int, in line: Int) -> Range<Int>? {
    let end = transcript.lines[line].tokens.upperBound
    guard let name = ResolutionExtractor(layout: layout).bodyEnd(start..<end),
      let verb = (name..<max(name, min(name + Self.mostWordsBeforeVerb, end))).first(
        where: isOperative)
    else { return nil }
    let isLast = verb + 2 >= end || transcript.is(verb + 1, ".")
    return (isLast ? name : verb)..<paragraphEnd(from: verb)
  }

  private func bodyStart(of line: Int) -> Int {
    let first = transcript.lines[line].tokens.lowerBound
    if let label = layout.itemLabels[line] { return label.titleStart }
    return transcript.is(first, "•") || transcript.is(first, "-") ? first + 1 : first
  }

  private func sentenceStarts(_ tokens: Range<Int>) -> [Int] {
    [tokens.lowerBound]
      + tokens.dropFirst().filter { place in
        transcript.is(place - 1, ".") && isSentenceEnd(place - 1)
          && transcript.tokens[place].isCapitalized
      }
  }

  /// `Bod 6 nebyl schválen` names the point by its number.
  func isPassedPoint(_ place: Int, _ tokens: Range<Int>) -> Bool {
    transcript.is(place, "bod") && place + 3 < tokens.upperBound
      && transcript.tokens[place + 1].kind == .number
      && (place + 2..<tokens.upperBound).contains {
        let word = transcript.tokens[$0].folded
        return word.hasPrefix("schval") || word.hasPrefix("prijat") || word.hasPrefix("zamitn")
      }
  }
}
