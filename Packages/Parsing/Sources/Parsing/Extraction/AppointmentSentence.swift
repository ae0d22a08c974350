import Domain

/// Sentences that give people an office for the meeting: `Zapisovatelem byl určen Jan Nový`,
/// `Starosta určil ověřovateli zápisu Evu Malou a pana Nového`.
struct AppointmentSentence {
  /// The text.
  let transcript: Transcript

  private static let active = WordList(beginnings: [
    "urcil", "urcuje", "navrhl", "navrhuj", "jmenoval", "jmenuj", "zvolil", "voli", "poveril",
    "poveruj", "schvalil", "schvaluj", "ustanovil", "vyzval", "pozadal",
  ])
  private static let passive = WordList(beginnings: [
    "byl", "bude", "budou", "je", "jsou", "urcen", "zvolen", "jmenovan", "poveren", "navrzen",
    "schvalen", "ustanoven",
  ])
  private static let nouns: WordSet = [
    "urceni", "zvoleni", "jmenovani", "povereni", "schvaleni", "ustanoveni", "volba",
  ]
  private static let nominatives: WordSet = [
    "zapisovatel", "zapisovatelka", "overovatel", "overovatelka", "overovatele", "overovatelky",
  ]
  private static let offices = ["zapisovatel", "overovatel", "skrutator", "predsed", "sekretar"]

  /// Returns the people whom the first such sentence names for an office that begins so.
  func people(office: String) -> [WrittenPerson] {
    for place in transcript.places(of: WordList(beginnings: [office])) {
      let line = transcript.lines[transcript.line(of: place)].tokens
      // Lines that only divide belong to none.
      guard line.contains(place) else { continue }
      // `Předsedající navrhl do komise …` is who proposes.
      if transcript.is(place, "predsedajici"),
        Self.active.contains(transcript.tokens[place + 1].folded)
      {
        continue
      }
      if let person = describedPerson(place, line) { return [person] }
      guard !transcript.is(place + 1, ":"), let isAccusative = isAccusative(place, line)
      else { continue }
      let found = people(of: office, after: place, line.upperBound, isAccusative)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// `byli zvoleni Jan Nový (předsedající), Eva Malá (zapisovatelka)`: the office in brackets.
  private func describedPerson(_ place: Int, _ line: Range<Int>) -> WrittenPerson? {
    let end = place - 1
    guard transcript.is(end, "("), transcript.is(place + 1, ")"),
      (end - 40..<end).clamped(to: line).contains(where: { index in
        Self.passive.contains(transcript.tokens[index].folded)
      })
    else { return nil }
    let parser = NameParser(transcript: transcript)
    return (end - 8..<end).clamped(to: line).lazy.compactMap { start in
      parser.person(at: start, limit: end)
    }.first { $0.tokens.upperBound == end && $0.isCertain && $0.wordCount > 1 }
  }

  /// Whether the verb of the sentence puts the people into the accusative; `nil` without a verb.
  private func isAccusative(_ place: Int, _ line: Range<Int>) -> Bool? {
    let after = (place + 1..<place + 6).clamped(to: line)
    let before = (place - 14..<place).clamped(to: line)
    for places in [Array(after), before.reversed()] {
      for index in places {
        let word = transcript.tokens[index].folded
        if Self.nouns.contains(word) { continue }
        if Self.passive.contains(word) { return false }
        if Self.active.contains(word) { return true }
        if transcript.is(index, "."), !transcript.isAbbreviated(index),
          transcript.tokens[index - 1].folded.utf8.count > 2
        {
          break
        }
      }
    }
    // `Určení ověřovatelů: ověřovatelé Jan Nový, Eva Malá` has a noun for the verb.
    let isNamed =
      Self.nominatives.contains(transcript.tokens[place].folded)
      && before.clamped(to: line).contains {
        Self.nouns.contains(transcript.tokens[$0].folded)
      }
    return isNamed ? false : nil
  }

  private func people(
    of office: String, after place: Int, _ limit: Int, _ isAccusative: Bool
  ) -> [WrittenPerson] {
    let run = PeopleRun(transcript: transcript, isAccusative: isAccusative)
    guard let start = run.start(after: place, limit: limit) else { return [] }
    // `zapisovatelem Jana Nového a ověřovatelem Petra Malého`: the next office has its own.
    return Array(
      run.people(from: start, limit: limit).prefix { person in
        person.role.map { role in
          !Self.offices.contains(where: transcript.tokens[role.lowerBound].folded.hasPrefix)
        } ?? true
      })
  }
}
