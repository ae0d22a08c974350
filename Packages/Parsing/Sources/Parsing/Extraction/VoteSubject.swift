import Domain

/// What a vote was about: the sentence with the counts, or the resolution or the item above them.
struct VoteSubject {
  /// The parts of the document.
  let layout: Layout

  var transcript: Transcript { layout.transcript }
  private static let mostLines = 8
  private static let longestOutcome = 30
  private static let generic = [
    "usnesen", "zapis", "schval", "prijat", "hlasov", "navrh", "neschval", "bod", "byl",
    "vysled", "prehled", "jednohlasn", "jednomysln", "neby", "takto", "souhlas",
    "prohlasov", "senat", "urcil", "poct", "zvolen", "tajn", "odevzdan", "verejn",
    "hlasu", "hlasy", "zdrz", "prit", "vsem", "vsich",
  ]

  /// Returns the subject of the vote with these counts.
  ///
  /// - Parameter last: Where the numbers of the vote before end; what stands before them is its own
  ///   subject, as in *zvoleni byli Jan Nový (12-0-1) a Eva Malá (11-0-2)*.
  func subject(of counts: Range<Int>, after last: Int = 0) -> Fact<String>? {
    let sentence = sentence(before: counts.lowerBound)
    let before =
      last > sentence.lowerBound || last == sentence.lowerBound && !opensLine(last)
      ? rest(min(last, sentence.upperBound)..<sentence.upperBound) : lastClause(of: sentence)
    if let decided = decided(by: before, after: counts.upperBound) { return decided }
    if let day = hourOrDay(before) { return fact(day) }
    if isTelling(before) { return fact(behindDash(namedBefore(before) ?? before)) }
    let line = transcript.line(of: counts.lowerBound)
    if let outcome = outcome(behind: counts) {
      return fact(told(by: outcome, above: line) ?? outcome)
    }
    if !isProposed(above: counts.lowerBound), let outcome = outcome(after: counts.upperBound) {
      return fact(told(by: outcome, above: line) ?? outcome)
    }
    let after = clause(after: counts.upperBound)
    if isTelling(after), transcript.tokens[counts.upperBound - 1].kind == .number, !after.isEmpty {
      return fact(after)
    }
    let start = transcript.lines[line].tokens.lowerBound
    // The sentence may begin in a line above.
    if saysItself(before), !isDecided(above: line) { return fact(before) }
    if let named = drafted(above: line, counts) ?? changed(above: line) { return fact(named) }
    if let named = numbered(above: line) { return clause(named) }
    if let below = decided(below: counts) { return fact(below) }
    return earlier(in: start..<max(start, before.lowerBound))
      ?? above(aboveQuote(line) ?? line) ?? (before.isEmpty ? nil : fact(before))
  }

  /// Without the marks and joining words at its beginning.
  private func rest(_ tokens: Range<Int>) -> Range<Int> {
    let start = tokens.first { place in
      let token = transcript.tokens[place]
      return token.kind == .word && !["a", "i", "se", "dale", "hlasu"].contains(token.folded)
    }
    return transcript.trimmed((start ?? tokens.upperBound)..<tokens.upperBound, marks: Self.marks)
  }

  func fact(_ tokens: Range<Int>) -> Fact<String> {
    let found = clause(shortened(tokens))
    return Fact(found.value, transcript.range(tokens), confidence: found.confidence)
  }

  /// The first words of a clause.
  func clause(_ tokens: Range<Int>) -> Fact<String> {
    let short = short(tokens)
    let clause = short.isEmpty ? tokens : short
    return Fact(transcript.text(clause), transcript.range(tokens), confidence: 0.7)
  }

  static let mostWords = 9

  /// The first sentence of the same line, which may hold the resolution itself.
  private func earlier(in tokens: Range<Int>) -> Fact<String>? {
    guard let last = tokens.last, transcript.is(last, ".") || transcript.is(last, ";") else {
      return nil
    }
    let start =
      transcript.line(of: last) < layout.itemLabels.count
      ? layout.itemLabels[transcript.line(of: last)]?.titleStart ?? tokens.lowerBound
      : tokens.lowerBound
    let body = start..<max(start, tokens.upperBound)
    guard isTelling(body) else { return nil }
    if let verb = body.first(where: { isOperative($0) }) {
      return fact(verb..<paragraphEnd(from: verb))
    }
    let stop = body.first { transcript.is($0, ".") && isSentenceEnd($0) } ?? body.upperBound
    return fact(transcript.trimmed(start..<stop))
  }

