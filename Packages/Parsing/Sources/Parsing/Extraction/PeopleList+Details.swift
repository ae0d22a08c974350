import Domain

extension PeopleList {
  /// In a list of surnames first, *Jan Ludvík* too has the surname first.
  mutating func turnAmbiguousNames() {
    let turned = people.count(where: \.person.isSurnameFirst)
    guard turned * 2 > people.count else { return }
    for index in people.indices where people[index].person.isAmbiguous {
      let words = people[index].person.name.name.split(separator: " ")
      people[index].person.name.name = words.reversed().joined(separator: " ")
    }
  }

  /// `Beneš st.` and `Beneš ml.` are two: without a given name the age belongs to the name.
  mutating func takeAge(_ listed: inout ListedPerson) {
    guard place < limit, PeopleLine.ages.contains(tokens[place].folded),
      tokens[place].gap != .line
    else { return }
    let hasDot = transcript.is(place + 1, ".") && place + 1 < limit
    if listed.person.wordCount == 1 {
      listed.person.name.name += " " + tokens[place].folded + "."
    } else {
      listed.age = tokens[place].folded + "."
    }
    place += hasDot ? 2 : 1
  }

  /// `zástupce KPRX`: capitals without the vowels of a name are what somebody stands for.
  func isAbbreviationOfRole(_ person: WrittenPerson) -> Bool {
    let name = tokens[person.tokens.upperBound - 1]
    guard person.role != nil, person.wordCount == 1, name.isUppercase else { return false }
    let vowels = name.folded.utf8.count { "aeiouy".utf8.contains($0) }
    return name.folded.utf8.count < 5 || vowels < 2
  }

  /// `Nová ze Svazu měst`, `Malá za Dvořákovou`: what a person comes from and whom one stands in
  /// for begin with a capital.
  func comesFrom(_ place: Int) -> Bool {
    place + 1 < limit && ["z", "ze", "za"].contains(tokens[place].folded)
      && tokens[place].gap != .line && tokens[place + 1].isCapitalized
      && !isCertainPerson(place + 1)
  }

  mutating func takeOrigin(from start: Int) {
    let lineEnd = min(transcript.lineEnd(of: start), limit)
    let end = (start..<lineEnd).first { tokens[$0].kind == .mark } ?? lineEnd
    let isStandIn =
      tokens[start - 1].is("za") && OrganizationName(transcript: transcript).end(from: start) == nil
    if !isStandIn { attach(start..<end, isShared: false) }
    place = end
  }

  /// `sestra Jana Nová`: at most two words before a full name that say who it is.
  mutating func takeDescribed() -> Bool {
    guard tokens[place].kind == .word, !tokens[place].isCapitalized, !people.isEmpty,
      transcript.is(place - 1, ",") || tokens[place].gap == .line,
      let name = (place + 1..<place + 3).first(where: { tokens[$0].isCapitalized }), name < limit,
      let written = parser.person(at: name, limit: limit), written.isCertain,
      written.wordCount > 1, tokens[name].gap != .line
    else { return false }
    var listed = ListedPerson(person: written)
    listed.status = status
    listed.organization = group
    people.append(listed)
    place = written.tokens.upperBound
    return true
  }

  /// `Jan Nový, Statky Lhota, a.s.` in a list with a line for each person: after the full name at
  /// the start of the line stands where the person comes from.
  func isDescribedLine() -> Bool {
    guard transcript.is(place - 1, ","), let last = people.last, last.person.isCertain,
      last.person.wordCount > 1, last.person.tokens.upperBound == place - 1
    else { return false }
    let line = transcript.lines[transcript.line(of: place)].tokens
    let lead = tokens[line.lowerBound].is("•") ? line.lowerBound + 1 : line.lowerBound
    let first = ItemLabel.match(tokens, line: line)?.titleStart ?? lead
    guard last.person.tokens.lowerBound == first, tokens[line.lowerBound].gap == .line else {
      return false
    }
    let others = people.dropLast().suffix(1).first.map { other in
      transcript.line(of: other.person.tokens.lowerBound) < transcript.line(of: place)
    }
    let hasBelow = isCertainPerson(
      line.upperBound < limit
        ? ItemLabel.match(
          tokens, line: transcript.lines[transcript.line(of: line.upperBound)].tokens)?
          .titleStart ?? line.upperBound : limit)
    return others ?? hasBelow
  }

