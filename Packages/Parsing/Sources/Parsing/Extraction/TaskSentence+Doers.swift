import Domain

/// Tasks whose sentences name who does them behind the verb, or by a surname or a nickname alone.
extension TaskSentence {
  /// `Oprava střechy – zajistí Jan Nový`, `Občerstvení (zajistí E. Malá)`: who does it ends the
  /// sentence.
  func named(after verb: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let isApart = ["-", "(", ","].contains(transcript.tokens[verb - 1].folded)
    let limit = bounds.upperBound
    let close = (verb..<limit).first { transcript.is($0, ")") || transcript.is($0, "(") } ?? limit
    let whole =
      (ItemLabel.match(transcript.tokens, line: bounds)?.titleStart ?? bounds.lowerBound)..<verb
    let text = withoutRelative(
      transcript.trimmed(
        isApart ? whole : clause(whole), marks: Transcript.edgeMarks.union(["("])))
    guard let first = text.first, text.count < Self.mostTokens,
      text.count > 1 || isApart || !transcript.tokens[first].folded.hasPrefix("kter"),
      let people = doers(from: verb + 1, limit: close),
      transcript.trimmed(people.upperBound..<close).isEmpty
        || isApart && [",", ";", "-"].contains(transcript.tokens[people.upperBound].folded)
        || Self.afterDoers.contains(transcript.tokens[people.upperBound].folded)
    else { return nil }
    let deed = isApart || text.upperBound < verb ? text : text.lowerBound..<verb + 1
    var task = ExtractedTask(text: transcript.fact(deed, confidence: 0.75))
    task.responsible = transcript.fact(people)
    task.due = due(in: verb..<bounds.upperBound)
    return task
  }

  private static let mostTokens = 16
  /// What may stand behind those who do it.
  private static let afterDoers: WordSet = ["do", "(", "za", "a", "v", "na", "nejpozdeji"]

  /// The last clause of a long text before a verb: `…, článek byl předložen, tisk zajistí …`.
  private func clause(_ text: Range<Int>) -> Range<Int> {
    guard let comma = text.last(where: { transcript.is($0, ",") || transcript.is($0, ";") }),
      text.count >= Self.mostTokens
        || text.upperBound - comma > 2 && comma - text.lowerBound > 3
    else { return text }
    let opening = transcript.tokens[comma + 1].folded
    let isBound = ["kter", "ktom", "kde", "ze", "aby", "jak"].contains(where: opening.hasPrefix)
    return isBound ? text : comma + 1..<text.upperBound
  }

  /// `zpráva, kterou připraví Jan Nový`: the task is the message.
  private func withoutRelative(_ text: Range<Int>) -> Range<Int> {
    guard let last = text.last, transcript.tokens[last].folded.hasPrefix("kter") else {
      return text
    }
    return transcript.trimmed(text.lowerBound..<last)
  }

  /// `Do příští schůze připraví paní Malá přehled`: who does it stands behind the verb.
  func inverted(at verb: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let opening = transcript.tokens[bounds.lowerBound].folded
    guard ["do", "na"].contains(opening), verb - bounds.lowerBound < 8,
      let person = NameParser(transcript: transcript).person(
        at: verb + 1, limit: bounds.upperBound),
      person.isCertain, person.tokens.lowerBound - verb < 4
    else { return nil }
    let rest = transcript.trimmed(person.tokens.upperBound..<bounds.upperBound)
    guard rest.count > 1 else { return nil }
    let text = transcript.text(verb..<verb + 1) + " " + transcript.text(rest)
    var task = ExtractedTask(
      text: Fact(text, transcript.range(verb..<rest.upperBound), confidence: 0.75))
    task.responsible = transcript.fact(verb + 1..<person.tokens.upperBound)
    task.due = due(in: bounds)
    return task
  }

  /// `Nový a Malá zajistí sál`: surnames or nicknames of the list of people begin the clause.
  func knownSubject(before verb: Int, from start: Int) -> Range<Int>? {
    var first = verb
    while first > start {
      if isKnown(first - 1) || isJoin(first - 1) && first < verb {
        first -= 1
      } else if first - start > 2, isCompany(first - 1) {
        first -= 2
      } else {
        break
      }
    }
    while first < verb, isJoin(first) { first += 1 }
    guard first < verb, verb - first < 10 else { return nil }
    let before = transcript.tokens[first - 1]
    return first == start || before.kind == .mark ? first..<verb : nil
  }

