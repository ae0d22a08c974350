import Domain

/// Words between the names that say who was there and who was not.
extension PeopleList {
  /// `…, omluven: Karel Vrba, hosté: Ota Lán` in the same line.
  mutating func takeInlineLabel() -> Bool {
    guard transcript.is(place + 1, ":"), [",", ".", ";"].contains(tokens[place - 1].folded),
      let kind = Labels.czech.people(tokens[place].folded)
    else { return false }
    status = AttendanceStatus(kind)
    group = nil
    place += 2
    return true
  }

  /// `…; chybí Jan, Petr` and, at the end of a line, `Jan Nový, Eva Malá – omluveni`.
  mutating func takeStatus() -> Bool {
    // `Nový, Malá, omluven Karel Vrba`
    if tokens[place - 1].is(","), !people.isEmpty, let one = Self.status(tokens[place].folded),
      tokens[place + 1].gap == .space,
      tokens[place + 1].isCapitalized || Words.isCourtesy(tokens[place + 1].folded)
    {
      status = one
      place += 1
      return true
    }
    guard let found = Self.pluralStatus(tokens[place].folded), !people.isEmpty,
      !transcript.is(place + 1, ":"), tokens[place - 1].kind == .mark
    else { return false }
    if place + 1 >= limit || tokens[place + 1].gap == .line {
      apply(found)
    } else {
      status = found
    }
    place += 1
    return true
  }

  static func status(_ word: String) -> AttendanceStatus? {
    switch word {
    case "omluven", "omluvena": .excused
    case "nepritomen", "nepritomna": .absent
    default: pluralStatus(word)
    }
  }

  static func pluralStatus(_ word: String) -> AttendanceStatus? {
    switch word {
    case "chybi", "chybeli", "nepritomni", "neomluveni": .absent
    case "omluveni", "omluveny": .excused
    default: nil
    }
  }

  /// Everybody in the line of the last person who has no status of their own.
  mutating func apply(_ status: AttendanceStatus) {
    guard let last = people.last else { return }
    let line = transcript.line(of: last.person.tokens.lowerBound)
    for index in people.indices
    where transcript.line(of: people[index].person.tokens.lowerBound) == line {
      people[index].status = people[index].status ?? status
    }
  }

  /// `Jan Nový omluven`, `Eva Malá se nedostavila`: a status right behind the name.
  mutating func takeStatusOfLast() -> Bool {
    guard let last = people.indices.last, people[last].person.tokens.upperBound == place,
      tokens[place].gap != .line, !tokens[place].isCapitalized
    else { return false }
    let start = tokens[place].is("se") || tokens[place].is("nebyl") ? place + 1 : place
    let word = tokens[start].folded
    guard let found = word.hasPrefix("nedostavil") ? .absent : Self.status(word),
      !transcript.is(start + 1, ":"),
      start + 1 >= limit || tokens[start + 1].kind == .mark || tokens[start + 1].gap == .line
    else { return false }
    people[last].status = found
    place = start + 1
    return true
  }

  /// `…, třídu zastupovala Eva Malá`: who came in somebody's place was there.
  mutating func takeSubstitute() -> Bool {
    guard !people.isEmpty, transcript.is(place - 1, ","),
      let verb = (place..<place + 3).first(where: { index in
        ["zastupoval", "zastupuje", "zastoupen"].contains(
          where: tokens[index].folded.hasPrefix)
      }),
      let person = parser.person(at: verb + 1, limit: limit), person.isCertain,
      person.tokens.lowerBound - verb < 3
    else { return false }
    people.append(ListedPerson(person: person))
    place = person.tokens.upperBound
    return true
  }

  /// `Jan Nový P`, `Eva Malá O`: the initial of a status at the end of the line.
  mutating func takeLetter() -> Bool {
    guard let last = people.indices.last, people[last].person.tokens.upperBound == place,
      tokens[place].isCapitalized, tokens[place].gap != .line, tokens[place + 1].gap == .line,
      let letter = Self.letters[tokens[place].folded]
    else { return false }
    people[last].status = letter
    place += 1
    return true
  }

  static let letters: [String: AttendanceStatus] = [
    "p": .present, "o": .excused, "n": .absent,
  ]

  /// `Nový, Malá (omluveni: Jasan, Buk)`: brackets that name whoever was missing.
  mutating func takeStatusInBrackets(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let found = Self.status(tokens[first].folded) else {
      return false
    }
    let start =
      transcript.is(first + 1, ":") || transcript.is(first + 1, "-") ? first + 2 : first + 1
    guard start < words.upperBound,
      tokens[start].isCapitalized || Words.isCourtesy(tokens[start].folded)
        || Titles.czech.opens(tokens[start].folded)
    else { return false }
    let missing = PeopleList(transcript, in: start..<words.upperBound).people
    people += missing.map { $0.status == nil ? $0.with(found) : $0 }
    return !missing.isEmpty
  }

  /// `Nepřítomen: –` names nobody, and the line below is no list of such people.
  func isEmptyLabel(_ first: Int, below place: Int) -> Bool {
    people.isEmpty && tokens[first].gap != .line && !isCertainPerson(place)
      && (first..<place).allSatisfy { index in
        ["-", "/", "x", "0", "_"].contains(tokens[index].folded)
      }
  }
}
