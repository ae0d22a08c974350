import Domain

/// Who took the minutes, who chaired, and when they were written.
struct ClosingExtractor {
  /// The parts of the document.
  let layout: Layout
  /// The people of the attendance list, who give surnames their given names.
  let attendance: [ExtractedAttendance]

  var transcript: Transcript { layout.transcript }

  private static let recordWords: WordSet = [
    "zapsal", "zapsala", "zapisovatel", "zapisovatelka", "vyhotovil", "vyhotovila", "zapsano",
    "zpracoval", "zpracovala", "poridil", "poridila", "provedl", "zapisoval", "zapisovala",
    "provedla", "sepsal", "sepsala", "vypracoval", "vypracovala", "zaznamenal", "zaznamenala",
  ]
  private static let afterRecord: WordSet = [
    "provedl", "provedla", "vypracoval", "vypracovala", "sepsal", "sepsala", "zaznamenal",
    "zaznamenala",
  ]
  /// Returns who took the minutes.
  func recordedBy() -> Fact<PersonName>? {
    if let found = columns("zapisovatel") ?? person(afterLast: Self.recordWords) { return found }
    for section in layout.sections(.recorded) where !isBareTitle(section) {
      if let found = personAfter(section.value.lowerBound, orNickname: true) { return found }
    }
    let appointed = AppointmentSentence(transcript: transcript).people(office: "zapisovatel")
    return appointed.first.map { resolved($0) } ?? entrusted() ?? entrusted(with: Self.recording)
      ?? promised() ?? noted()
  }

  /// `Eva Malá – zapisuje průběh`, `, zápis – Eva Malá` in the first lines.
  private func noted() -> Fact<PersonName>? {
    let parser = NameParser(transcript: transcript)
    for place in transcript.places(of: ["zapisuje", "zapis"]) {
      let number = transcript.line(of: place)
      if let person = wholeLine(after: place) { return resolved(person) }
      guard number < Self.mostHeadLines else { break }
      let line = transcript.lines[number].tokens
      if transcript.is(place, "zapisuje"), transcript.is(place - 1, "-") {
        let found = line.lazy.compactMap { parser.person(at: $0, limit: place - 1) }
          .first { $0.tokens.upperBound == place - 1 && $0.isCertain }
        if let found { return resolved(found) }
      }
      if transcript.is(place, "zapis"), place > line.lowerBound, transcript.is(place - 1, ","),
        transcript.is(place + 1, "-") || transcript.is(place + 1, ":"),
        let person = parser.person(at: place + 2, limit: line.upperBound), person.isCertain
      {
        return resolved(person)
      }
    }
    return nil
  }

  /// `Zapisuje Eva Malá.`, and nothing else in the line.
  private func wholeLine(after verb: Int) -> WrittenPerson? {
    let line = transcript.trimmed(transcript.lines[transcript.line(of: verb)].tokens)
    guard transcript.is(verb, "zapisuje"), verb == line.lowerBound,
      let person = NameParser(transcript: transcript).person(
        at: verb + 1, limit: line.upperBound), person.isCertain,
      person.tokens.upperBound == line.upperBound
    else { return nil }
    return person
  }

  private static let mostHeadLines = 20

  /// `Zápis` alone in its line is the title of the document.
  private func isBareTitle(_ section: Section) -> Bool {
    transcript.is(section.label.lowerBound, "zapis") && section.label.count == 1
  }

  /// Returns who chaired the meeting: the list, a label, a signature, then the text name the head.
  func chair() -> Fact<PersonName>? {
    if let listed = listedHead("predsedajic") ?? listedHead("predsed") { return listed }
    for section in layout.sections(.chaired) {
      // `Předsedající navrhl do komise Janu Novou` begins a sentence.
      let first = transcript.tokens[section.label.upperBound]
      if !transcript.is(section.label.upperBound - 1, ":"), first.gap != .line,
        PeopleLine.isPastVerb(first.folded)
      {
        continue
      }
      if let found = personAfter(section.value.lowerBound, orNickname: false) { return found }
    }
    let appointed = AppointmentSentence(transcript: transcript).people(office: "predsedaj")
    return signature() ?? mentioned() ?? opened() ?? openedBy()
      ?? appointed.first.map { resolved($0) }
  }

  /// Whoever leads the meeting goes before who heads the body: *předsedající*, then *předseda*.
  private func listedHead(_ office: String) -> Fact<PersonName>? {
    attendance.first { entry in
      entry.status == .present
        && entry.role.map { Folding.fold($0.value).hasPrefix(office) } == true
    }?.person
  }

