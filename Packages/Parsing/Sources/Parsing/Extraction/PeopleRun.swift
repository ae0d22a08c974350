import Domain

/// People who follow each other in a sentence: `Jan Nový, Eva Malá a Petr Šťastný`.
struct PeopleRun {
  /// The text.
  let transcript: Transcript
  /// Whether a word before them puts them into another case: `určil Jana Nového a Evu Malou`,
  /// `kromě Evy Malé`.
  let isAccusative: Bool

  private static let most = 60
  private static let connectives: WordSet = [",", ";", "a", "i"]

  /// Returns the people from a token on, up to the first word that is none of them.
  func people(from start: Int, limit: Int) -> [WrittenPerson] {
    let parser = NameParser(transcript: transcript)
    var found: [WrittenPerson] = []
    var place = start
    while found.count < Self.most, place < limit,
      var person = parser.person(at: place, limit: limit),
      person.tokens.lowerBound - place < 4,
      person.isCertain || person.wordCount > 1 || found.count > 1 && isAlone(person),
      person.name.name.last != "."
    {
      if isAccusative, !person.isTurned { person.name.name = nominative(person.name.name) }
      found.append(person)
      place = afterRemark(person.tokens.upperBound, limit: limit)
      let end = place
      while place < limit, Self.connectives.contains(transcript.tokens[place].folded) {
        place += 1
      }
      if place == end { break }
    }
    return found
  }

  /// `Jan Nový (dále jen „JN“)`: brackets after a name do not end the run.
  private func afterRemark(_ place: Int, limit: Int) -> Int {
    guard transcript.is(place, "("),
      let close = (place..<min(place + 12, limit)).first(where: { transcript.is($0, ")") }),
      Self.connectives.contains(transcript.tokens[close + 1].folded)
    else { return place }
    return close + 1
  }

  /// A surname alone goes on with a list of people, when a mark follows it.
  private func isAlone(_ person: WrittenPerson) -> Bool {
    let next = transcript.tokens[person.tokens.upperBound]
    return next.is(",") || next.is(".") || next.gap == .line
  }

  /// Where the people begin who follow a verb: past a colon and a few words in small letters.
  func start(after verb: Int, limit: Int) -> Int? {
    for place in verb + 1..<max(verb + 1, min(verb + 7, limit)) {
      let token = transcript.tokens[place]
      if token.isCapitalized || Words.isCourtesy(token.folded)
        || Titles.czech.match(transcript.tokens[..<limit], at: place) != nil
      {
        return place
      }
      let isApposition =
        token.is(",") && Words.isCourtesy(transcript.tokens[place + 1].folded)
      guard token.kind == .word || token.is(":") || token.is("-") || isApposition else {
        return nil
      }
    }
    return nil
  }

  /// `Marcelu Tomanovou` to `Marcela Tomanová`, `Miroslava Mouchu` to `Miroslav Moucha`: a woman's
  /// surname ends with *ou* in the accusative and with *é* in the genitive.
  private func nominative(_ name: String) -> String {
    Nominative.person(
      name, isWoman: name.hasSuffix("ou") || name.hasSuffix("é"), isKnown: transcript.names)
  }
}
