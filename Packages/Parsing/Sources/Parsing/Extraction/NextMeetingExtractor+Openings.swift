import Domain

/// The ways in which a sentence begins to tell of the next meeting.
extension NextMeetingExtractor {
  static let gatherings = ["jedna", "setkani", "schuz", "zasedani", "porad", "sezeni"]

  /// `Příště: 3. 5. v 18 h` at the beginning of a line.
  func opensLine(_ place: Int) -> Bool {
    let line = transcript.line(of: place)
    let first = layout.itemLabels[line]?.titleStart ?? transcript.lines[line].tokens.lowerBound
    guard place == first else { return false }
    if [":", "-"].contains(transcript.tokens[place + 1].folded) { return true }
    // `Příště ve středu 3. 5.`
    guard ["v", "ve", "dne"].contains(transcript.tokens[place + 1].folded),
      let number = (place + 2..<place + 5).first(where: {
        transcript.tokens[$0].kind == .number
      })
    else { return false }
    let tokens = transcript.lines[line].tokens
    return tokens.contains(number)
      && DateScanner(tokens: transcript.tokens[tokens]).date(at: number) != nil
  }

  /// `Další VV se koná`, `Příští AS bude`: capitals stand for the body.
  func namesBody(_ place: Int) -> Bool {
    transcript.tokens[place].isUppercase
      && ["se", "bude", "probehne", "je", ":"].contains(transcript.tokens[place + 1].folded)
  }

  /// `Příště se sejdeme 4. 3.`, `Komise se znovu sejde dne 4. 3.`, `Sejdeme se 4. 3.`
  func meetsAgain(_ verb: Int) -> Bool {
    if ["sejdeme", "setkame"].contains(transcript.tokens[verb].folded) { return true }
    return (max(0, verb - 4)..<verb + 3).contains {
      ["priste", "znovu", "opet", "dale", "opetovne"].contains(transcript.tokens[$0].folded)
    }
  }

  /// `Nový termín schůze: 4. 3.`, `Schůze byla odročena na 4. 3.`, `Jednání bude pokračovat 4. 3.`,
  /// `Termíny schůzí výboru: …`; `nil` for a word that opens none of them.
  func isNewTerm(_ place: Int) -> Bool? {
    let word = transcript.tokens[place].folded
    let line = transcript.lines[transcript.line(of: place)].tokens
    if word == "novy" {
      return transcript.is(place + 1, "termin") && isGathering(in: place + 2..<place + 5)
    }
    if word == "terminy" {
      let first = layout.itemLabels[transcript.line(of: place)]?.titleStart ?? line.lowerBound
      return place == first && isGathering(in: place + 1..<place + 3)
        && line.contains { transcript.is($0, ":") }
    }
    guard word.hasPrefix("odroc") || word.hasPrefix("odlozen") || word == "pokracovat" else {
      return nil
    }
    let start = (place - 7..<place).clamped(to: line)
    return isGathering(in: start)
      && start.contains { index in
        ["byl", "bude", "je"].contains(where: transcript.tokens[index].folded.hasPrefix)
      } && !start.contains { ["bod", "bodu", "rozprava"].contains(transcript.tokens[$0].folded) }
  }

  func isGathering(in places: Range<Int>) -> Bool {
    places.contains { place in
      Self.gatherings.contains(where: transcript.tokens[place].folded.hasPrefix)
    }
  }

  /// `na příští schůzi dne 4. 3.`, `na příštím jednání (4. 3.)`: the day follows at once.
  func namesDay(_ place: Int) -> Bool {
    guard transcript.is(place - 1, "na"), isGathering(in: place + 1..<place + 3) else {
      return false
    }
    let limit = place + 9
    let date = (place + 2..<limit).first { transcript.tokens[$0].kind == .number }
    guard let date, DateScanner(tokens: transcript.tokens[date..<limit]).date(at: date) != nil
    else { return false }
    return transcript.is(date - 1, "dne") || transcript.is(date - 1, "(")
  }

  /// `příští setkání se seniory` is held for others.
  func isEvent(_ near: Range<Int>) -> Bool {
    near.contains { place in
      guard transcript.tokens[place].folded.hasPrefix("setkani"),
        ["s", "se"].contains(transcript.tokens[place + 1].folded)
      else { return false }
      let next = transcript.tokens[place + 2]
      return next.kind == .word
        && ["y", "mi", "em", "ou", "ci"].contains(where: next.folded.hasSuffix)
    }
  }

  private static let plans = ["plan", "harmonogram", "rozpis"]

  /// `Plán schůzí na rok 2024:`, `Harmonogram jednání komise: …` at the beginning of a line, and
  /// `Výbor se bude scházet 5. 3., 2. 4. …`; `nil` when the word is another one.
  func isPlan(_ place: Int) -> Bool? {
    let word = transcript.tokens[place].folded
    if word == "schazet" { return (place - 3..<place).contains { transcript.is($0, "bude") } }
    guard Self.plans.contains(where: word.hasPrefix) else { return nil }
    let line = place..<min(transcript.lineEnd(of: place), place + 10)
    let names = line.prefix(4).contains { index in
      Self.meetings.contains { transcript.tokens[index].folded.hasPrefix($0) }
    }
    return names && transcript.tokens[place].gap == .line
      && line.contains { transcript.is($0, ":") }
  }

