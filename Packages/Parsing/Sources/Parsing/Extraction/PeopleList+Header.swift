import Domain

/// Words with a colon or a dash that name the group of the people after them.
extension PeopleList {
  /// `Za výbor:`, `KŠ:`, `zástupci nemocnice:` name the group of the people who follow.
  mutating func takeHeader() -> Bool {
    let end = min(transcript.lineEnd(of: place), limit)
    guard let colon = (place..<end).prefix(14).first(where: { tokens[$0].is(":") }) else {
      return takeOrganizationBefore()
    }
    var start = tokens[place].is("za") || isRoleNoun(place) ? place + 1 : place
    // `za správce objektu Dům`, `za společnost Dům`: what the group does is no part of its name.
    if start > place, Self.companies.contains(where: tokens[start].folded.hasPrefix) { start += 1 }
    let words = transcript.trimmed(start..<colon)
    // `členové komise:` are those of the body that meets.
    let isBody =
      !tokens[place].is("za") && words.count == 1
      && Bodies.czech.isHead(tokens[words.lowerBound].folded)
    group =
      start > place && !words.isEmpty && !isBody && !arePeople(words)
      ? transcript.fact(organization(in: words)) : nil
    place = colon + 1
    isGroupOfLine = place < end
    return true
  }

  private static let companies = ["spolecnost", "firm", "organizac"]
  /// `správce objektu Dům, s.r.o.` names the company after the words that describe it.
  private func organization(in words: Range<Int>) -> Range<Int> {
    let hasForm = words.contains { LegalForms.czech.match(tokens, at: $0) != nil }
    guard hasForm, let first = words.first(where: { tokens[$0].isCapitalized }) else {
      return words
    }
    return first..<min(words.upperBound + 1, limit)
  }

  /// `za organizaci Pomoc Jan Novák`.
  private mutating func takeOrganizationBefore() -> Bool {
    guard tokens[place].is("za") else { return false }
    let end = min(transcript.lineEnd(of: place), limit)
    var name = place + 1
    while name < end, !isCertainPerson(name) { name += 1 }
    guard name < end, name > place + 1 else { return false }
    let start = tokens[place + 1].folded.hasPrefix("organizac") ? place + 2 : place + 1
    group = start < name ? transcript.fact(start..<name) : nil
    place = name
    return true
  }

  /// `za zřizovatele – Jan Nový`: only words with a capital name an organisation.
  mutating func takeGroup() -> Bool {
    let line = place..<min(transcript.lineEnd(of: place), limit)
    let lines = PeopleLine(transcript: transcript, limit: limit)
    guard let start = lines.peopleOfGroup(line) else { return false }
    let hasPreposition = ["za", "z", "ze"].contains(tokens[place].folded)
    let words = (hasPreposition ? place + 1 : place)..<start - 1
    group = words.contains { tokens[$0].isCapitalized } ? transcript.fact(words) : nil
    place = start
    isGroupOfLine = true
    return true
  }

  /// One word, brackets and a noun with a colon at the start of a line are no surname.
  func opensHeader(_ person: WrittenPerson) -> Bool {
    let end = person.tokens.upperBound
    guard person.wordCount == 1, !person.isCertain, tokens[place].gap == .line, end < limit,
      tokens[end].is("("),
      let close = (end..<min(end + 6, limit)).first(where: { tokens[$0].is(")") })
    else { return false }
    return tokens[close + 1].kind == .word && transcript.is(close + 2, ":")
  }

  /// Whether a label that the vocabulary does not know opens this line under a list of one line.
  func isHeaderBelow(_ first: Int) -> Bool {
    guard tokens[place].gap == .line, tokens[first].gap != .line, place > first,
      tokens[place].isCapitalized
        || transcript.lines[transcript.line(of: place)].hasBlankAbove,
      !isCertainPerson(place), !transcript.is(place - 1, ",")
    else { return false }
    let line = transcript.lines[transcript.line(of: place)].tokens.prefix(6)
    guard let colon = line.first(where: { tokens[$0].kind == .mark }) else { return false }
    let isTold = transcript.lines[transcript.line(of: place)].hasBlankAbove && colon - place > 2
    return tokens[colon].is(":")
      && (isCertainPerson(colon + 1) || isTold && tokens[colon + 1].isCapitalized)
  }

  /// `Zvolení členové VR:`: a word before a role and a colon is no surname.
  func opensRoleHeader(_ role: Int) -> Bool {
    guard transcript.isRole(role), tokens[role].gap != .line else { return false }
    let rest = (role + 1..<min(role + 5, transcript.lineEnd(of: role))).drop { place in
      tokens[place].kind == .word
    }
    return rest.first.map { tokens[$0].is(":") } ?? false
  }

  /// Among people with full names, each in a line of one's own, a word alone heads a group.
  mutating func removeHeadings() {
    let headings = people.indices.filter { index in
      let person = people[index].person
      return !person.isCertain && person.wordCount == 1 && people[index].role == nil
        && tokens[person.tokens.lowerBound].gap == .line
        && (person.tokens.upperBound >= limit || tokens[person.tokens.upperBound].gap == .line)
    }
    let full = people.count { $0.person.isCertain && $0.person.wordCount > 1 }
    guard full > 5, full + headings.count == people.count, headings.count * 2 < full else { return }
    for index in headings.reversed() { people.remove(at: index) }
  }

  /// `Kontrolní komise` alone between the people: a line without marks that names a body.
  func headsPeople(_ line: TranscriptLine) -> Bool {
    let words = line.tokens
    guard let first = words.first, tokens[first].isCapitalized, words.count < 6,
      words.upperBound < limit,
      words.allSatisfy({ tokens[$0].kind == .word }),
      words.contains(where: { Bodies.czech.isHead(tokens[$0].folded) }), !isCertainPerson(first),
      let person = parser.person(at: words.upperBound, limit: limit), person.isCertain
    else { return false }
    return person.wordCount > 1
      && person.tokens.lowerBound < transcript.lineEnd(of: words.upperBound)
  }

  /// Goes past a line that names a body above its people.
  mutating func takeHeading() -> Bool {
    let line = transcript.lines[transcript.line(of: place)]
    guard line.tokens.lowerBound == place, headsPeople(line) else { return false }
    group = nil
    place = line.tokens.upperBound
    return true
  }
}
