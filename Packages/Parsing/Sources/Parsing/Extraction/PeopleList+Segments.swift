import Domain

/// Lists whose people stand behind what they come from: an organisation or a class of a school.
extension PeopleList {
  private static let mostAhead = 16

  /// `Rakovník o.p.s., Jan Nový; Charita Lhota, Eva Malá a Petr Vrba`: in a list split by
  /// semicolons each part may begin with the organisation of its people.
  mutating func takeOrganizationAhead() -> Bool {
    guard opensSegment(place), let name = personOfSegment(from: place) else { return false }
    var first = name - 1
    // The element right before the people; a legal form behind a comma belongs to it.
    while first > place,
      !tokens[first - 1].is(",") || LegalForms.czech.match(tokens, at: first) != nil
    {
      first -= 1
    }
    group = transcript.fact(transcript.trimmed(first..<name, marks: [","]))
    isGroupOfSegment = true
    place = name
    return true
  }

  private func opensSegment(_ place: Int) -> Bool {
    transcript.is(place - 1, ";") || people.isEmpty && isSegmented(from: place)
  }

  /// Where the people of a part begin behind other words, if at least two words, a number or
  /// capitals tell that these are no surname.
  private func personOfSegment(from start: Int) -> Int? {
    guard tokens[start].isCapitalized, !isCertainPerson(start), !transcript.isRole(start) else {
      return nil
    }
    let window = start..<min(limit, start + Self.mostAhead)
    let end = window.first { tokens[$0].is(";") } ?? window.upperBound
    guard
      let comma = (start..<end).first(where: { tokens[$0].is(",") && isCertainPerson($0 + 1) })
    else { return nil }
    let isName = comma - start == 1 && !tokens[start].isUppercase
    return isName ? nil : comma + 1
  }

  /// Whether semicolons split what follows into parts, most of which hold people.
  private func isSegmented(from start: Int) -> Bool {
    let window = start..<min(limit, start + 60)
    return window.count { tokens[$0].is(";") } > 1
  }

  /// Whether a line of the list has people in most of its parts between semicolons.
  func listsSegments(_ line: Range<Int>) -> Bool {
    var parts = 0
    var withPeople = 0
    var start = line.lowerBound
    for place in line.lowerBound...line.upperBound
    where place == line.upperBound || tokens[place].is(";") {
      parts += 1
      let hasPerson = (start..<place).contains { token in
        (token == start || tokens[token - 1].is(",")) && isCertainPerson(token)
      }
      withPeople += hasPerson ? 1 : 0
      start = place + 1
    }
    return parts > 2 && withPeople * 3 > parts * 2
  }

  /// An organisation alone in the first line of a list, with its people in the next one.
  func isOrganizationAbove(_ line: Range<Int>) -> Bool {
    guard let last = line.last, tokens[last].is(","), line.upperBound < limit,
      let person = parser.person(at: line.upperBound, limit: limit),
      person.isCertain || person.wordCount > 1
    else { return false }
    return line.contains { LegalForms.czech.match(tokens, at: $0) != nil }
  }

  /// `2.A – paní Malá`, `3. B: Jan Nový`: the class whose parents or pupils somebody speaks for.
  func classEnd(_ line: Range<Int>) -> Int? {
    guard let first = line.first, tokens[first].kind == .number,
      tokens[first].folded.utf8.count == 1,
      line.count > 4
    else { return nil }
    var place = first + 1
    if tokens[place].is(".") { place += 1 }
    guard tokens[place].kind == .word, tokens[place].isCapitalized,
      tokens[place].folded.utf8.count == 1,
      tokens[place + 1].is("-") || tokens[place + 1].is(":")
    else { return nil }
    return place + 2
  }

  /// Goes to the person of a class, or past a class that has none.
  mutating func takeClass() -> Bool {
    guard tokens[place].gap == .line else { return false }
    let line = transcript.lines[transcript.line(of: place)].tokens
    guard let start = classEnd(line) else { return false }
    let hasVerb = (start..<line.upperBound).contains { tokens[$0].is("bude") }
    place = !hasVerb && isCertainPerson(start) ? start : min(line.upperBound, limit)
    return true
  }

