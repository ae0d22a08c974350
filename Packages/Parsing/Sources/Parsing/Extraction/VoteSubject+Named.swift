import Domain

/// Subjects that quotes, a title or an agreement in the lines above name.
extension VoteSubject {
  private static let longestQuoted = 40
  private static let mostLabel = 4
  private static let farthestTitle = 3

  /// What a line above a vote names, whatever the lines above it say.
  ///
  /// - Parameter isNearest: Whether the line stands right above the counts.
  func named(in line: Int, isNearest: Bool) -> Fact<String>? {
    if isNearest {
      if isQuoteEnd(line), let quoted = quoted(endingIn: line) { return fact(quoted) }
      if let passed = passed(line) { return fact(passed) }
    }
    if let agreed = agreed(line) { return clause(agreed) }
    return (electionTitle(line) ?? wished(above: line)).map { fact($0) }
  }

  /// `… z fondu oprav.“`
  private func isQuoteEnd(_ line: Int) -> Bool {
    transcript.is(transcript.lines[line].tokens.upperBound - 1, "\"")
      && transcript.lines[line].tokens.count > 1
  }

  /// `Usnesení:` and under it a text in quotes of many lines: its first decision.
  private func quoted(endingIn last: Int) -> Range<Int>? {
    for line in stride(from: last, to: max(0, last - Self.longestQuoted), by: -1) {
      let first = transcript.lines[line].tokens.lowerBound
      guard transcript.is(first, "\""), opensResolution(line - 1),
        transcript.lines[line - 1].tokens.count < Self.mostLabel
      else { continue }
      let end = paragraphEnd(from: first + 1)
      return (first + 1..<end).first(where: isOperative).map { $0..<end }
    }
    return nil
  }

  /// `Volba předsednictva` above `Byli navrženi: předseda Dub, tajemnice Malá`.
  private func electionTitle(_ line: Int) -> Range<Int>? {
    let tokens = transcript.lines[line].tokens
    guard
      tokens.contains(where: { place in
        transcript.is(place, "navrzeni")
          && (place - 2..<place + 2).contains { byl in
            transcript.is(byl, "byli")
          }
      })
    else { return nil }
    for index in stride(from: line - 1, to: max(0, line - Self.farthestTitle), by: -1) {
      let tokens = transcript.lines[index].tokens
      let start = layout.itemLabels[index]?.titleStart ?? tokens.lowerBound
      if start < tokens.upperBound, transcript.is(start, "volba"),
        !transcript.is(tokens.upperBound - 1, ".")
      {
        return start..<tokens.upperBound
      }
    }
    return nil
  }

  /// `Členové výboru se dohodli na těchto dnech schůzí.`
  private func agreed(_ line: Int) -> Range<Int>? {
    let tokens = transcript.lines[line].tokens
    guard layout.itemLabels[line] == nil, transcript.tokens[tokens.lowerBound].isCapitalized,
      let verb = tokens.prefix(6).first(where: { transcript.is($0, "dohodli") }),
      transcript.is(verb - 1, "se"), transcript.is(verb + 1, "na")
    else { return nil }
    let end = paragraphEnd(from: tokens.lowerBound)
    let shortened = (verb + 2..<max(verb + 2, end)).first { place in
      // `se dohodli na žádosti, aby …`
      !transcript.is(place + 1, "aby") && ends(place, tokens.lowerBound..<end)
    }
    return transcript.trimmed(tokens.lowerBound..<(shortened ?? end))
  }

  /// `Hlasování o usnesení 2:` under several drafts with numbers.
  func numbered(above line: Int) -> Range<Int>? {
    guard line > 0 else { return nil }
    var index = line - 1
    while index > 0, transcript.is(transcript.lines[index].tokens.lowerBound, "|") { index -= 1 }
    let tokens = transcript.trimmed(transcript.lines[index].tokens)
    guard tokens.count == 4, isVoteOn(tokens.lowerBound),
      ["usneseni", "navrhu"].contains(transcript.tokens[tokens.lowerBound + 2].folded),
      transcript.tokens[tokens.upperBound - 1].kind == .number
    else { return nil }
    return tokens
  }

  /// `Výbor schvaluje rozpočet.` under the counts of `Hlasování o návrhu:`.
  func decided(below counts: Range<Int>) -> Range<Int>? {
    var head = transcript.line(of: counts.lowerBound)
    let line = transcript.line(of: counts.upperBound - 1) + 1
    while head > 0, transcript.is(transcript.lines[head].tokens.lowerBound, "|") { head -= 1 }
    let label = transcript.trimmed(transcript.lines[head].tokens)
    guard line < transcript.lines.count, label.count == 3, isVoteOn(label.lowerBound),
      transcript.is(label.upperBound - 1, "navrhu"), layout.itemLabels[line] == nil
    else { return nil }
    let tokens = transcript.lines[line].tokens
    let resolutions = ResolutionExtractor(layout: layout)
    guard let name = resolutions.bodyEnd(tokens),
      let verb = (name..<max(name, min(name + 3, tokens.upperBound))).first(where: isOperative),
      !resolutions.isPast(verb)
    else { return nil }
    return verb..<paragraphEnd(from: verb)
  }

  /// `Dub zahájil schůzi. Program byl schválen.` right above the counts: its last sentence.
  private func passed(_ line: Int) -> Range<Int>? {
    let tokens = transcript.trimmed(transcript.lines[line].tokens)
    guard
      let stop = tokens.last(where: { place in
        transcript.is(place, ".") && isSentenceEnd(place)
      })
    else { return nil }
    let last = stop + 1..<tokens.upperBound
    let isPassed = last.contains { place in
      transcript.tokens[place].folded.hasPrefix("schvalen")
        && transcript.tokens[place - 1].folded.hasPrefix("byl")
    }
    return isPassed && (3..<7).contains(last.count) && isTelling(last) ? last : nil
  }

  /// `Komise po projednání` and nothing more under `Návrh usnesení č. 4:`: what its members wished
  /// for stands above.
  private func wished(above line: Int) -> Range<Int>? {
    let tokens = transcript.trimmed(transcript.lines[line].tokens)
    guard line > 1, transcript.is(tokens.upperBound - 1, "projednani"),
      transcript.is(tokens.upperBound - 2, "po"), opensResolution(line - 1)
    else { return nil }
    let above = transcript.lines[line - 2].tokens
    let wish = above.first { place in
      ["navrhuji", "navrhuje", "navrhli", "zadaji"].contains(transcript.tokens[place].folded)
        || transcript.is(place, "o") && transcript.is(place - 1, "zajem")
    }
    return wish.flatMap { $0 + 2 < above.upperBound ? $0 + 1..<paragraphEnd(from: $0 + 1) : nil }
  }

  /// `Zrušení fondu` above `Výbor se usnesl na těchto změnách:` and the changes.
  func amended(above line: Int) -> Range<Int>? {
    let lines = max(1, line - Self.farthestChange)..<max(1, line)
    let opening = lines.last { index in
      let tokens = transcript.lines[index].tokens
      return transcript.is(tokens.upperBound - 1, ":")
        && tokens.contains { place in
          transcript.tokens[place].folded.hasPrefix("usnes") && transcript.is(place + 1, "na")
        }
    }
    guard let opening, layout.itemLabels[opening - 1] == nil else { return nil }
    let title = transcript.lines[opening - 1].tokens.filter { !transcript.is($0, "#") }
    guard let first = title.first, let last = title.last, title.count > 1, title.count < 9,
      transcript.tokens[first].isCapitalized, transcript.tokens[last].kind == .word
    else { return nil }
    return first..<last + 1
  }

  private static let farthestChange = 14
}
