import Domain

/// Subjects that the outcome of a vote only names again, and that the lines above tell of.
extension VoteSubject {
  private static let farthestTitle = 14
  private static let farthestDraft = 16
  private static let longestQuote = 120
  private static let everywhere: WordSet = [
    "program", "porad", "zapis", "usneseni", "navrh", "bod",
  ]
  static let participles = ["schvalen", "prijat", "zamitnut", "zvolen", "podporen"]

  /// The line above that is more than `Hlasování:`.
  func lineAbove(_ line: Int) -> Int {
    var above = line - 1
    while above >= 0, isBareVote(above) { above -= 1 }
    return above
  }

  private func isBareVote(_ line: Int) -> Bool {
    let tokens = transcript.trimmed(transcript.lines[line].tokens)
    return tokens.count == 1 && transcript.tokens[tokens.lowerBound].folded.hasPrefix("hlasov")
  }

  /// `Zápis byl schválen.` under `Poté byl schvalován zápis ze 3. schůze.`, and `Termín byl
  /// schválen.` under the title `Termín příští schůze`.
  func told(by outcome: Range<Int>, above line: Int) -> Range<Int>? {
    let nouns = nouns(of: outcome)
    guard let noun = nouns.first else { return nil }
    let above = lineAbove(line)
    if above >= 0, let sentence = proposal(of: nouns, in: above) {
      return approval(of: noun, above: above) ?? sentence
    }
    guard nouns.count == 1, !Self.everywhere.contains(transcript.tokens[noun].folded) else {
      return nil
    }
    return title(of: noun, above: line)
  }

  /// `Kontrola a schválení zápisu ze 3. schůze`, the title right above what was put forward.
  private func approval(of noun: Int, above line: Int) -> Range<Int>? {
    guard line > 0, let label = layout.itemLabels[line - 1] else { return nil }
    let title =
      label.titleStart..<max(label.titleStart, transcript.lines[line - 1].tokens.upperBound)
    let isApproval = title.contains { place in
      transcript.is(place, "schvaleni") && title.contains(place + 1) && isSameWord(place + 1, noun)
    }
    return isApproval ? transcript.trimmed(title) : nil
  }

  /// The words before `byl schválen`.
  private func nouns(of outcome: Range<Int>) -> [Int] {
    let verb = outcome.first { place in
      transcript.tokens[place].folded.hasPrefix("byl")
        || Self.participles.contains(where: transcript.tokens[place].folded.hasPrefix)
    }
    guard let verb, verb - outcome.lowerBound < 4 else { return [] }
    return (outcome.lowerBound..<verb).filter { transcript.tokens[$0].kind == .word }
  }

  /// `byl schvalován zápis ze 3. schůze`, `byla navržena volební komise ve složení …`
  private func proposal(of nouns: [Int], in line: Int) -> Range<Int>? {
    let tokens = transcript.lines[line].tokens
    let verb = tokens.last { place in
      let word = transcript.tokens[place].folded
      return word.hasPrefix("schvalovan")
        || ["navrzen", "predlozen"].contains(where: word.hasPrefix)
          && transcript.tokens[place - 1].folded.hasPrefix("byl")
    }
    guard let verb else { return nil }
    let end = (verb..<tokens.upperBound).first { transcript.is($0, ".") && isSentenceEnd($0) }
    let isWhole = transcript.tokens[verb].folded.hasPrefix("schvalovan")
    let clause = transcript.trimmed((isWhole ? verb : verb + 1)..<(end ?? tokens.upperBound))
    let isSame = nouns.allSatisfy { noun in clause.contains { isSameWord($0, noun) } }
    return isSame && clause.count > nouns.count + 1 ? clause : nil
  }

  /// `Termín příští schůze`, above the talk about it.
  private func title(of noun: Int, above line: Int) -> Range<Int>? {
    for index in stride(from: line - 1, through: max(0, line - Self.farthestTitle), by: -1) {
      let start = layout.itemLabels[index]?.titleStart ?? transcript.lines[index].tokens.lowerBound
      let tokens = start..<max(start, transcript.lines[index].tokens.upperBound)
      guard index >= layout.frontMatter.upperBound, let first = tokens.first,
        transcript.tokens[first].isCapitalized, isSameWord(first, noun),
        tokens.count > 1, transcript.tokens[first + 1].kind == .word,
        !transcript.is(tokens.upperBound - 1, "."), !tokens.contains(where: isOperative)
      else { continue }
      return tokens
    }
    return nil
  }

  /// Whether two words differ in their endings only.
  private func isSameWord(_ first: Int, _ second: Int) -> Bool {
    let first = transcript.tokens[first].folded.utf8
    let second = transcript.tokens[second].folded.utf8
    let stem = max(4, min(first.count, second.count) - 2)
    return first.count >= stem && second.count >= stem
      && first.prefix(stem).elementsEqual(second.prefix(stem))
  }

  /// `předložil návrh usnesení:` and its text in quotes in the line below; the talk about it stands
  /// before the vote.
  func drafted(above line: Int, _ counts: Range<Int>) -> Range<Int>? {
    let end = min(line + 2, transcript.lines.count)
    let below = transcript.lines[end - 1].tokens.upperBound
    guard
      (counts.lowerBound..<max(below, counts.upperBound)).contains(where: { place in
        transcript.is(place, "usneseni")
          && (place + 1..<place + 3).contains { next in
            Self.participles.contains(where: transcript.tokens[next].folded.hasPrefix)
          }
      })
    else { return nil }
    for index in stride(from: line - 1, through: max(0, line - Self.farthestDraft), by: -1) {
      let tokens = transcript.lines[index].tokens
      let colon = tokens.upperBound - 1
      if transcript.is(tokens.lowerBound, "pro") { return nil }
      guard transcript.is(colon, ":"), transcript.is(colon - 1, "usneseni"),
        transcript.is(colon - 2, "navrh"), index + 1 < line
      else { continue }
      let text = transcript.lines[index + 1].tokens
      return transcript.is(text.lowerBound, "\"")
        ? transcript.trimmed(text, marks: ["\"", "."]) : nil
    }
    return nil
  }