  /// Returns when the minutes were written.
  func recordedOn() -> Fact<CalendarPeriod>? {
    for place in transcript.places(of: Self.recordWords).reversed()
    where !Self.afterRecord.contains(transcript.tokens[place].folded) || opensClosing(place) {
      let line = transcript.lines[transcript.line(of: place)].tokens
      if let found = date(in: line) ?? dateAlone(below: line) { return found }
    }
    for section in layout.sections(.recordedOn).reversed() {
      let end = min(section.value.upperBound, section.value.lowerBound + 8)
      if let found = date(in: section.value.lowerBound..<end) { return found }
    }
    return townAndDate()
  }

  /// `Zapsala Eva Malá` and in the next line the day alone.
  private func dateAlone(below line: Range<Int>) -> Fact<CalendarPeriod>? {
    let next = transcript.line(of: line.lowerBound) + 1
    guard next < transcript.lines.count, line.count < 8 else { return nil }
    let below = transcript.lines[next].tokens
    let found = DateScanner(tokens: transcript.tokens[below]).date(at: below.lowerBound)
    guard let found, found.day != nil, found.tokens.upperBound >= below.upperBound - 1 else {
      return nil
    }
    return found.period().map { Fact($0, transcript.range(found.tokens)) }
  }

  /// `V Mariánských Lázních dne 13. 3. 2024`, `V Liberci, 20. 1. 2025`.
  private func townAndDate() -> Fact<CalendarPeriod>? {
    for line in closingLines().reversed() where line.tokens.count < 14 {
      guard
        transcript.is(line.tokens.lowerBound, "v") || transcript.is(line.tokens.lowerBound, "ve")
          || isTown(line.tokens)
      else { continue }
      if let found = date(in: line.tokens) { return found }
    }
    return nil
  }

  /// The last lines, and those above whoever wrote or approved the minutes when annexes follow.
  private func closingLines() -> [TranscriptLine] {
    let signed = layout.sections.last { [.recorded, .approved].contains($0.kind) }?.line ?? 0
    let annexed =
      signed > transcript.lines.count / 4 ? transcript.lines[max(0, signed - 3)...signed] : []
    return annexed + transcript.lines.suffix(15)
  }

  /// `Lhota, 23. 10. 2017`: capitals, a comma and a date are all of the line.
  private func isTown(_ line: Range<Int>) -> Bool {
    guard let comma = line.prefix(5).first(where: { transcript.is($0, ",") }),
      comma > line.lowerBound
    else { return false }
    let next = transcript.is(comma + 1, "dne") ? comma + 2 : comma + 1
    return (line.lowerBound..<comma).allSatisfy { transcript.tokens[$0].isCapitalized }
      && DateScanner(tokens: transcript.tokens[line]).date(at: next)?.tokens.upperBound
        ?? 0 >= line.upperBound - 1
  }

  private func date(in range: Range<Int>) -> Fact<CalendarPeriod>? {
    for date in DateScanner(tokens: transcript.tokens[range]).dates() where date.day != nil {
      if let period = date.period() { return Fact(period, transcript.range(date.tokens)) }
    }
    return nil
  }

  func person(afterLast words: WordSet) -> Fact<PersonName>? {
    for place in transcript.places(of: words).reversed() where opensClosing(place) {
      if let found = personAfter(place + 1, orNickname: false) { return found }
    }
    return nil
  }

  /// `schválila` closes minutes at the start of a line, after *zápis* and after a date.
  private func opensClosing(_ place: Int) -> Bool {
    let line = transcript.lines[transcript.line(of: place)].tokens
    let word = transcript.tokens[place].folded
    // What else is carried out or written says it: `Zápis provedla`, `Zápis: vypracovala`.
    if Self.afterRecord.contains(word) {
      return place - line.lowerBound < 2
        && (transcript.tokens[line.lowerBound].folded.hasPrefix("zapis")
          || transcript.is(place + 1, ":"))
    }
    if place - line.lowerBound < 2 || isLabelAfterSentence(place) { return true }
    // `Za výbor zapsala`, and in the next line the name.
    if transcript.is(line.lowerBound, "za"), place + 1 == line.upperBound, line.count < 8 {
      return true
    }
    // `Zapsala Eva Malá, ověřil Jan Nový`.
    if transcript.is(place - 1, ","),
      Self.recordWords.contains(transcript.tokens[line.lowerBound].folded)
    {
      return true
    }
    return line.lowerBound..<place
      ~= (transcript.first(["zapis", "dne", "zapisu"], in: line) ?? place)
  }

  /// `Schůzi řídil Jan Nový. Zapisovatel: Eva Malá`, `Předseda: Jan Nový, zapisovatel: …`.
  private func isLabelAfterSentence(_ place: Int) -> Bool {
    transcript.is(place + 1, ":")
      && [".", ";", ",", "|"].contains(transcript.tokens[place - 1].folded)
  }

