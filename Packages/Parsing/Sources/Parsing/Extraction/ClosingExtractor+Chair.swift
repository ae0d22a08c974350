import Domain

extension ClosingExtractor {
  /// A name in the last lines with the office after it or under it.
  func signature() -> Fact<PersonName>? {
    if let presiding = columns("predsedaj") { return presiding }
    let parser = NameParser(transcript: transcript)
    for line in transcript.lines.suffix(14) {
      let first = line.tokens.lowerBound
      guard let person = parser.person(at: first, limit: transcript.tokens.count),
        person.wordCount > 1 || person.isCertain
      else { continue }
      let after =
        (person.tokens.upperBound..<min(person.tokens.upperBound + 3, transcript.tokens.count))
      if after.contains(where: { isChair(transcript.tokens[$0]) }) {
        return resolved(person)
      }
    }
    return columns("predsed")
  }

  private func isChair(_ token: Token) -> Bool { token.folded.hasPrefix("predsed") }

  /// Names beside each other, and their offices beside each other in the line under or over them.
  func columns(_ office: String) -> Fact<PersonName>? {
    let first = max(0, transcript.lines.count - 14)
    for line in first..<max(first, transcript.lines.count - 1) {
      let upper = cells(line)
      let lower = cells(line + 1)
      guard upper.count == lower.count, upper.count > 1 else { continue }
      for (above, below) in zip(upper, lower) {
        for (words, name) in [(below, above), (above, below)]
        where words.contains(where: { transcript.tokens[$0].folded.hasPrefix(office) }) {
          let parser = NameParser(transcript: transcript)
          if let person = parser.person(at: name.lowerBound, limit: name.upperBound),
            person.wordCount > 1 || person.isCertain
          {
            return resolved(person)
          }
        }
      }
    }
    return nil
  }

  /// The parts of a line between wide gaps.
  private func cells(_ line: Int) -> [Range<Int>] {
    let tokens = transcript.lines[line].tokens
    let starts = tokens.filter { $0 == tokens.lowerBound || transcript.tokens[$0].gap == .wide }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : tokens.upperBound)
    }
  }

  /// `Předsedkyně komise Mgr. Nová zahájila`.
  func mentioned() -> Fact<PersonName>? {
    let parser = NameParser(transcript: transcript)
    for place in transcript.places(of: Self.heads) {
      for next in place + 1..<min(place + 3, max(transcript.tokens.count, place + 1)) {
        guard next < transcript.tokens.count, transcript.tokens[next].gap != .line else { break }
        if let person = parser.person(at: next, limit: transcript.tokens.count), person.isCertain,
          person.role == nil
        {
          return resolved(person)
        }
        if transcript.tokens[next].kind != .word { break }
      }
    }
    return nil
  }

  private static let heads: WordSet = [
    "predseda", "predsedkyne", "predsedajici", "predsedajicim",
  ]
  private static let openings: WordSet = [
    "zahajil", "zahajila", "ridil", "ridila", "predsedal", "predsedala",
    "vedl", "vedla", "privital", "privitala",
  ]
  private static let meetings = ["jednani", "zasedani", "schuz", "setkani", "porad", "shromazdeni"]
  private static let mostOpeningTokens = 900

  /// `Doc. Nový zahájil zasedání`, `Schůzi zahájil v 17:05 předseda P. Nový`.
  func opened() -> Fact<PersonName>? {
    for place in transcript.places(of: Self.openings)
    where place < Self.mostOpeningTokens && isAboutMeeting(place) {
      if let person = person(before: place) ?? person(after: place) { return resolved(person) }
    }
    return nil
  }

  private static let opened: WordSet = ["zahajeno", "zahajena", "zahajen"]
  private static let chairs = ["starost", "predsed", "primator", "mistostarost", "mistopredsed"]

  /// `Zasedání bylo zahájeno v 18 hodin starostou obce Janem Novým`: who opened it stands in the
  /// instrumental.
  func openedBy() -> Fact<PersonName>? {
    for place in transcript.places(of: Self.opened)
    where place < Self.mostOpeningTokens && isAboutMeeting(place, back: 24) {
      let line = transcript.lines[transcript.line(of: place)].tokens
      let office = (place + 1..<place + 12).clamped(to: line).first { index in
        let word = transcript.tokens[index].folded
        return word.hasSuffix("ou") || word.hasSuffix("kyni")
          ? Self.chairs.contains(where: word.hasPrefix) : false
      }
      guard let office else { continue }
      let run = PeopleRun(transcript: transcript, isAccusative: false)
      guard let start = run.start(after: office, limit: line.upperBound),
        let person = run.people(from: start, limit: line.upperBound).first
      else { continue }
      var nominative = person
      if !person.isTurned {
        let name = person.name.name
        nominative.name.name = Nominative.person(
          name, isWoman: name.hasSuffix("ovou") || name.hasSuffix("kou"),
          isKnown: transcript.names)
      }
      return resolved(nominative)
    }
    return nil
  }

  private func isAboutMeeting(_ verb: Int, back: Int = 8) -> Bool {
    transcript.tokens[max(0, verb - back)..<min(verb + 8, transcript.tokens.count)].contains {
      token in
      Self.meetings.contains { token.folded.hasPrefix($0) }
    }
  }

  /// The subject ends right before the verb, perhaps with a comma.
  private func person(before verb: Int) -> WrittenPerson? {
    let parser = NameParser(transcript: transcript)
    for start in max(0, verb - 8)..<verb {
      guard let person = parser.person(at: start, limit: verb), person.isCertain,
        !isAbbreviation(person)
      else { continue }
      let gap = person.tokens.upperBound..<verb
      if gap.allSatisfy({ transcript.is($0, ",") || transcript.is($0, "pak") }), gap.count < 2 {
        return person
      }
    }
    return nil
  }

  /// `Koordinátorka KPSS přivítala`: capitals behind a role are what somebody works for.
  private func isAbbreviation(_ person: WrittenPerson) -> Bool {
    person.wordCount == 1 && transcript.tokens[person.tokens.upperBound - 1].isUppercase
  }

  private func person(after verb: Int) -> WrittenPerson? {
    let parser = NameParser(transcript: transcript)
    for start in verb + 1..<verb + 16 {
      // `zahájil v 20.00 hod předseda …`
      let isStop = transcript.is(start, ".") && transcript.tokens[start - 1].kind != .number
      if transcript.tokens[start].gap == .line || isStop && !transcript.isAbbreviated(start) {
        return nil
      }
      guard
        transcript.isRole(start) || transcript.tokens[start].isCapitalized
          || Words.isCourtesy(transcript.tokens[start].folded),
        let person = parser.person(at: start, limit: transcript.tokens.count), person.isCertain
      else { continue }
      return person
    }
    return nil
  }
}