  /// The line above a text that quotes enclose in lines of their own, when it ends right above.
  func aboveQuote(_ line: Int) -> Int? {
    let end = lineAbove(line)
    guard end > 0, isQuote(end) else { return nil }
    return stride(from: end - 1, to: max(0, end - Self.longestQuote), by: -1).first(where: isQuote)
  }

  /// Whether a token is the first of its line.
  func opensLine(_ place: Int) -> Bool {
    place >= transcript.tokens.count || transcript.tokens[place].gap == .line
  }

  /// A line of nothing but quotes.
  func isQuote(_ line: Int) -> Bool {
    transcript.lines[line].tokens.allSatisfy { transcript.is($0, "\"") }
  }

  /// `Návrh na změnu stanov:` above what is changed: `…`, `se mění na`, `…`.
  func changed(above line: Int) -> Range<Int>? {
    let lines = max(0, line - Self.farthestTitle)..<line
    guard
      lines.contains(where: { index in
        let tokens = transcript.lines[index].tokens
        return tokens.count < 5 && transcript.is(tokens.lowerBound, "se")
          && transcript.is(tokens.lowerBound + 1, "meni")
      })
    else { return nil }
    let title = lines.last { index in
      let tokens = transcript.lines[index].tokens
      return transcript.is(tokens.lowerBound, "pro") || transcript.is(tokens.lowerBound, "navrh")
    }
    guard let title else { return nil }
    let tokens = transcript.lines[title].tokens
    return transcript.is(tokens.lowerBound, "navrh") && transcript.is(tokens.upperBound - 1, ":")
      && tokens.count > 3 ? transcript.trimmed(tokens) : nil
  }

  /// `9:30`, `12. 3.`, alone before the counts: an hour or a day that was voted on.
  func hourOrDay(_ tokens: Range<Int>) -> Range<Int>? {
    guard let first = tokens.first, (3...6).contains(tokens.count),
      first == transcript.lines[transcript.line(of: first)].tokens.lowerBound,
      layout.itemLabels[transcript.line(of: first)] == nil,
      transcript.is(first + 1, ":") || transcript.is(first + 1, "."),
      tokens.allSatisfy({ place in
        transcript.tokens[place].number.map { $0 < 60 || $0 > 1900 && $0 < 2100 }
          ?? [":", "."].contains(transcript.tokens[place].folded)
      })
    else { return nil }
    return tokens
  }

  /// `Předseda představil nabídky.`: the talk about a point, whose title says better what the vote
  /// was on.
  func reports(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    return layout.itemLabels[line] == nil
      && tokens.prefix(8).contains { place in
        Self.reporting.contains(transcript.tokens[place].folded)
      }
  }

  private static let reporting = WordList(beginnings: [
    "predstavil", "informoval", "seznamil", "uvedl", "konstatoval", "vysvetlil", "sdelil",
    "upozornil", "podekoval", "vyzval", "dotazal", "zeptal", "odpovedel", "doplnil", "pripomnel",
    "poukazal", "zduraznil", "popsal", "okomentoval", "shrnul",
  ])

  /// `ukládá` in a line of its own begins what the line under it goes on with.
  func goesOnFromVerb(_ line: Int) -> Bool {
    guard line > 0 else { return false }
    let above = transcript.trimmed(transcript.lines[line - 1].tokens)
    return above.count == 1 && above.contains(where: isOperative)
  }

  /// `sen. Nový`: a short word with a dot before a name.
  func isShortened(_ dot: Int) -> Bool {
    transcript.is(dot, ".") && transcript.tokens[dot].gap == .none
      && transcript.tokens[dot - 1].kind == .word && !transcript.tokens[dot - 1].isCapitalized
      && transcript.tokens[dot - 1].folded.utf8.count < 5
      && transcript.tokens[dot + 1].isCapitalized
      && transcript.tokens[dot + 1].gap == .space
  }

  /// `Návrh usnesení byl schválen (7 pro)` is a sentence of its own, …
  func saysItself(_ tokens: Range<Int>) -> Bool {
    transcript.is(tokens.lowerBound, "navrh") && transcript.is(tokens.lowerBound + 1, "usneseni")
      && tokens.contains { transcript.is($0, "byl") }
  }

  /// … where the lines above hold only talk.
  func isDecided(above line: Int) -> Bool {
    (max(0, line - 8)..<line).contains { index in
      opensResolution(index) || decision(in: index)?.isWhole == true
    }
  }

  /// `Souhlas s hlasováním na dálku`
  func agrees(_ line: Int) -> Bool {
    let first = transcript.lines[line].tokens.lowerBound
    return transcript.is(first, "souhlas")
      && ["s", "se"].contains(transcript.tokens[first + 1].folded)
  }

  /// Of several points under `Hlasování:` the first.
  func firstPoint(upTo line: Int) -> Range<Int>? {
    var first = line
    var index = line
    while index > 0, isBullet(index) || transcript.lines[index].isWrapped {
      if isBullet(index) { first = index }
      index -= 1
    }
    guard first < line, isBareVote(index) else { return nil }
    let start = transcript.lines[first].tokens.lowerBound + 1
    return start..<paragraphEnd(from: start)
  }

  private func isBullet(_ line: Int) -> Bool {
    let first = transcript.lines[line].tokens.lowerBound
    return transcript.is(first, "-") || transcript.is(first, "•")
  }
}