  /// `Program byl schválen.` in the line after the counts.
  private func outcome(after end: Int) -> Range<Int>? {
    var start = end
    while transcript.tokens[start].gap != .line, start < transcript.tokens.count,
      transcript.tokens[start].kind != .word || transcript.is(start, "se")
    {
      start += 1
    }
    guard transcript.tokens[start].gap == .line, transcript.tokens[start].isCapitalized else {
      return nil
    }
    let line = transcript.trimmed(start..<transcript.lineEnd(of: start))
    let isDecision = line.contains { place in
      ["schvalen", "prijat", "zamitnut", "zvolen"].contains(
        where: transcript.tokens[place].folded.hasPrefix)
    }
    // `Výsledek tajného hlasování: …` is explained by the line below.
    let opening = transcript.lines[transcript.line(of: end - 1)].tokens.lowerBound
    let most = transcript.tokens[opening].folded.hasPrefix("vysled") ? Self.longestOutcome : 6
    return line.count < most && isDecision && isTelling(line) ? line : nil
  }

  /// Words that say no more than that there was a vote tell nothing.
  func isTelling(_ tokens: Range<Int>) -> Bool {
    tokens.contains { place in
      let token = transcript.tokens[place]
      return token.kind == .word && token.folded.utf8.count > 2
        && !token.is("pro") && !token.is("proti")
        && !Self.generic.contains { token.folded.hasPrefix($0) }
        || isPassedPoint(place, tokens)
    }
  }

  /// The words before the counts back to the end of the sentence before, over lines that go on.
  func sentence(before end: Int) -> Range<Int> {
    var line = transcript.line(of: end)
    var lower = end
    while lower > transcript.lines[line].tokens.lowerBound,
      transcript.tokens[lower - 1].kind == .mark
    {
      lower -= 1
    }
    while lower > 0 {
      if lower == transcript.lines[line].tokens.lowerBound {
        guard line > 0, transcript.lines[line].isWrapped || goesOn(into: line), end - lower < 60,
          lower < end
        else { break }
        line -= 1
      }
      if transcript.is(lower - 1, "."), isSentenceEnd(lower - 1) { break }
      lower -= 1
    }
    if let label = layout.itemLabels[line], lower < label.titleStart { lower = label.titleStart }
    return transcript.trimmed(min(lower, end)..<end, marks: Self.marks)
  }

  private static let marks = Transcript.edgeMarks.union(["(", ")", "[", "]"])

  /// Whether the line above is an unfinished part of the same sentence.
  private func goesOn(into line: Int) -> Bool {
    let first = transcript.tokens[transcript.lines[line].tokens.lowerBound]
    let last = transcript.tokens[transcript.lines[line].tokens.lowerBound - 1]
    return first.kind == .word && !first.isCapitalized && last.kind != .mark
      && layout.itemLabels[line] == nil && !first.folded.hasPrefix("hlasov") && !first.is("pro")
  }

  func isSentenceEnd(_ place: Int) -> Bool {
    let before = transcript.tokens[max(0, place - 1)]
    // `Fond7`
    let isGlued = before.kind == .number && before.gap == .none && place > 1
    guard before.kind == .word || isGlued && transcript.tokens[place - 2].kind == .word,
      before.folded.utf8.count > 3 || isGlued || before.isUppercase || before.is("kc"),
      !transcript.isAbbreviated(place)
    else { return false }
    return place + 1 < transcript.tokens.count
      && (transcript.tokens[place + 1].isCapitalized || transcript.tokens[place + 1].kind == .mark)
  }

  /// `Hlasováním 17-0-2 zvoleno předsednictvo na další tři zasedání: …`.
  func clause(after place: Int) -> Range<Int> {
    // `Po hlasování (18-0-2) byl přijat program`
    let start = transcript.is(place, ")") ? place + 1 : place
    let line = transcript.lineEnd(of: max(0, start - 1))
    let end = (start..<max(start, line)).first {
      [".", ",", ":", ";", ")"].contains(transcript.tokens[$0].folded)
        && !transcript.isAbbreviated($0) && !isShortened($0)
    }
    return start..<(end ?? max(start, line))
  }

