import Domain

/// The clause of a sentence that was voted on.
extension VoteSubject {
  /// `Volba zapisovatele – zapisovatelem byl zvolen Jan Nový`: the decision behind the item's name.
  func behindDash(_ tokens: Range<Int>) -> Range<Int> {
    guard
      let dash = tokens.last(where: {
        transcript.is($0, "-") && transcript.tokens[$0].gap == .space
          && transcript.tokens[$0 + 1].gap == .space
      }), tokens.upperBound - dash > 3, dash - tokens.lowerBound > 1
    else { return tokens }
    let rest = dash + 1..<tokens.upperBound
    let isDecided = rest.contains { place in
      ["zvolen", "schval", "prijat", "urcen"].contains(
        where: transcript.tokens[place].folded.hasPrefix)
    }
    return isDecided ? rest : tokens
  }

  /// Of a long sentence the last clause, when it says that something was decided.
  func lastClause(of tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > 14, let comma = tokens.last(where: { transcript.is($0, ",") }) else {
      return tokens
    }
    let clause = comma + 1..<tokens.upperBound
    let isDecided = clause.contains { place in
      ["schval", "prijat", "zamitn"].contains(where: transcript.tokens[place].folded.hasPrefix)
    }
    let isRelative = transcript.tokens[comma + 1].folded.hasPrefix("kter")
    return isDecided && !isRelative && (2...6).contains(clause.count) ? clause : tokens
  }

  /// The first clause: from the operative verb, or from what it imposes, to a comma, a bracket or
  /// *a*.
  func shortened(_ tokens: Range<Int>) -> Range<Int> {
    let tokens = behindAgreement(tokens)
    var start = behindProposer(tokens)
    if let vote = tokens.first(where: { isVoteOn($0) }) {
      start = vote
    } else if let put = tokens.first(where: { isPutToVote($0) }), tokens.upperBound - put > 2 {
      start = put + 2
    } else if let verb = tokens.first(where: { isOperative($0) }), tokens.upperBound - verb > 2 {
      start = transcript.is(verb + 1, ":") ? verb + 2 : imposed(verb, tokens.upperBound) ?? verb
      while start < tokens.upperBound, transcript.tokens[start].kind == .mark { start += 1 }
      start = behindNotice(start, tokens.upperBound)
    }
    let end = (start..<tokens.upperBound).first { ends($0, start..<tokens.upperBound) }
    return transcript.trimmed(start..<(end.map { withoutHanging(start..<$0) } ?? tokens.upperBound))
  }

  /// `předložit vyúčtování do 30. 6.` without the words that belong to the date.
  private func withoutHanging(_ tokens: Range<Int>) -> Int {
    let last = tokens.last { !Self.hanging.contains(transcript.tokens[$0].folded) }
    return last.map { $0 + 1 } ?? tokens.upperBound
  }

  private static let hanging: WordSet = ["do", "od", "dne", "ke", "ze", "nejpozdeji", "termin"]

  /// `Návrh (Nový): odložit volbu` and `Nový navrhl odložení volby` are about the postponement.
  private func behindProposer(_ tokens: Range<Int>) -> Int {
    let verb = tokens.prefix(6).first { place in
      isProposal(place)
    }
    if let verb, tokens.upperBound - verb > 2, transcript.tokens[verb + 1].kind == .word {
      return verb + 1
    }
    // `Na návrh předsedy byl zvolen …`
    if let first = tokens.first, transcript.is(first, "na"), transcript.is(first + 1, "navrh"),
      let verb = tokens.prefix(8).first(where: {
        Self.auxiliaries.contains(transcript.tokens[$0].folded)
      }),
      tokens.upperBound - verb > 2
    {
      return verb
    }
    guard let first = tokens.first, transcript.is(first, "navrh"), transcript.is(first + 1, "("),
      let colon = tokens.prefix(9).first(where: { transcript.is($0, ":") }),
      tokens.upperBound - colon > 2
    else { return tokens.lowerBound }
    return colon + 1
  }

  private static let auxiliaries: WordSet = ["byl", "byla", "bylo", "byli", "byly"]

  /// `bere na vědomí a schvaluje zprávu`: what was taken note of is what was approved.
  private func behindNotice(_ verb: Int, _ limit: Int) -> Int {
    guard transcript.is(verb, "bere"), transcript.is(verb + 2, "vedomi"),
      transcript.is(verb + 3, "a"), verb + 6 < limit, isOperative(verb + 4)
    else { return verb }
    return verb + 4
  }

