import Domain

/// Subjects that somebody proposed or agreed on before the vote.
extension VoteSubject {
  private static let proposals: WordSet = [
    "navrhl", "navrhla", "navrhuje", "navrhuji", "navrhujeme",
  ]
  private static let agreements: WordSet = [
    "usnesli", "usnesl", "usnesla", "usneslo", "dohodli", "dohodla", "shodli", "shodla",
    "rozhodli", "rozhodl", "rozhodla", "rozhodlo",
  ]
  private static let pointers: WordSet = ["tento", "tato", "toto", "tuto"]
  private static let decisions: WordSet = [
    "schvalila", "schvalil", "schvalilo", "schvalili", "rozhodla", "rozhodl", "rozhodlo",
    "rozhodli", "odsouhlasila", "odsouhlasil", "odsouhlasilo", "odsouhlasili", "zamitla",
    "zamitl", "zamitlo", "zvolila", "zvolil", "zvolilo", "urcil", "urcila", "urcilo", "jmenoval",
    "jmenovala", "jmenovalo", "poveril", "poverila", "poverilo",
  ]
  private static let mostOfShort = 9

  /// `navrhuji`, `navrhl`
  func isProposal(_ place: Int) -> Bool {
    Self.proposals.contains(transcript.tokens[place].folded)
  }

  /// Whether the line right above begins with somebody who proposes what is voted on.
  func isProposed(above place: Int) -> Bool {
    let line = transcript.line(of: place)
    guard line > 0 else { return false }
    let tokens = transcript.lines[line - 1].tokens
    return tokens.prefix(6).contains(where: isProposal) && tokens.count > 4
  }

  /// `Přítomní se usnesli, že vyúčtování schvalují`: what they agreed on.
  func behindAgreement(_ tokens: Range<Int>) -> Range<Int> {
    let verb = tokens.prefix(6).first { Self.agreements.contains(transcript.tokens[$0].folded) }
    guard let verb,
      let that = (verb + 1..<verb + 6).clamped(to: tokens).first(where: {
        transcript.is($0, "ze") && transcript.is($0 - 1, ",")
      }), tokens.upperBound - that > 2
    else { return tokens }
    return that + 1..<tokens.upperBound
  }

  /// `Nový navrhl, aby …. Tento návrh byl schválen (3 pro)`: the sentence that the vote points at.
  func namedBefore(_ tokens: Range<Int>) -> Range<Int>? {
    guard let first = tokens.first,
      Self.pointers.contains(transcript.tokens[first].folded)
        && transcript.tokens[first + 1].folded.hasPrefix("navrh") || isBareOutcome(tokens),
      first > transcript.lines[transcript.line(of: first)].tokens.lowerBound
    else { return nil }
    let before = sentence(before: first)
    guard let verb = before.first(where: isProposal), isTelling(before) else { return nil }
    var start = verb + 1
    while start < before.upperBound,
      [",", "aby", ":"].contains(transcript.tokens[start].folded)
    {
      start += 1
    }
    return before.upperBound - start > 2 ? start..<before.upperBound : nil
  }

  /// `Návrh byl zamítnut`
  private func isBareOutcome(_ tokens: Range<Int>) -> Bool {
    transcript.is(tokens.lowerBound, "navrh") && tokens.count < 5
      && transcript.is(tokens.lowerBound + 1, "byl")
  }

  /// `Rada schválila 6 hlasy „pro“ rozpočet spolku`: the verb and what stands behind the counts.
  func decided(by before: Range<Int>, after end: Int) -> Fact<String>? {
    guard let verb = before.last, before.count < 6,
      Self.decisions.contains(transcript.tokens[verb].folded)
    else { return nil }
    let line = transcript.lineEnd(of: verb)
    guard
      let start = (end..<max(end, min(end + 4, line))).first(where: {
        transcript.tokens[$0].kind == .word && !transcript.is($0, "pro")
      })
    else { return nil }
    let rest = clause(after: start)
    guard rest.count > 1, isTelling(rest) else { return nil }
    let short = ShortClause(transcript: transcript, mostWords: Self.mostWords).shortened(rest)
    let text = transcript.text(verb..<verb + 1) + " " + transcript.text(short)
    return Fact(text, transcript.range(verb..<short.upperBound), confidence: 0.75)
  }

  /// `Diskuze zahájena v 17:05`, `K bodu se vyjádřili: …`, `Předkladatel: …`: how a point was
  /// treated, and not what was voted on.
  func tellsCourse(_ line: Int) -> Bool {
    let first = transcript.lines[line].tokens.lowerBound
    let word = transcript.tokens[first].folded
    if word.hasPrefix("predkladatel") { return true }
    if word.hasPrefix("diskuz") || word.hasPrefix("diskus") || word.hasPrefix("rozprav") {
      return (first + 1..<first + 3).contains { place in
        ["zahaj", "ukonc", "otevr"].contains(where: transcript.tokens[place].folded.hasPrefix)
      }
    }
    if word == "projednavani" { return transcript.tokens[first + 1].folded.hasPrefix("bod") }
    return word == "k"
      && (first + 1..<first + 6).contains {
        ["vyjadrili", "vyjadril", "vyjadrila"].contains(transcript.tokens[$0].folded)
      }
  }

  /// `Jan Nový, Eva Malá |` alone in a line, and its label `Ověřovatelé: |` above.
  func listsPeople(_ line: Int) -> Bool {
    let tokens = transcript.trimmed(transcript.lines[line].tokens)
    if transcript.lines[line].tokens.upperBound - tokens.upperBound > 1, tokens.count < 5,
      transcript.is(tokens.upperBound, ":"), line + 1 < transcript.lines.count
    {
      let below = transcript.lines[line + 1].tokens
      return below.count == 1 || listsPeople(line + 1)
    }
    return tokens.count > 4 && layout.itemLabels[line] == nil
      && tokens.contains { transcript.is($0, ",") }
      && tokens.allSatisfy { place in
        let token = transcript.tokens[place]
        return token.kind == .word && (token.isCapitalized || token.is("et"))
          || [",", "."].contains(token.folded)
      }
  }

  /// Whether a clause has so few words that its day may stay: `zápis ze dne 4. 5. 2020`.
  func isShort(_ tokens: Range<Int>) -> Bool {
    tokens.count { place in
      transcript.tokens[place].kind == .word
        || transcript.tokens[place].kind == .number && transcript.tokens[place].gap != .none
    } < Self.mostOfShort
  }

  /// `ve výši 300,- Kč`, `1,5 milionu`
  func isInsideAmount(_ comma: Int) -> Bool {
    transcript.tokens[comma - 1].kind == .number && transcript.tokens[comma].gap == .none
      && transcript.tokens[comma + 1].gap == .none
  }
}
