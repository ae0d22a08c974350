import Domain

/// Reads a list of people that is split by commas, semicolons, dots, lines and dashes.
struct PeopleList {
  let transcript: Transcript
  let parser: NameParser
  let limit: Int
  var place: Int
  var group: Fact<String>?
  /// Whether the group is named in the line of its people and ends with it.
  var isGroupOfLine = false
  /// Whether the group ends at the next semicolon.
  var isGroupOfSegment = false
  private var isShareEnded = false
  /// What a word between the names says of those after it, as `chybí`.
  var status: AttendanceStatus?
  /// Whether the list stopped before the label of a group.
  private(set) var endedAtHeader = false
  /// The people in order.
  var people: [ListedPerson] = []
  /// Where the list ends.
  var end: Int { place }

  var tokens: Tokens { transcript.tokens }

  /// Reads the list that starts at a token and stops before the first line that is no part of it.
  ///
  /// A list that `endsWithHeader` and begins in the line of its label stops before `Za správce: …`.
  init(_ transcript: Transcript, in range: Range<Int>, endsWithHeader: Bool = false) {
    self.transcript = transcript
    parser = NameParser(transcript: transcript)
    limit = range.upperBound
    place = range.lowerBound
    while place < limit {
      if endsWithHeader, isHeaderBelow(range.lowerBound) {
        endedAtHeader = true
        break
      }
      if tokens[place].gap == .line, !goesOn(at: place, first: range.lowerBound) { break }
      step()
    }
    cutNicknames()
    turnAmbiguousNames()
    splitSurnames()
    removeHeadings()
  }

  private mutating func step() {
    let token = tokens[place]
    if token.gap == .line, isGroupOfLine, !transcript.is(place - 1, ",") { group = nil }
    if token.gap == .line, takeHeading() || takeClass() { return }
    if token.is(";"), isGroupOfSegment { group = nil }
    if token.is("(") { return takeParenthesis() }
    if token.is("-") || isSlashAfterPerson(), !people.isEmpty, token.gap != .line {
      return takeAffiliation(from: place + 1)
    }
    let joins = !token.isCapitalized && (token.is("a") || token.is("et"))
    if token.kind == .mark || token.kind == .number || joins {
      place += 1
      return
    }
    if takeAnswer() || takeOrganizationAhead() || takeLetter() || takeOrganizationWithPerson()
      || takeInlineLabel() || takeStatus()
      || takeStatusOfLast() || takeSubstitute() || takeTitles()
    {
      return
    }
    if ["za", "z", "ze"].contains(token.folded), takeGroup() || takeHeader() { return }
    if takeGroup() || takePerson() || takeHeader() || takeRole() || takeRoleBefore()
      || takeDescribed()
    {
      return
    }
    takeUnknown()
  }

  private mutating func takeTitles() -> Bool {
    guard !people.isEmpty else { return false }
    if takeLateTitle() { return true }
    let after = parser.titlesAfter(place, limit)
    guard !after.titles.isEmpty else { return false }
    for title in after.titles
    where !people[people.count - 1].person.name.titlesAfter.contains(title) {
      people[people.count - 1].person.name.titlesAfter.append(title)
    }
    place = after.end
    return true
  }

  private mutating func takePerson() -> Bool {
    guard let written = parser.person(at: place, limit: limit), isAccepted(written) else {
      return false
    }
    var person = written
    let end = person.tokens.upperBound
    if isAbbreviationOfRole(person) { return false }
    if end < limit, tokens[end].is(":"), tokens[end].gap != .line,
      !person.isCertain || person.role != nil
    {
      return false
    }
    // `Delegující (delegovaný) člen: …` and `Krajští předsedové: …` name a group.
    if opensHeader(person) { return false }
    if !person.isCertain, opensRoleHeader(end) { return false }
    let shared = person.role == nil ? sharedRole() : nil
    isShareEnded = shared != nil && transcript.is(place - 1, "a")
    person.role = person.role ?? shared
    var listed = ListedPerson(person: person)
    listed.organization = group
    listed.status = status
    if let role = person.role { listed.role = transcript.fact(role) }
    place = end
    takeAge(&listed)
    people.append(listed)
    if place < limit, tokens[place].is(":"), tokens[place].gap != .line {
      takeAffiliation(from: place + 1)
    } else if comesFrom(place) {
      takeOrigin(from: place + 1)
    }
    return true
  }

