import Domain

/// Sentences that say who came together: `Jednání se zúčastnili Jan Nový a Eva Malá`, `Výbor se
/// sešel za účasti těchto členů: Nový, Malá`, `Sešli se tito členové: …`.
struct ParticipationSentence {
  /// The text.
  let transcript: Transcript

  private static let took: WordSet = [
    "zucastnil", "zucastnila", "zucastnili", "zucastnily", "zucastnilo", "ucastnil", "ucastnila",
    "ucastnili",
  ]
  private static let missed: WordSet = [
    "nezucastnil", "nezucastnila", "nezucastnili", "nezucastnily",
  ]
  private static let met: WordSet = ["sesli", "sesly"]
  private static let meetings = [
    "jednani", "schuz", "zasedani", "setkani", "porad", "shromazdeni", "sezeni",
  ]
  private static let pronouns: WordSet = ["ji", "ho", "jich"]
  private static let members = ["clen", "techto", "zastupitel", "senator", "nasleduj"]

  /// The words that such a sentence hangs on.
  static let words = WordSet(
    took.members.union(missed.members).union(met.members).union(["ucasti"]))

  /// Returns the people of the first such sentence in a line.
  ///
  /// - Parameter places: Where the words stand in it.
  func entries(ofLine index: Int, at places: some Sequence<Int>) -> [ExtractedAttendance] {
    let line = transcript.lines[index].tokens
    for place in places {
      guard let status = status(at: place, line) else { continue }
      let people = people(after: place, line, isGenitive: transcript.is(place, "ucasti"))
      if people.isEmpty { continue }
      return people.map { $0.attendance(status, confidence: 0.85, in: transcript) }
    }
    return []
  }

  private func status(at place: Int, _ line: Range<Int>) -> AttendanceStatus? {
    let word = transcript.tokens[place].folded
    if Self.took.contains(word) || Self.missed.contains(word) {
      let near = (place - 5..<place + 4).clamped(to: line)
      let isMissed = Self.missed.contains(word)
      // `Schůze proběhla 6. 5. Zúčastnilo se jí 7 členů (…)`: a pronoun stands for the meeting.
      guard
        near.contains(where: {
          has(Self.meetings, $0) || Self.pronouns.contains(transcript.tokens[$0].folded)
        })
          || isMissed && line.count < 16
      else { return nil }
      return isMissed ? .absent : .present
    }
    if Self.met.contains(word) {
      return (place - 4..<place + 2).clamped(to: line).contains { transcript.is($0, "se") }
        ? .present : nil
    }
    let isWith =
      word == "ucasti" && transcript.is(place - 1, "za")
      && (place + 1..<place + 4).clamped(to: line).contains {
        has(Self.members, $0) || transcript.is($0, ":")
      }
    return isWith ? .present : nil
  }

  /// After a colon surnames will do; after other words titles or given names must tell people.
  private func people(
    after place: Int, _ line: Range<Int>, isGenitive: Bool
  ) -> [ListedPerson] {
    let rest = place + 1..<max(place + 1, line.upperBound)
    if let colon = rest.prefix(9).first(where: { transcript.is($0, ":") }) {
      let end =
        colon + 1 == line.upperBound ? transcript.tokens.count : sentenceEnd(colon + 1, line)
      let people = PeopleList(transcript, in: colon + 1..<end).people
      return people.count > 1 || people.first?.person.isCertain == true ? people : []
    }
    if let listed = inBrackets(rest) { return listed }
    let run = PeopleRun(transcript: transcript, isAccusative: isGenitive)
    guard let start = run.start(after: place, limit: line.upperBound) else { return [] }
    let people = run.people(from: start, limit: line.upperBound)
    return people.first?.isCertain == true
      ? people.map { person in
        var listed = ListedPerson(person: person)
        listed.role = person.role.map { transcript.fact($0) }
        return listed
      } : []
  }

  /// `zúčastnilo se 7 členů (Jan Nový, Eva Malá, …)`: brackets hold nothing but the names.
  private func inBrackets(_ rest: Range<Int>) -> [ListedPerson]? {
    guard let open = rest.prefix(12).first(where: { transcript.is($0, "(") }),
      let close = (open..<rest.upperBound).first(where: { transcript.is($0, ")") })
    else { return nil }
    let people = PeopleList(transcript, in: open + 1..<close).people
    let commas = (open..<close).count { transcript.is($0, ",") }
    return people.count > 1 && people.count > commas ? people : nil
  }

  /// The dot before a sentence with a verb; `Omluven: Nový` after a dot goes on with the list.
  private func sentenceEnd(_ start: Int, _ line: Range<Int>) -> Int {
    (start..<max(start, line.upperBound)).first { place in
      transcript.is(place, ".") && !transcript.isAbbreviated(place)
        && transcript.tokens[place - 1].folded.utf8.count > 2
        && transcript.tokens[place + 1].isCapitalized
        && !(place + 2..<place + 5).contains { transcript.is($0, ":") }
    } ?? line.upperBound
  }

  private func has(_ beginnings: [String], _ place: Int) -> Bool {
    beginnings.contains(where: transcript.tokens[place].folded.hasPrefix)
  }
}