  /// Up the lines to the resolution, the item or the paragraph that the vote follows.
  private func above(_ line: Int) -> Fact<String>? {
    var candidate: Range<Int>?
    var report: Range<Int>?
    var first = line - Self.mostLines
    let nearest = lineAbove(line)
    for index in stride(from: line - 1, through: max(0, line - 3 * Self.mostLines), by: -1) {
      let tokens = transcript.lines[index].tokens
      let word = transcript.tokens[tokens.lowerBound].folded
      if transcript.is(tokens.lowerBound, "|") || listsVoters(index) {
        first -= 1
        continue
      }
      // How the point was treated may take many lines.
      if let named = named(in: index, isNearest: index == nearest) { return named }
      if tellsCourse(index) || listsPeople(index) {
        first -= 1
        continue
      }
      if index < first { break }
      if word == "pro" || word == "proti" || word.hasPrefix("zdrz") { break }
      if candidate == nil, let vote = tokens.last(where: { isVoteOn($0) }),
        vote > tokens.lowerBound
      {
        candidate = vote..<paragraphEnd(from: vote)
      } else if candidate == nil, agrees(index) {
        return fact(firstSentence(from: body(of: index), line: index))
      } else if candidate == nil, let put = tokens.last(where: { isPutToVote($0) }) {
        return fact(put + 2..<paragraphEnd(from: put))
      } else if candidate.map({ transcript.line(of: $0.lowerBound) > index }) ?? true,
        changesText(body(of: index))
      {
        return amended(above: index).map { clause($0) }
          ?? clause(firstSentence(from: body(of: index), line: index))
      } else if let decision = decision(in: index) {
        candidate = decision.tokens
        if decision.isWhole { break }
      } else if candidate == nil, transcript.lines[index].isWrapped {
        continue
      } else if candidate == nil, reports(index) {
        report = report ?? firstSentence(from: body(of: index), line: index)
      } else if candidate == nil, word.hasPrefix("hlasov") ? namesSubject(tokens) : true,
        isTelling(body(of: index))
      {
        candidate = firstSentence(from: body(of: index), line: index)
        if word.hasPrefix("hlasov") { break }
      }
      if opensResolution(index) || layout.itemLabels[index] != nil { break }
      // What stands in a point of its own is no part of the point above.
      if candidate != nil, transcript.is(tokens.lowerBound, "•") { break }
      if candidate != nil, transcript.is(tokens.upperBound - 1, "."),
        index < first + Self.mostLines - 3, !goesOnFromVerb(index),
        !transcript.lines[index].isWrapped || !tokens.contains(candidate?.lowerBound ?? 0)
      {
        break
      }
    }
    return (candidate ?? report).map { fact(introduction(of: $0) ?? $0) }
  }

  /// `schvaluje program: 1. … 2. … 3. …`: what was decided stands above the list.
  private func introduction(of item: Range<Int>) -> Range<Int>? {
    var line = transcript.line(of: item.lowerBound)
    if let named = letters(above: line) ?? firstPoint(upTo: line) { return named }
    guard layout.itemLabels[line]?.style == .number, layout.itemLabels[line]?.number != "1" else {
      return nil
    }
    while line > 0, layout.itemLabels[line] != nil { line -= 1 }
    let tokens = transcript.lines[line].tokens
    guard layout.itemLabels[line + 1]?.number == "1", transcript.is(tokens.upperBound - 1, ":"),
      let verb = tokens.first(where: { isOperative($0) })
    else { return nil }
    return verb..<tokens.upperBound - 1
  }

  /// `Hlasování o činovnících:`, `Hlasování k návrhu programu`.
  private func namesSubject(_ line: Range<Int>) -> Bool {
    ["o", "k", "ke"].contains(transcript.tokens[line.lowerBound + 1].folded)
  }

  /// The first sentence of a line, over lines that go on with it.
  private func firstSentence(from body: Range<Int>, line: Int) -> Range<Int> {
    var end = body.upperBound
    var next = line + 1
    while next < transcript.lines.count, transcript.lines[next].isWrapped {
      end = transcript.lines[next].tokens.upperBound
      next += 1
    }
    let all = body.lowerBound..<max(body.lowerBound, end)
    let stop = all.first { transcript.is($0, ".") && isSentenceEnd($0) && $0 > all.lowerBound + 2 }
    return transcript.trimmed(all.lowerBound..<(stop ?? all.upperBound))
  }

  func isOperative(_ place: Int) -> Bool {
    OperativeVerbs.contains(transcript.tokens[place].folded)
  }

  func opensResolution(_ line: Int) -> Bool {
    let first = transcript.lines[line].tokens.lowerBound
    return transcript.is(first, "usneseni") || transcript.is(first, "navrh")
  }

  private func body(of line: Int) -> Range<Int> {
    let tokens = transcript.lines[line].tokens
    let start = layout.itemLabels[line]?.titleStart ?? tokens.lowerBound
    return transcript.trimmed(start..<tokens.upperBound)
  }

  func paragraphEnd(from start: Int) -> Int {
    var end = start + 1
    while end < transcript.tokens.count, end - start < 60 {
      if transcript.is(end, "."), isSentenceEnd(end) || transcript.lineEnd(of: end) == end + 1 {
        break
      }
      // `navrhuje, aby se hlasovalo veřejně` goes on.
      if transcript.tokens[end].folded.hasPrefix("hlasov"),
        transcript.tokens[end].gap == .line || !transcript.is(end, "hlasovalo")
      {
        break
      }
      if transcript.tokens[end].gap == .line, transcript.tokens[end].folded.hasPrefix("schvalen") {
        break
      }
      if transcript.tokens[end].gap == .line,
        transcript.is(end, "pro") && transcript.is(end + 1, ":")
          || isQuote(transcript.line(of: end))
      {
        break
      }
      end += 1
    }
    return end
  }
}