  /// `V. Nový` begins with an initial.
  private func isPreposition(_ place: Int) -> Bool {
    let isInitial = transcript.is(place + 1, ".") && transcript.tokens[place + 1].gap == .none
    return transcript.is(place, "ve") || transcript.is(place, "v") && !isInitial
  }

  func personAfter(_ start: Int, orNickname: Bool) -> Fact<PersonName>? {
    // `zapsáno v Obchodním rejstříku`, `zapsáno 5. 6. v Praze`: a place is no person.
    if isPreposition(start) { return nil }
    let limit = min(transcript.tokens.count, start + 24)
    let parser = NameParser(transcript: transcript)
    var place = start
    var lines = 0
    while place < limit {
      let token = transcript.tokens[place]
      if token.gap == .line, place > start { lines += 1 }
      if lines > 2 { return nil }
      // `2) Kontrola úkolů` in a line below begins something else.
      if lines > 0, token.isCapitalized, Words.isNoName(token.folded) { return nil }
      if isPreposition(place) {
        place = transcript.lineEnd(of: place)
      } else if let date = DateScanner(tokens: transcript.tokens[place..<limit]).date(at: place) {
        place = date.tokens.upperBound
      } else if token.isCapitalized || Words.isCourtesy(token.folded),
        let person = parser.person(at: place, limit: limit), person.tokens.lowerBound - place < 4
      {
        if lines == 0 || person.isCertain || person.wordCount > 1 { return resolved(person) }
        return nil
      } else if orNickname, place == start, token.kind == .word, token.gap != .line {
        let name = transcript.text(place..<place + 1)
        return account(name).map { Fact($0, token.range) }
          ?? Fact(PersonName(name), token.range, confidence: 0.7)
      } else {
        place += 1
      }
    }
    return nil
  }

  /// A surname alone becomes the full name of the one person in the attendance list who bears it.
  func resolved(_ person: WrittenPerson) -> Fact<PersonName> {
    let source = transcript.range(person.tokens)
    if let full = signedInFull(person.name.name) { return Fact(full, source) }
    guard person.wordCount == 1 else {
      return Fact(listedForm(of: person.name) ?? person.name, source)
    }
    let surname = Folding.fold(person.name.name)
    let bearers = attendance.filter {
      Folding.fold($0.person.value.name).split(separator: " ").last.map(String.init) == surname
    }
    guard bearers.count == 1 else { return Fact(person.name, source, confidence: 0.8) }
    return Fact(bearers[0].person.value, source)
  }

  /// `jNovák`, as people sign by the name of their account: the one in the list with this initial.
  private func account(_ name: String) -> PersonName? {
    guard name.first?.isLowercase == true, name.dropFirst().first?.isUppercase == true else {
      return nil
    }
    let folded = Folding.fold(name)
    let bearers = attendance.map(\.person.value).filter { listed in
      let words = Folding.fold(listed.name).split(separator: " ")
      return words.count > 1 && words[words.count - 1] == folded.dropFirst()
        && words[0].first == folded.first
    }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// The one person of the attendance list whose surname only the case tells from this one:
  /// `Jan Hůrka` out of *Jana Hůrka* is *Jan Hůrek*.
  private func listedForm(of name: PersonName) -> PersonName? {
    let words = Folding.fold(name.name).split(separator: " ")
    guard words.count == 2, words[1].utf8.count > 4 else { return nil }
    let stem = words[1].dropLast(2)
    let bearers = attendance.map(\.person.value).filter { listed in
      let known = Folding.fold(listed.name).split(separator: " ")
      return known.count == 2 && known[0] == words[0] && known[1].hasPrefix(stem.dropLast())
        && abs(known[1].utf8.count - words[1].utf8.count) < 3
    }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// `J. Nová` is the *Jana Nová* who signs in full in the last lines.
  private func signedInFull(_ name: String) -> PersonName? {
    let words = Folding.fold(name).split(separator: " ")
    guard words.count == 2, words[0].last == ".", let initial = words[0].first else { return nil }
    let parser = NameParser(transcript: transcript)
    for line in transcript.lines.suffix(10) {
      for place in line.tokens where transcript.tokens[place].isCapitalized {
        guard let person = parser.person(at: place, limit: line.tokens.upperBound) else { continue }
        let full = Folding.fold(person.name.name).split(separator: " ")
        if full.count == 2, full[1] == words[1], full[0].first == initial, full[0].count > 2 {
          return person.name
        }
      }
    }
    return nil
  }
}
