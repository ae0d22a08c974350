import Domain

/// Attendance told in sentences: `Omluvil se Jan Nový.`, `Starosta omluvil Evu Malou a pana
/// Nového.`, `přítomno je 7 členů zastupitelstva: Jan Nový, …`, `Přítomno 5 členů (Nový, Malá)`,
/// `Sešli se tito členové: …`; who `se zúčastnili` is read by `ParticipationSentence`.
struct AttendanceSentence {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let mostLines = 60
  private static let excusing: WordSet = ["omluvil", "omluvila", "omluvili", "omluvily"]
  private static let excused: WordSet = ["omluven", "omluvena", "omluveni", "omluveny"]
  private static let present: WordSet = ["pritomno", "pritomni", "pritomny", "pritomnych"]
  private static let absent: WordSet = ["nepritomen", "nepritomna", "neomluven", "neomluvena"]
  private static let arriving: WordSet = ["prisel", "prisla", "prisli", "dorazil", "dorazila"]
  private static let words = WordSet(
    [excusing, excused, present, absent, arriving].flatMap(\.members))
  private static let auxiliaries: WordSet = ["byl", "byla", "byli", "byly", "je", "jsou"]

  /// Returns the people of the first lines whom a sentence says to be there or to be excused.
  func entries() -> [ExtractedAttendance] {
    var found: [ExtractedAttendance] = []
    let participation = ParticipationSentence(transcript: transcript)
    var verbs = transcript.places(of: ParticipationSentence.words)[...]
    var places = transcript.places(of: Self.words)[...]
    for index in transcript.lines.indices.prefix(Self.mostLines) {
      let line = transcript.lines[index].tokens
      while let place = places.first, place < line.lowerBound { places.removeFirst() }
      while let place = verbs.first, place < line.lowerBound { verbs.removeFirst() }
      guard layout.labelKinds[index]?.listsPeople != true else { continue }
      found +=
        added(line)
        + participation.entries(
          ofLine: index, at: verbs.prefix { $0 < line.upperBound })
      for place in places.prefix(while: { $0 < line.upperBound }) {
        guard let told = told(at: place, in: line) else { continue }
        if told.people.isEmpty, Self.present.contains(transcript.tokens[place].folded),
          let listed = CountedAttendance(transcript: transcript).present(after: place, line)
        {
          found += listed.map {
            $0.attendance(.present, confidence: 0.85, in: transcript)
          }
        }
        found += told.people.map { person in
          ExtractedAttendance(
            person: Fact(person.name, transcript.range(person.tokens), confidence: 0.85),
            status: told.status)
        }
      }
    }
    return found
  }

  /// `dále Mgr. Karel Nový, ředitel školy`: after the members stands who else was there.
  private func added(_ line: Range<Int>) -> [ExtractedAttendance] {
    guard let first = line.first, transcript.is(first, "dale"), line.count < 20,
      !(first + 1..<line.upperBound).contains(where: isVerb)
    else { return [] }
    let run = PeopleRun(transcript: transcript, isAccusative: false)
    guard run.people(from: first + 1, limit: line.upperBound).first?.isCertain == true else {
      return []
    }
    return PeopleList(transcript, in: first + 1..<line.upperBound).people.map { listed in
      listed.attendance(.guest, confidence: 0.85, in: transcript)
    }
  }

  private func isVerb(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.kind == .word && !token.isCapitalized
      && (PeopleLine.isPastVerb(token.folded) || TaskSentence.isFuture(token.folded))
  }

  private func told(
    at place: Int, in line: Range<Int>
  ) -> (people: [WrittenPerson], status: AttendanceStatus)? {
    let word = transcript.tokens[place].folded
    if Self.excusing.contains(word) {
      let isReflexive = (place - 3..<place + 2).contains { transcript.is($0, "se") }
      return (run(after: place, line, isAccusative: !isReflexive), .excused)
    }
    if Self.excused.contains(word) || Self.absent.contains(word),
      let people = CountedAttendance(transcript: transcript).bracketed(at: place, line)
    {
      return (people, Self.excused.contains(word) ? .excused : .absent)
    }
    if Self.excused.contains(word), hasAuxiliary(place) || opensWithPerson(place, line) {
      return (run(after: place, line, isAccusative: false), .excused)
    }
    if Self.excused.contains(word), let person = person(before: place, line) {
      return ([person], .excused)
    }
    if Self.arriving.contains(word) { return (arrived(at: place, line), .present) }
    if Self.absent.contains(word) { return (run(after: place, line, isAccusative: false), .absent) }
    if Self.present.contains(word) { return (presentPeople(after: place, line), .present) }
    return nil
  }

