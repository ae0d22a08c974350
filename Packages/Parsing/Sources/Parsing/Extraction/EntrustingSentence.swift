import Domain

/// Sentences that entrust somebody with something: `Rada pověřuje Jana Nového zajištěním sálu do
/// 5. 6.`, `Výbor pověřil předsedkyni, aby …`.
struct EntrustingSentence {
  /// The text.
  let transcript: Transcript
  /// The day of the meeting; a term without a year is the first such day after it.
  let held: CalendarDate?

  /// The verbs that entrust.
  static let verbs: WordSet = [
    "poveruje", "poveruji", "poveril", "poverila", "poverilo", "poverili",
  ]
  private static let mostAddressee = 12
  private static let mostWords = 16
  private static let endings = ["nim", "em", "ou", "aci", "ici"]
  /// What somebody does for the meeting itself is an office and no task.
  private static let offices = ["zapis", "overen", "rizen", "scitan", "predsed", "skrutat"]

  /// Whether a folded word entrusts.
  static func isVerb(_ word: String) -> Bool { verbs.contains(word) }

  /// Whether a task in the instrumental begins at a token: `pověřena vyřízením dotace`.
  static func opensTask(_ place: Int, _ transcript: Transcript) -> Bool {
    let token = transcript.tokens[place]
    return token.kind == .word && !token.isCapitalized && token.folded.utf8.count > 4
      && endings.contains(where: token.folded.hasSuffix)
  }

  /// Returns the task of a verb in a sentence that ends at a token.
  func task(after verb: Int, end: Int) -> ExtractedTask? {
    guard let split = split(verb + 1..<max(verb + 1, end)), split > verb + 1 else { return nil }
    let addressee = transcript.trimmed(verb + 1..<split)
    let text = transcript.trimmed(split..<textEnd(split..<end))
    guard names(addressee), text.count > 1, !isOffice(text) else { return nil }
    let clause = ShortClause(transcript: transcript, mostWords: Self.mostWords).shortened(text)
    var task = ExtractedTask(
      text: Fact(transcript.text(clause), transcript.range(text), confidence: 0.85))
    task.responsible = transcript.fact(addressee, confidence: 0.85)
    task.due = due(in: split..<end)
    return task
  }

  /// Where the task begins after who is entrusted: at *aby*, at an infinitive or at a noun in the
  /// instrumental.
  private func split(_ tokens: Range<Int>) -> Int? {
    for place in tokens.prefix(Self.mostAddressee) {
      let token = transcript.tokens[place]
      if token.is("aby") { return place }
      guard token.kind == .word, !token.isCapitalized, token.folded.utf8.count > 4,
        !transcript.isRole(place), !Words.isCourtesy(token.folded),
        Self.endings.contains(where: token.folded.hasSuffix)
          || TaskExtractor.isInfinitive(token.folded)
      else { continue }
      return place
    }
    return nil
  }

  /// `ho pověřila případným jednáním` names nobody after the verb.
  private func names(_ addressee: Range<Int>) -> Bool {
    addressee.contains { place in
      transcript.tokens[place].isCapitalized || transcript.isRole(place)
        || Bodies.czech.isHead(transcript.tokens[place].folded)
    }
  }

  /// Before `; termín 5. 6.`, the bracket of a remark and what else was decided: `a schvaluje …`.
  private func textEnd(_ tokens: Range<Int>) -> Int {
    tokens.dropFirst().first { place in
      if transcript.is(place, ";") || transcript.is(place, "(") { return true }
      if transcript.is(place, "."), transcript.tokens[place + 1].isCapitalized,
        transcript.tokens[place + 1].gap != .none, !transcript.isAbbreviated(place),
        transcript.tokens[place - 1].folded.utf8.count > 2 || transcript.is(place - 1, ")")
      {
        return true
      }
      let next = transcript.is(place, "a") ? place + 1..<place + 4 : place..<place
      return next.contains { OperativeVerbs.contains(transcript.tokens[$0].folded) }
        || transcript.is(place, "termin") && transcript.is(place - 1, ",")
    } ?? tokens.upperBound
  }

  /// Whether what somebody is entrusted with is an office for the meeting itself.
  func isOffice(_ text: Range<Int>) -> Bool {
    let first = transcript.tokens[text.lowerBound].folded
    if first.hasPrefix("veden") {
      return text.prefix(4).contains { place in
        let word = transcript.tokens[place].folded
        return ["schuz", "jednani", "zasedani", "zapis"].contains(where: word.hasPrefix)
      }
    }
    return Self.offices.contains(where: first.hasPrefix)
  }

  private func due(in tokens: Range<Int>) -> Fact<CalendarPeriod>? {
    let sentence = TaskSentence(transcript: transcript, held: held)
    if let due = sentence.due(in: tokens) { return due }
    guard let term = tokens.first(where: { transcript.is($0, "termin") || transcript.is($0, "t") })
    else { return nil }
    let window = term..<min(term + 9, tokens.upperBound + 1)
    for date in DateScanner(tokens: transcript.tokens[window]).dates() {
      guard let period = sentence.period(of: date) else { continue }
      return Fact(period, transcript.range(term..<date.tokens.upperBound))
    }
    return nil
  }
}