  /// In *proděkani Novák a Malý* the role belongs to both.
  private func sharedRole() -> Range<Int>? {
    guard transcript.is(place - 1, "a") || transcript.is(place - 1, ","), !isShareEnded,
      let last = people.last, let role = last.person.role,
      ["i", "ove"].contains(where: tokens[role.lowerBound].folded.hasSuffix)
    else { return nil }
    return role
  }

  private func isAccepted(_ person: WrittenPerson) -> Bool {
    // `Jan Nový, Charita Lhota`: an institution after a comma is where the person comes from.
    if !person.isCertain, tokens[place - 1].is(","), !people.isEmpty,
      OrganizationName(transcript: transcript).end(from: place) != nil
    {
      return false
    }
    if !person.isCertain, isDescribedLine() { return false }
    let end = person.tokens.upperBound
    let next = end < limit ? tokens[end] : nil
    let isClosed =
      next.map { next in
        next.gap == .line || next.kind == .mark || next.is("a") || transcript.isRole(end)
          || PeopleLine.ages.contains(next.folded) || comesFrom(end)
      } ?? true
    if person.wordCount == 1, !person.isCertain { return isClosed }
    return isClosed || person.isCertain
  }

  private mutating func takeRole() -> Bool {
    guard let last = people.last, last.role == nil, transcript.isRole(place),
      transcript.is(place - 1, ",")
        || last.person.tokens.upperBound == place && tokens[place].gap != .line,
      personAfterRole(place) == nil
    else { return false }
    takeAffiliation(from: place)
    return true
  }

  /// `zástupce nemocnice pan Novák`, `předseda výboru – Jan Novák`: the role stands first.
  private mutating func takeRoleBefore() -> Bool {
    guard let name = personAfterRole(place), let written = parser.person(at: name, limit: limit)
    else { return false }
    var listed = ListedPerson(person: written)
    let role = transcript.trimmed(place..<name)
    listed.role = transcript.fact(role)
    listed.person.role = listed.person.role ?? role
    isShareEnded = false
    listed.status = status
    people.append(listed)
    place = written.tokens.upperBound
    return true
  }

