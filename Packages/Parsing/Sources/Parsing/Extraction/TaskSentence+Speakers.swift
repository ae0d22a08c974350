import Domain

/// Who does what a verb says that stands apart from whoever does it.
extension TaskSentence {
  /// What is done and may stand before its verb: `podnět`, `tabulku`.
  private static let objects = WordSet(
    FactTable.words.values(of: "workobject"))

  private static let enclitics: WordSet = ["se", "si", "jej", "ji", "mu", "jim", "ho"]

  /// `Ředitel stížnost prošetří`, `Starosta: opravu zajistí`: where the deed begins.
  func deedStart(_ verb: Int, _ bounds: Range<Int>) -> Int {
    var start = verb
    while start > bounds.lowerBound,
      Self.objects.contains(transcript.tokens[start - 1].folded)
        || Self.enclitics.contains(transcript.tokens[start - 1].folded)
    {
      start -= 1
    }
    return start > bounds.lowerBound ? start : verb
  }

  /// `E. Malá upozornila na výzvu, rozešle odkaz`: the one whom the sentence begins with.
  func speaker(before verb: Int, _ bounds: Range<Int>) -> Range<Int>? {
    let mark = verb - 1
    guard
      transcript.is(mark, ",")
        || transcript.is(mark, "-") && transcript.tokens[mark].gap == .space,
      let who = opening(of: bounds, before: mark)
    else { return nil }
    let told = who.upperBound..<mark
    let isOthers = told.contains { place in
      let token = transcript.tokens[place]
      return token.is("ze") || token.is("aby") || Words.isCourtesy(token.folded)
        || token.isCapitalized && people.contains(token.folded)
    }
    return told.count > 1 && !isOthers ? who : nil
  }

  /// The person that a sentence begins with.
  private func opening(of bounds: Range<Int>, before limit: Int) -> Range<Int>? {
    let first = bounds.lowerBound
    guard first < limit,
      let person = NameParser(transcript: transcript).person(at: first, limit: limit),
      person.tokens.upperBound < limit
    else { return nil }
    let isKnown =
      person.wordCount > 1 || Words.isCourtesy(transcript.tokens[first].folded)
      || people.contains(transcript.tokens[person.tokens.upperBound - 1].folded)
    return isKnown && person.isCertain || isKnown && person.tokens.lowerBound - first < 4
      ? first..<person.tokens.upperBound : nil
  }

  /// `…, výbor zjistí možnost značení`: a body or, with a term, an office begins the clause.
  func bodyWithin(before verb: Int, _ bounds: Range<Int>) -> Range<Int>? {
    let clause = (bounds.lowerBound..<verb).last { transcript.tokens[$0].kind == .mark }
    guard let clause, verb - clause < 6, clause + 1 < verb else { return nil }
    let word = transcript.tokens[clause + 1].folded
    let hasTerm = due(in: verb..<bounds.upperBound) != nil
    guard
      Self.inner.contains(word) || hasTerm && Self.offices.contains(word),
      (clause + 1..<verb).allSatisfy({ transcript.tokens[$0].kind == .word })
    else { return nil }
    let end = (clause + 2..<verb).first { Self.pronouns.contains(transcript.tokens[$0].folded) }
    return clause + 1..<(end ?? verb)
  }

  private static let inner: WordSet = ["vybor", "predsednictvo", "vedeni", "spravce", "kancelar"]
  private static let pronouns: WordSet = ["ji", "jej", "je", "to", "se", "si", "mu"]

  /// `Mgr. Dub`: titles before a surname belong to it.
  func withTitles(_ subject: Range<Int>) -> Range<Int> {
    let line = transcript.lines[transcript.line(of: subject.lowerBound)].tokens
    let earliest = max(line.lowerBound, subject.lowerBound - 8)
    for start in earliest..<max(earliest, subject.lowerBound) {
      var place = start
      while place < subject.lowerBound,
        let title = Titles.czech.match(
          transcript.tokens[start..<subject.upperBound], at: place), !title.isAfter
      {
        place = title.end
      }
      if place == subject.lowerBound, place > start { return start..<subject.upperBound }
    }
    return subject
  }
}