  /// `Jan Nový Kontrola usnesení nebyla provedena.`: without a comma a sentence ends the list.
  func isSentence(_ words: Range<Int>) -> Bool {
    guard let first = words.first, words.count > 5, !people.isEmpty, tokens[first].isCapitalized,
      tokens[first - 1].kind == .word || tokens[first - 1].is(".")
    else { return false }
    return words.contains { place in
      let word = tokens[place].folded
      return PeopleLine.isPastVerb(word) || PeopleLine.auxiliaries.contains(word)
        || word.hasPrefix("neby")
    }
  }

  /// `Novák–Vlk`, as scouts write their names: behind a dash that is no hyphen stands the nickname.
  mutating func cutNicknames() {
    for index in people.indices {
      let range = people[index].person.tokens
      guard let dash = range.first(where: { isNicknameDash($0) }), dash > range.lowerBound,
        isScoutList, let cut = people[index].person.name.name.firstIndex(of: "-")
      else { continue }
      people[index].person.name.name = String(people[index].person.name.name[..<cut])
    }
  }

  /// A double surname has a hyphen, which is one byte.
  private func isNicknameDash(_ place: Int) -> Bool {
    tokens[place].is("-") && tokens[place].gap == .none && tokens[place].range.count == 3
      && tokens[place + 1].gap == .none && tokens[place + 1].isCapitalized
  }

  /// Three such names at the beginning of the text are no slip.
  private var isScoutList: Bool {
    tokens.indices.prefix(Self.mostHeadTokens).lazy.filter { isNicknameDash($0) }.prefix(3).count
      == 3
  }

  private static let mostHeadTokens = 400

  /// In a list of surnames two of them without a comma between them are two people: at the end of
  /// a line, or a man's and a woman's.
  mutating func splitSurnames() {
    let single = people.count { $0.person.wordCount == 1 && !$0.person.isCertain }
    guard single > 3, single * 2 > people.count else { return }
    for index in people.indices.reversed() {
      let person = people[index].person
      guard person.wordCount == 2, !person.isCertain, person.name.titlesAfter.isEmpty,
        person.tokens.count == 2
      else { continue }
      let second = person.tokens.upperBound - 1
      let words = [person.tokens.lowerBound, second].map { transcript.text($0..<$0 + 1) }
      guard tokens[second].gap == .line || words[0].hasSuffix("á") != words[1].hasSuffix("á") else {
        continue
      }
      people[index] = surname(words[0], at: person.tokens.lowerBound, like: people[index])
      people.insert(surname(words[1], at: second, like: people[index]), at: index + 1)
    }
  }

  private func surname(_ word: String, at place: Int, like other: ListedPerson) -> ListedPerson {
    var listed = other
    listed.person.name = PersonName(word)
    listed.person.tokens = place..<place + 1
    listed.person.wordCount = 1
    return listed
  }

  /// `Jan Nový, 600 100 200 ne`: behind numbers an answer ends the line of a person.
  mutating func takeAnswer() -> Bool {
    guard let last = people.indices.last, tokens[place].gap != .line,
      let answer = Self.answers[tokens[place].folded],
      place + 1 >= limit || tokens[place + 1].gap == .line || tokens[place + 1].is("("),
      people[last].person.tokens.upperBound < place,
      (people[last].person.tokens.upperBound..<place).contains(where: { tokens[$0].kind == .number }
      ),
      transcript.line(of: people[last].person.tokens.lowerBound) == transcript.line(of: place)
    else { return false }
    people[last].status = answer
    place += 1
    return true
  }

  private static let answers: [String: AttendanceStatus] = [
    "ano": .present, "ne": .absent, "omluven": .excused, "omluvena": .excused,
    "pritomen": .present, "pritomna": .present, "nepritomen": .absent, "nepritomna": .absent,
  ]
}