  /// Where the person stands whom a role at `start` with its description leads to.
  private func personAfterRole(_ start: Int) -> Int? {
    guard transcript.isRole(start) else { return nil }
    var place = start + 1
    while place < min(start + 8, limit) {
      let follows = tokens[place - 1].is("-") && tokens[place - 1].gap != .none
      if tokens[place].gap == .line, !follows { return nil }
      if tokens[place].isCapitalized || Words.isCourtesy(tokens[place].folded),
        let person = parser.person(at: place, limit: limit), person.tokens.lowerBound - place < 3,
        person.isCertain || follows && person.wordCount > 1
      {
        return place
      }
      guard tokens[place].kind == .word || tokens[place].is("-") && place > start + 1 else {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// What stands after a dash is a role or an organisation; it may hold commas.
  private mutating func takeAffiliation(from start: Int) {
    // The page may break the line behind the dash.
    let isBroken =
      tokens[place].is("-") && tokens[place - 1].kind == .word && tokens[start].gap == .line
      && tokens[start].isCapitalized
    let lineEnd = min(transcript.lineEnd(of: isBroken ? start : place), limit)
    var end = start
    while end < lineEnd {
      if [",", ";"].contains(tokens[end].folded),
        LegalForms.czech.match(tokens, at: end + 1) == nil,
        end + 1 >= lineEnd || isCertainPerson(end + 1) || personAfterRole(end + 1) != nil
          || isNameWithRole(end + 1)
      {
        break
      }
      if tokens[end].is("(") { break }
      end += 1
    }
    attach(transcript.trimmed(start..<end))
    place = max(end, start)
  }

  private mutating func takeParenthesis() {
    let window = min(limit, place + 40)
    let close =
      (place..<window).first { tokens[$0].is(")") } ?? min(transcript.lineEnd(of: place), limit)
    if !takeStatusInBrackets(place + 1..<max(place + 1, close)) {
      attach(transcript.trimmed(place + 1..<max(place + 1, close)), isShared: false)
    }
    place = min(close + 1, limit)
  }

  private mutating func takeUnknown() {
    // `4.A, 4.B Mgr. Nová`: the letter of a class. `Eva Malá, Mgr., Jan Nový`: a title.
    let isClass =
      tokens[place].folded.utf8.count == 1 && tokens[place - 1].is(".")
      && tokens[place - 2].kind == .number
    if isClass || Titles.czech.opens(tokens[place].folded) && tokens[place + 1].is(".") {
      place += 1
      return
    }
    // `vých. por. Nová` begins with words cut short.
    if place + 2 < limit, !tokens[place].isCapitalized, transcript.is(place + 1, "."),
      tokens[place + 1].gap == .none, tokens[place + 2].gap != .line,
      transcript.is(place - 1, ",")
        || transcript.is(place - 1, ".")
    {
      place += 2
      return
    }
    let isNickname =
      tokens[place].kind == .word && tokens[place].folded.utf8.count > 1
      && (place + 1 >= limit || [",", "(", ";", "."].contains(tokens[place + 1].folded)
        || tokens[place + 1].gap == .line)
      && (tokens[place - 1].is(":") || transcript.is(place - 1, ",")
        || Self.pluralStatus(tokens[place - 1].folded) != nil)
    if isNickname, !Self.nobody.contains(tokens[place].folded), !transcript.isRole(place),
      !Words.isCourtesy(tokens[place].folded),
      tokens[place].isCapitalized || !isDescribedLine() && hasVowel(place)
    {
      let name = PersonName(transcript.text(place..<place + 1))
      people.append(
        ListedPerson(
          person: WrittenPerson(
            name: name, tokens: place..<place + 1, isCertain: false, wordCount: 1),
          status: status))
      place += 1
      return
    }
    let lineEnd = min(transcript.lineEnd(of: place), limit)
    let end =
      (place..<lineEnd).first {
        [",", ";", "("].contains(tokens[$0].folded)
          && LegalForms.czech.match(tokens, at: $0 + 1) == nil
      } ?? lineEnd
    if !people.isEmpty, transcript.is(place - 1, ",") { attach(place..<end) }
    place = isSentence(place..<end) ? limit : max(end, place + 1)
  }

  /// `xxx` stands for nobody.
  private func hasVowel(_ place: Int) -> Bool {
    tokens[place].folded.utf8.contains { "aeiouy".utf8.contains($0) }
  }

  func isCertainPerson(_ place: Int) -> Bool {
    PeopleLine(transcript: transcript, limit: limit).isCertainPerson(place)
  }

  /// Whether the line that starts at `place` still belongs to the list.
  private func goesOn(at place: Int, first: Int) -> Bool {
    let index = transcript.line(of: place)
    let line = transcript.lines[index]
    if line.hasDividerAbove || place == first && line.tokens.isEmpty { return false }
    if place > first, isClosed(before: line.tokens) || isEmptyLabel(first, below: place) {
      return false
    }
    if headsPeople(line) || classEnd(line.tokens) != nil || listsSegments(line.tokens)
      || place == first && isOrganizationAbove(line.tokens)
    {
      return true
    }
    let label = ItemLabel.match(tokens, line: line.tokens)
    if !people.isEmpty, !transcript.is(place - 1, ","), !isCertainPerson(place), let label {
      // `2. Eva Malá`: a numbered list of people.
      return label.style == .number && isCertainPerson(label.titleStart)
        && PeopleLine(transcript: transcript, limit: limit).listsPeople(line)
    }
    return PeopleLine(transcript: transcript, limit: limit).listsPeople(line)
  }
}
