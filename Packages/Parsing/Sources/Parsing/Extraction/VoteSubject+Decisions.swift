import Domain

/// The sentence in the lines above a vote that says what the body decided.
extension VoteSubject {
  private static let mostWordsBeforeVerb = 6

  /// What a line decides: of the sentences that begin with a body the first that resolves, or the
  /// last that tells what was done; else from its first verb on.
  func decision(in line: Int) -> (tokens: Range<Int>, isWhole: Bool)? {
    let tokens = transcript.lines[line].tokens
    let start = bodyStart(of: line)
    if !opensResolution(line) {
      let sentences = sentenceStarts(start..<max(start, tokens.upperBound)).compactMap {
        decided(by: $0, in: line)
      }
      if let decided = sentences.first(where: { !$0.isPast }) ?? sentences.last {
        return (decided.tokens, !transcript.lines[line].isWrapped && !isInResolution(line))
      }
    }
    // `… a s návrhem nesouhlasí.` is what somebody said.
    return tokens.first { isOperative($0) && !(reports(line) && transcript.is($0 + 1, ".")) }
      .map { ($0..<paragraphEnd(from: $0), false) }
  }

  /// `Výbor schvaluje …` from the verb on, `Výbor se zasklením souhlasí` with what is before it.
  private func decided(by start: Int, in line: Int) -> (tokens: Range<Int>, isPast: Bool)? {
    let end = transcript.lines[line].tokens.upperBound
    guard let name = ResolutionExtractor(layout: layout).bodyEnd(start..<end),
      let verb = (name..<max(name, min(name + Self.mostWordsBeforeVerb, end))).first(
        where: isOperative)
    else { return nil }
    let isLast = verb + 2 >= end || transcript.is(verb + 1, ".")
    let isPast = ["l", "la", "lo"].contains(where: transcript.tokens[verb].folded.hasSuffix)
    return ((isLast ? name : verb)..<paragraphEnd(from: verb), isPast)
  }

  /// Whether the lines above go on from `Usnesení:`, so that the first of them says it best.
  private func isInResolution(_ line: Int) -> Bool {
    var above = line
    while above > 0, line - above < 6, !transcript.lines[above].hasBlankAbove {
      above -= 1
      if opensResolution(above) { return true }
    }
    return false
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

  /// `bere na vědomí a) zprávu, b) plán`: the verb above the letters and the first of them.
  func letters(above last: Int) -> Range<Int>? {
    var line = last
    while line > 0, layout.itemLabels[line]?.style == .letter { line -= 1 }
    guard line < last, layout.itemLabels[line + 1]?.number == "a",
      let verb = transcript.lines[line].tokens.first(where: isOperative)
    else { return nil }
    return verb..<transcript.trimmed(transcript.lines[line + 1].tokens).upperBound
  }
}