  /// Behind the colon of `Harmonogram jednání na 1. pololetí:` the days begin.
  func listStart(_ place: Int, _ end: Int) -> Int {
    guard Self.plans.contains(where: transcript.tokens[place].folded.hasPrefix) else {
      return place
    }
    return (place..<end).first { transcript.is($0, ":") } ?? place
  }

  /// `Uvádíme termíny komise do konce roku:` at the end of a line.
  func tellsDays(_ line: Range<Int>) -> Bool {
    guard let last = line.last, transcript.is(last, ":"), line.count < 16,
      let terms = line.first(where: { transcript.is($0, "terminy") })
    else { return false }
    return (terms + 1..<min(terms + 5, last)).contains { index in
      Self.meetings.contains { transcript.tokens[index].folded.hasPrefix($0) }
    }
  }

  /// The days of a line that holds nothing else.
  func days(_ dates: [WrittenDate], in line: Range<Int>) -> [Fact<ExtractedNextMeeting>]? {
    let others = line.filter { place in
      transcript.tokens[place].kind == .word && !dates.contains { $0.tokens.contains(place) }
    }
    guard others.isEmpty, dates.allSatisfy({ $0.day != nil }) else { return nil }
    let shared = dates.last { $0.year != nil }?.year
    return dates.compactMap { date in
      guard let period = period(of: date, shared: shared), held.map({ period.first > $0 }) ?? true
      else { return nil }
      return Fact(ExtractedNextMeeting(date: period), transcript.range(date.tokens))
    }
  }

  /// The hour in the column `Čas`, below the column of the days, when it has one for all of them.
  func columnTime(after line: Int) -> String? {
    let lines = line..<min(line + Self.mostColumnLines, transcript.lines.count)
    guard
      let head = lines.first(where: { index in
        let words = transcript.lines[index].tokens
        return words.count == 1 && transcript.is(words.lowerBound, "cas")
      })
    else { return nil }
    let times = (head + 1..<max(head + 1, lines.upperBound)).compactMap { index in
      TimeScanner(tokens: transcript.tokens[transcript.lines[index].tokens]).first()?.time
    }
    return Set(times).count == 1 ? times.first : nil
  }

  private static let mostColumnLines = 8

  /// `Jednání budou vždy ve 14 hod.` in the line that opens the list or in the next two.
  func usualTime(from line: Int) -> String? {
    for index in line..<min(line + 3, transcript.lines.count) {
      let words = transcript.lines[index].tokens
      guard let always = words.first(where: { transcript.is($0, "vzdy") }) else { continue }
      return TimeScanner(tokens: transcript.tokens[always..<words.upperBound]).first()?.time
    }
    return nil
  }

  /// `4. 3. a 8. 4. od 16 hodin`: the hour behind days that only *a* joins holds for all of them.
  func commonTime(of dates: [WrittenDate], limit: Int) -> String? {
    guard dates.count > 1, let last = dates.last else { return nil }
    let areJoined = zip(dates, dates.dropFirst()).allSatisfy { date, next in
      (date.tokens.upperBound..<max(date.tokens.upperBound, next.tokens.lowerBound)).allSatisfy {
        Self.joining.contains(transcript.tokens[$0].folded)
      }
    }
    guard areJoined else { return nil }
    let end = last.tokens.upperBound
    return TimeScanner(tokens: transcript.tokens[end..<max(end, min(limit, end + 8))]).first()?.time
  }

  private static let joining: WordSet = [
    "a", "i", ",", "v", "ve", "dne", "pondeli", "utery", "stredu", "ctvrtek", "patek", "sobotu",
    "nedeli",
  ]

  /// The meetings with the hour that holds for all of them.
  func sharing(
    _ time: String?, _ meetings: [Fact<ExtractedNextMeeting>]
  ) -> [Fact<ExtractedNextMeeting>] {
    meetings.map { meeting in
      var shared = meeting
      shared.value.time = meeting.value.time ?? time
      return shared
    }
  }

  /// `do dalšího zasedání výboru, které se bude konat 14. 12. 2006`
  func isToBeHeld(_ place: Int) -> Bool {
    let near = (place + 1..<place + 10).clamped(to: place..<transcript.lineEnd(of: place))
    guard
      let which = near.first(where: {
        ["ktere", "ktera"].contains(transcript.tokens[$0].folded) && transcript.is($0 - 1, ",")
      }),
      (place + 1..<which).contains(where: { index in
        Self.meetings.contains { transcript.tokens[index].folded.hasPrefix($0) }
      })
    else { return false }
    return transcript.is(which + 1, "se")
      && (transcript.is(which + 2, "kona") || transcript.is(which + 2, "uskutecni")
        || transcript.is(which + 2, "bude") && transcript.is(which + 3, "konat"))
  }
}