  /// `hlasováním o programu`.
  func isVoteOn(_ place: Int) -> Bool {
    (transcript.tokens[place].folded.hasPrefix("hlasovani") || transcript.is(place, "hlasovano"))
      && ["o", "k", "ke"].contains(transcript.tokens[place + 1].folded)
  }

  /// `směrnici, která …`
  func opensRelative(_ comma: Int) -> Bool {
    transcript.is(comma, ",") && transcript.tokens[comma + 1].folded.hasPrefix("kter")
  }

  /// `Příspěvek se stanovuje na 1000 Kč`, `Z předpisu se vypouští odstavec:` names what a proposal
  /// changes; the words that it puts in or leaves out stand around it.
  func changesText(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().contains { place in
      transcript.is(place - 1, "se") && Self.changes.contains(transcript.tokens[place].folded)
    }
  }

  private static let changes: WordSet = [
    "stanovuje", "stanovi", "vypousti", "doplnuje", "nahrazuje", "rusi", "zvysuje", "snizuje",
    "vklada",
  ]

  /// `Starosta nechal hlasovat o návrhu rozpočtu`.
  func isPutToVote(_ place: Int) -> Bool {
    transcript.is(place, "hlasovat") && transcript.is(place + 1, "o")
  }

  /// After *ukládá* stands an addressee; where the verb is a line of its own, what is voted on
  /// begins after the addressee.
  func imposed(_ verb: Int, _ limit: Int) -> Int? {
    guard transcript.is(verb, "uklada"),
      transcript.lines[transcript.line(of: verb)].tokens.count == 1
    else { return nil }
    return (verb + 2..<max(verb + 2, min(verb + 12, limit))).first { place in
      let token = transcript.tokens[place]
      return token.is("aby")
        || !token.isCapitalized && TaskExtractor.isInfinitive(token.folded)
    }
  }

  /// `Pro: 17 Proti: 0 Zdrželo se: 0   Statut byl schválen.`: what was decided stands behind the
  /// counts in their line.
  func outcome(behind counts: Range<Int>) -> Range<Int>? {
    let index = transcript.line(of: counts.lowerBound)
    let line = transcript.lines[index].tokens
    guard counts.upperBound < line.upperBound, !isNamed(above: index),
      var start = (counts.upperBound..<line.upperBound).first(where: {
        transcript.tokens[$0].kind == .word && !transcript.is($0, "se")
      }), start - counts.upperBound < 5
    else { return nil }
    if transcript.tokens[start].folded.hasPrefix("hlas") { start += 1 }
    guard transcript.tokens[start].isCapitalized else { return nil }
    let rest = transcript.trimmed(start..<line.upperBound)
    let isDecided = rest.contains { place in
      Self.participles.contains(where: transcript.tokens[place].folded.hasPrefix)
    }
    // `Zápis byl schválen.` tells of what there is one of.
    // `Příští schůze se koná 3. března v klubovně.`
    let isDate = ["pristi", "dalsi"].contains(transcript.tokens[start].folded) && rest.count > 4
    return isDate
      || isDecided && rest.count < 14
        && (isTelling(rest) || transcript.is(start, "zapis"))
      ? rest : nil
  }

  /// `Senát schvaluje rozpočet` or `Hlasování o statutu:` right above says it better.
  private func isNamed(above line: Int) -> Bool {
    let above = lineAbove(line)
    return above >= 0 && transcript.lines[above].tokens.contains { isOperative($0) || isVoteOn($0) }
  }

  /// `Zdržel se: Jan Nový`, `Zvolení členové: Jan Nový, Eva Malá, …`: who voted how, between the
  /// decision and its counts.
  func listsVoters(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    guard
      let colon = tokens.prefix(6).first(where: { transcript.is($0, ":") }),
      colon + 2 < tokens.upperBound, transcript.tokens[colon + 1].kind == .word
    else { return false }
    let isAnswer = ["proti", "zdrz"].contains {
      transcript.tokens[tokens.lowerBound].folded.hasPrefix($0)
    }
    let names = colon + 1..<tokens.upperBound
    let commas = names.count { transcript.is($0, ",") }
    guard isAnswer || commas > 2 else { return false }
    let words = names.filter { transcript.tokens[$0].kind == .word }
    return words.count(where: { transcript.tokens[$0].isCapitalized }) * 5 > words.count * 3
  }
}