  /// `Malá s Novou připraví`: with whom somebody known does it.
  private func isCompany(_ place: Int) -> Bool {
    transcript.tokens[place].isCapitalized
      && (transcript.is(place - 1, "s") || transcript.is(place - 1, "se"))
      && isKnown(place - 2)
  }

  /// `Výbor schvaluje ukončení smlouvy. Provede Jan Nový.`: who does what the sentence before says.
  func carriedOut(by verb: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let line = transcript.lines[transcript.line(of: verb)].tokens
    guard verb == bounds.lowerBound, verb > line.lowerBound, transcript.is(verb - 1, "."),
      transcript.tokens[verb].isCapitalized,
      let people = doers(from: verb + 1, limit: bounds.upperBound),
      transcript.trimmed(people.upperBound..<bounds.upperBound).isEmpty
    else { return nil }
    let before = self.bounds(of: verb - 2)
    let decision = before.prefix(6).first { OperativeVerbs.contains(transcript.tokens[$0].folded) }
    let deed = before.first { Self.isFuture(transcript.tokens[$0].folded) }
    guard let start = deed ?? decision.map({ $0 + 1 }) else { return nil }
    let text = transcript.trimmed(start..<before.upperBound)
    guard text.count > 1, text.count < 40 else { return nil }
    let clause = ShortClause(transcript: transcript, mostWords: Self.mostTokens).shortened(text)
    var task = ExtractedTask(text: transcript.fact(clause, confidence: 0.75))
    task.responsible = transcript.fact(people)
    task.due = due(in: before)
    return task
  }

  /// People with full names or a courtesy, or surnames and nicknames of the list, from a token on.
  func doers(from start: Int, limit: Int) -> Range<Int>? {
    guard
      transcript.tokens[start].isCapitalized
        || Words.isCourtesy(transcript.tokens[start].folded)
    else { return nil }
    let run = PeopleRun(transcript: transcript, isAccusative: false)
    let found = run.people(from: start, limit: limit)
    if let last = found.last {
      let end = last.tokens.upperBound
      let isAge = PeopleLine.ages.contains(transcript.tokens[end].folded)
      return start..<(isAge ? end + (transcript.is(end + 1, ".") ? 2 : 1) : end)
    }
    var end = start
    while end < limit, isKnown(end) || isJoin(end) && isKnown(end + 1) { end += 1 }
    return end > start ? start..<end : nil
  }

  /// `Motorové pily zajistí účastníci brigády`: people without names end the sentence.
  func grouped(after verb: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let text = transcript.trimmed(clause(bounds.lowerBound..<verb))
    guard (1..<Self.mostTokens).contains(text.count), !isPronoun(text),
      let people = group(from: verb + 1, limit: bounds.upperBound)
    else { return nil }
    let deed = text.upperBound == verb ? text.lowerBound..<verb + 1 : text
    var task = ExtractedTask(text: transcript.fact(deed, confidence: 0.7))
    task.responsible = transcript.fact(people)
    task.due = due(in: bounds)
    return task
  }

  /// `Tento předá …`
  private func isPronoun(_ text: Range<Int>) -> Bool {
    text.count == 1
      && ["ten", "ta", "to"].contains(where: transcript.tokens[text.lowerBound].folded.hasPrefix)
      && transcript.tokens[text.lowerBound].folded.utf8.count < 6
  }

  /// `účastníci brigády`, `předseda výboru` to the end of the sentence.
  private func group(from start: Int, limit: Int) -> Range<Int>? {
    let words = start..<max(start, limit)
    guard (1..<5).contains(words.count), transcript.tokens[start].gap != .line,
      transcript.isRole(start) || Self.groups.contains(transcript.tokens[start].folded),
      words.allSatisfy({ transcript.tokens[$0].kind == .word })
    else { return nil }
    return words
  }

  static let groups = WordSet(FactTable.words.values(of: "doer"))

  private func isKnown(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.isCapitalized && people.contains(token.folded)
  }

  private func isJoin(_ place: Int) -> Bool {
    ["a", ",", "+", "i"].contains(transcript.tokens[place].folded)
  }
}
