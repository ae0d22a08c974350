import Domain

/// Who was entrusted with the minutes, or is to write them, as a sentence of the text tells.
extension ClosingExtractor {
  static let recording: WordSet = [
    "zpracovanim", "porizenim", "vyhotovenim", "sepsanim", "provedenim",
  ]
  private static let promises: WordSet = [
    "provede", "provedou", "vypracuje", "vyhotovi", "zpracuje", "poridi", "sepise",
  ]

  /// `Zápis z jednání vypracuje paní Jana Nová`.
  func promised() -> Fact<PersonName>? {
    for verb in transcript.places(of: Self.promises) {
      let line = transcript.lines[transcript.line(of: verb)].tokens
      guard (verb - 8..<verb).clamped(to: line).contains(where: { transcript.is($0, "zapis") })
      else { continue }
      let run = PeopleRun(transcript: transcript, isAccusative: false)
      guard let start = run.start(after: verb, limit: line.upperBound),
        let person = run.people(from: start, limit: line.upperBound).first, person.isCertain
      else { continue }
      return resolved(person)
    }
    return promising()
  }

  /// `Schůzi řídí paní Nová, která provede i zápis.`
  private func promising() -> Fact<PersonName>? {
    let parser = NameParser(transcript: transcript)
    for verb in transcript.places(of: Self.promises)
    where transcript.is(verb - 2, ",") && transcript.tokens[verb - 1].folded.hasPrefix("kter") {
      guard transcript.first(["zapis"], in: verb + 1..<transcript.lineEnd(of: verb)) != nil else {
        continue
      }
      let end = verb - 2
      let found = (max(0, end - 6)..<end).lazy.compactMap { parser.person(at: $0, limit: end) }
        .first { $0.tokens.upperBound == end && $0.isCertain }
      if let found { return resolved(found) }
    }
    return nil
  }

  /// `Zpracováním zápisu pověřil paní Janu Novou`, `ověřením zápisu byla pověřena Jana Nová`.
  func entrusted(with activity: WordSet) -> Fact<PersonName>? {
    for place in transcript.places(of: "zapisu")
    where activity.contains(transcript.tokens[place - 1].folded) {
      let end = min(transcript.lineEnd(of: place), place + 20)
      guard
        let verb = (place..<end).first(where: { transcript.tokens[$0].folded.hasPrefix("pover") })
      else { continue }
      let isPassive = transcript.tokens[verb].folded.hasPrefix("poveren")
      let run = PeopleRun(transcript: transcript, isAccusative: !isPassive)
      guard let start = run.start(after: verb, limit: end),
        let person = run.people(from: start, limit: end).first
      else { continue }
      return resolved(person)
    }
    return nil
  }

  /// `Zápisem byla pověřena Jana Nová.`.
  func entrusted() -> Fact<PersonName>? {
    for place in transcript.places(of: "zapisem") {
      let end = min(transcript.lineEnd(of: place), place + 12)
      guard
        let verb = (place..<end).first(where: { transcript.tokens[$0].folded.hasPrefix("poveren") })
      else { continue }
      return personAfter(verb + 1, orNickname: false)
    }
    return nil
  }
}