  /// `omluven Jan Nový` at the beginning of a line, `3 členové omluveni – Jan Nový, …`.
  private func opensWithPerson(_ place: Int, _ line: Range<Int>) -> Bool {
    let first = line.first { transcript.tokens[$0].kind == .word }
    if transcript.is(place + 1, "-") || transcript.is(place + 1, ":"), line.contains(place + 2) {
      return PeopleLine(transcript: transcript, limit: line.upperBound).isCertainPerson(place + 2)
    }
    return place == first
      && PeopleLine(transcript: transcript, limit: line.upperBound).isCertainPerson(place + 1)
  }

  /// `…, Jan Nový (odbory) omluven`: a full name right before the word, which ends its clause.
  private func person(before place: Int, _ line: Range<Int>) -> WrittenPerson? {
    let next = transcript.tokens[place + 1]
    guard place + 1 >= line.upperBound || next.kind == .mark && !next.is(":") else { return nil }
    var end = place
    if transcript.is(end - 1, ")"),
      let open = (end - 8..<end).clamped(to: line).last(where: { transcript.is($0, "(") })
    {
      end = open
    }
    let parser = NameParser(transcript: transcript)
    return (end - 6..<end).clamped(to: line).lazy.compactMap { start in
      parser.person(at: start, limit: end)
    }.first { $0.tokens.upperBound == end && $0.isCertain && $0.wordCount > 1 }
  }

  /// `V 18:19 hod přišla paní Eva Malá`: who came later was there too.
  private func arrived(at place: Int, _ line: Range<Int>) -> [WrittenPerson] {
    let before = (place - 6..<place).clamped(to: line)
    guard TimeScanner(tokens: transcript.tokens[before]).first() != nil else { return [] }
    return run(after: place, line, isAccusative: false).filter(\.isCertain)
  }

  private func hasAuxiliary(_ place: Int) -> Bool {
    (place - 3..<place + 2).contains {
      Self.auxiliaries.contains(transcript.tokens[$0].folded)
    }
  }

  private func run(
    after place: Int, _ line: Range<Int>, isAccusative: Bool
  ) -> [WrittenPerson] {
    let run = PeopleRun(transcript: transcript, isAccusative: isAccusative)
    guard let start = run.start(after: place, limit: line.upperBound) else { return [] }
    return run.people(from: start, limit: line.upperBound)
  }

  /// After *přítomni* right away, or after the colon of a sentence that counts them; one person
  /// alone may be the object of something else.
  private func presentPeople(after place: Int, _ line: Range<Int>) -> [WrittenPerson] {
    let run = PeopleRun(transcript: transcript, isAccusative: false)
    let sentence = place + 1..<max(place + 1, min(line.upperBound, place + 30))
    let isCounted = sentence.contains { transcript.tokens[$0].kind == .number }
    // `přítomno 13 členů, a to Jan Nový, …`
    let colon =
      isCounted
      ? sentence.first {
        transcript.is($0, ":") || transcript.is($0, "to") && transcript.is($0 - 1, "a")
      } : sentence.prefix(3).first { transcript.is($0, ":") }
    if isCounted, colon == nil, let listed = inBrackets(sentence) { return listed }
    let people = run.people(from: (colon ?? place) + 1, limit: line.upperBound)
    return people.count(where: \.isCertain) > 1 ? people : []
  }

  /// `Přítomno 5 členů ze 7 (Nový, Malá, Ing. Dlouhý)`: brackets hold nothing but the names.
  private func inBrackets(_ sentence: Range<Int>) -> [WrittenPerson]? {
    guard let open = sentence.first(where: { transcript.is($0, "(") }),
      let close = (open..<transcript.lineEnd(of: open)).first(where: { transcript.is($0, ")") }),
      transcript.tokens[open + 1].isCapitalized
        || Titles.czech.opens(transcript.tokens[open + 1].folded)
    else { return nil }
    let people = PeopleList(transcript, in: open + 1..<close).people.map(\.person)
    let commas = (open..<close).count { transcript.is($0, ",") }
    return people.count > 1 && people.count > commas ? people : nil
  }
}
