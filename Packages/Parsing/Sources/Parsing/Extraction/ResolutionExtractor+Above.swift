import Domain

/// Resolutions whose number stands under their text, behind the vote.
extension ResolutionExtractor {
  /// `Usnesení č. 3/2024 přijato 4 hlasy`, `… – pro 4, proti 0`: the number stands after the text.
  func isOutcome(_ start: Int, _ line: Int) -> Bool {
    let end = transcript.lines[line].tokens.upperBound
    let first = (start..<max(start, end)).first { transcript.tokens[$0].kind == .word }
    return first.map { Self.outcomes.contains(transcript.tokens[$0].folded) } ?? false
  }

  private static let outcomes: WordSet = [
    "pro", "proti", "prijato", "jednomyslne", "jednohlasne", "schvaleno", "bylo",
  ]

  /// `Pro: 4`, `Zdrželo se: 0` and under them `Usnesení č. 30` alone: what was voted on stands
  /// above.
  func underCounts(_ line: Int) -> Range<Int>? {
    var first = line
    while first > 0, first + 8 > line, isCount(first - 1) { first -= 1 }
    let below = line + 1..<min(line + 3, transcript.lines.count)
    guard first < line, first > 0,
      !below.contains(where: { transcript.lines[$0].tokens.prefix(12).contains(where: isOperative) }
      ),
      transcript.lines[line - 1].tokens.contains(where: {
        transcript.tokens[$0].kind == .number
      })
    else { return nil }
    return decision(above: first) ?? transcript.lines[first - 1].tokens
  }

  private func isCount(_ line: Int) -> Bool {
    let word = transcript.tokens[transcript.lines[line].tokens.lowerBound].folded
    return ["pro", "proti"].contains(word)
      || ["zdrz", "hlasovan", "vysled"].contains(where: word.hasPrefix)
  }

  /// The decision in the lines above, from its verb on.
  func decision(above line: Int) -> Range<Int>? {
    for index in stride(from: line - 1, through: max(0, line - 6), by: -1) {
      let tokens = transcript.lines[index].tokens
      if transcript.tokens[tokens.lowerBound].folded.hasPrefix("usneseni") { return nil }
      // `b) pověřuje …` goes on with what *a)* began.
      if let label = layout.itemLabels[index], label.style == .letter, label.number != "a" {
        continue
      }
      if let verb = tokens.first(where: { OperativeVerbs.contains(transcript.tokens[$0].folded) }) {
        let end = transcript.lines[line - 1].tokens.upperBound
        let vote = (verb..<end).first { transcript.tokens[$0].folded.hasPrefix("hlasov") }
        return verb..<(vote ?? end)
      }
    }
    return nil
  }

  /// `1/18/2024 schvaluje …`, `512/2024 Rada města ukládá …`: nothing but a number with its year
  /// stands before what was decided.
  func numberBeforeVerb(_ line: Range<Int>) -> Range<Int>? {
    guard let first = line.first, transcript.tokens[first].kind == .number else { return nil }
    let number = line.prefix { place in
      transcript.tokens[place].kind == .number
        || transcript.is(place, "/") && transcript.tokens[place].gap == .none
    }
    let start = number.upperBound
    guard number.count > 2, transcript.tokens[start - 1].folded.utf8.count == 4,
      transcript.tokens[start - 1].kind == .number, start < line.upperBound
    else { return nil }
    let verb = bodyEnd(start..<line.upperBound) ?? start
    return (verb..<min(verb + 4, line.upperBound)).prefix(verb == start ? 1 : 4).contains(
      where: isOperative) ? number : nil
  }
}
