import Domain

/// Who verified or approved the minutes: one person, or all of a list.
struct VerifierExtractor {
  /// What reads the people at the end of minutes.
  let closing: ClosingExtractor

  private var transcript: Transcript { closing.transcript }
  private static let singular: [WordSet] = [
    ["overil", "overila", "overovatel", "overovatelka"],
    ["kontroloval", "kontrolovala", "zkontroloval", "zkontrolovala"],
    ["schvalil", "schvalila"],
  ]
  private static let plural: WordSet = [
    "overovatele", "overovatelky", "overovateli", "overili", "overovatelu",
  ]
  private static let most = 4

  /// Returns the people in the order of the list.
  func verifiers() -> [Fact<PersonName>] {
    let listed = listed()
    if listed.count > 1 { return listed }
    for words in Self.singular {
      if let found = closing.person(afterLast: words) { return [found] + others(after: found) }
    }
    if !listed.isEmpty { return listed }
    if let one = closing.entrusted(with: ["overenim"]) { return [one] }
    return AppointmentSentence(transcript: transcript).people(office: "overovatel")
      .prefix(Self.most).map { closing.resolved($0) }
  }

  /// `Ověřovatel zápisu: Jan Nový, Eva Malá`: more people in the same line.
  private func others(after first: Fact<PersonName>) -> [Fact<PersonName>] {
    let end = transcript.tokens(of: first.source).upperBound
    guard [",", "a"].contains(transcript.tokens[end].folded), transcript.tokens[end].gap != .line,
      isFullName(end + 1, inSentence: true)
    else { return [] }
    return people(from: end + 1, isLabelled: false)
  }

  /// `Ověřovatelé: Jan Nový, Eva Malá`, `ověřovatele zápisu ve složení Jan Nový, Eva Malá`.
  private func listed() -> [Fact<PersonName>] {
    for place in transcript.places(of: Self.plural).reversed() {
      guard let start = listStart(after: place) else { continue }
      let people = people(from: start, isLabelled: transcript.is(start - 1, ":"))
      if !people.isEmpty { return people }
    }
    return []
  }

  private func listStart(after place: Int) -> Int? {
    // `ověřili Jan Nový a Eva Malá`
    if transcript.is(place, "overili"), transcript.tokens[place + 1].gap != .line,
      PeopleLine(transcript: transcript, limit: transcript.tokens.count).isCertainPerson(place + 1)
    {
      return place + 1
    }
    // `Za ověřovatele zápisu Jan Nový, Eva Malá`
    let after = transcript.is(place + 1, "zapisu") ? place + 2 : place + 1
    if transcript.is(place - 1, "za"), transcript.tokens[place - 1].isCapitalized,
      PeopleLine(transcript: transcript, limit: transcript.lineEnd(of: place))
        .isCertainPerson(after)
    {
      return after
    }
    for next in place + 1..<min(place + 7, transcript.tokens.count) {
      if transcript.is(next, ":") || transcript.is(next, "slozeni") {
        return transcript.is(next + 1, "|") ? next + 2 : next + 1
      }
      if transcript.tokens[next].kind == .mark, !transcript.is(next, "(") { return nil }
    }
    return nil
  }

  private func people(from start: Int, isLabelled: Bool) -> [Fact<PersonName>] {
    let parser = NameParser(transcript: transcript)
    var found: [Fact<PersonName>] = []
    var place = start
    while found.count < Self.most, place < transcript.tokens.count,
      let person = parser.person(at: place, limit: transcript.tokens.count),
      person.tokens.lowerBound - place < 4,
      person.wordCount > 1 || person.isCertain || isLabelled && isAlone(person),
      !hasOtherOffice(person)
    {
      found.append(closing.resolved(person))
      place = afterSignature(person.tokens.upperBound)
      while [",", ";", "a", "|"].contains(transcript.tokens[place].folded) { place += 1 }
      // A name in a line of its own needs a given name, or it opens something else.
      if transcript.tokens[place].gap == .line, !isFullName(place) { break }
    }
    return found
  }

  /// `Jan Nový v. r.`
  private func afterSignature(_ place: Int) -> Int {
    guard transcript.is(place, "v"),
      let end = (place + 1..<place + 4).last(where: { index in
        transcript.is(index, "r") || transcript.is(index, ".") && transcript.is(index - 1, "r")
      })
    else { return place }
    return end + 1
  }

  /// `ověřovatelé Jan Nový, Eva Malá, zapisovatelka Iva Bílá`: the next office has its own.
  private func hasOtherOffice(_ person: WrittenPerson) -> Bool {
    person.role.map { transcript.tokens[$0.lowerBound].folded.hasPrefix("zapisovatel") } ?? false
  }

  /// `Ověřovatelé: Nový, Malá`: a surname that a comma or the line ends.
  private func isAlone(_ person: WrittenPerson) -> Bool {
    let next = transcript.tokens[person.tokens.upperBound]
    return next.is(",") || next.is("a") || next.gap == .line || next.is(".")
  }

  private func isFullName(_ place: Int, inSentence: Bool = false) -> Bool {
    let line = transcript.lineEnd(of: place)
    guard
      let person = NameParser(transcript: transcript).person(at: place, limit: line)
    else { return false }
    return person.isCertain && person.wordCount > 1 && person.role == nil
      && (inSentence || person.tokens.upperBound >= line - 1)
  }
}