  /// `Jana Nová, Bc.` at the end of a line: a title that belongs before the name.
  mutating func takeLateTitle() -> Bool {
    let last = people[people.count - 1].person.tokens.lowerBound
    guard tokens[place - 1].is(","), tokens[place].gap != .line, tokens[last].gap == .line,
      let title = Titles.czech.match(tokens[..<limit], at: place), !title.isAfter,
      title.end >= limit || tokens[title.end].gap == .line
    else { return false }
    people[people.count - 1].person.name.titlesBefore.append(title.title)
    place = title.end
    return true
  }

  /// `…, Aleksandra Nová, členka rady`: two capitals and a role behind a comma are a person.
  func isNameWithRole(_ start: Int) -> Bool {
    guard tokens[start].isCapitalized, tokens[start].gap == .space,
      let person = parser.person(at: start, limit: limit), person.wordCount == 2
    else { return false }
    let end = person.tokens.upperBound
    return transcript.is(end, ",") && transcript.isRole(end + 1) && !tokens[end + 1].isCapitalized
  }

  /// `Obec Lhota (Jan Nový), Spolek Naděje (Eva Malá)`: the brackets name who came for it.
  mutating func takeOrganizationWithPerson() -> Bool {
    let window = place..<min(transcript.lineEnd(of: place), limit, place + 12)
    guard !isCertainPerson(place), tokens[place - 1].kind == .mark || tokens[place].gap == .line,
      let open = window.first(where: { [",", ";", "(", ":"].contains(tokens[$0].folded) }),
      tokens[open].is("("), open > place,
      let person = parser.person(at: open + 1, limit: limit), person.isCertain,
      person.wordCount > 1, transcript.is(person.tokens.upperBound, ")")
    else { return false }
    var listed = ListedPerson(person: person, status: status)
    listed.organization = transcript.fact(place..<open)
    people.append(listed)
    place = person.tokens.upperBound + 1
    return true
  }

  /// `Jan Nový / Charita Lhota`.
  func isSlashAfterPerson() -> Bool {
    tokens[place].is("/") && tokens[place].gap != .none && tokens[place + 1].gap == .space
      && people.last?.person.tokens.upperBound == place && !isCertainPerson(place + 1)
  }

  /// `zástupci` of somebody; `Studentská komora` begins with an adjective.
  func isRoleNoun(_ place: Int) -> Bool {
    transcript.isRole(place) && !tokens[place].folded.hasSuffix("ska")
  }

  /// `za zřizovatele`, `zástupci rodičů`: whom somebody stands for is no organisation.
  func arePeople(_ words: Range<Int>) -> Bool {
    !words.contains { tokens[$0].isCapitalized }
      && words.contains { place in Self.represented.contains { tokens[place].folded.hasPrefix($0) }
      }
  }

  private static let represented = [
    "zrizovatel", "pedagog", "rodic", "zakonn", "ucitel", "zak", "student", "zamestnan", "vlastnik",
    "koordinator", "akademick", "verejnost",
  ]

  /// Whether the list ended above a line: with *nikdo*, or since the line names who records.
  func isClosed(before line: Range<Int>) -> Bool {
    if people.isEmpty, Self.nobody.contains(tokens[line.lowerBound - 1].folded) { return true }
    return !isCertainPerson(line.lowerBound)
      && line.contains { place in
        ["zapisovatel", "overovatel"].contains(where: tokens[place].folded.hasPrefix)
          && (transcript.is(place + 1, ":") || isCertainPerson(place))
      }
  }

  static let nobody: WordSet = [
    "nikdo", "nebyl", "nebyli", "zadny", "zadni", "bez", "dale", "sekce",
  ]
}
