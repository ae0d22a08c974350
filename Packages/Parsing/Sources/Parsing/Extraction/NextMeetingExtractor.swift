import Domain

/// When the body meets next.
struct NextMeetingExtractor {
  /// The parts of the document.
  let layout: Layout
  /// The day of the meeting; a date without a year is the first such day after it.
  let held: CalendarDate?

  var transcript: Transcript { layout.transcript }
  private static let next: WordSet = [
    "pristi", "dalsi", "dalsiho", "pristiho", "dalsich", "pristich", "nasledujici", "nasledujiciho",
    "nejblizsi", "dalsim", "pristim",
  ]
  private static let triggers = WordList(
    beginnings: [
      "odsouhlasen", "stanoven", "sejde", "setkame", "prist", "dalsi", "nasledujici", "nejblizsi",
      "novy", "odroc", "odlozen", "pokracov", "terminy", "next", "schazime", "uvidime",
      "plan", "harmonogram", "rozpis", "schazet",
    ])
  static let meetings = [
    "jedna", "setkani", "schuz", "zasedani", "komis", "rada", "rady", "porad", "termin", "sejde",
    "vybor", "shromazdeni", "sezeni", "parlament", "predstavenstv", "meeting",
    "zastupitelstv",
  ]
  private static let prepositions: WordSet = ["na", "do", "o", "pred", "pro", "z"]

  /// Returns the next meetings in the order of the text, each date once.
  func nextMeetings() -> [Fact<ExtractedNextMeeting>] {
    var found: [Fact<ExtractedNextMeeting>] = []
    var read = 0
    for place in transcript.places(of: Self.triggers) where place >= read && isTrigger(place) {
      let end = windowEnd(from: place)
      for fact in meetings(in: listStart(place, end)..<end) { add(fact, to: &found) }
      read = max(end, place + 1)
    }
    for line in transcript.lines.indices {
      if let fact = announced(line) { add(fact, to: &found) }
    }
    for line in transcript.lines.indices where opensList(line) {
      for fact in listed(from: line) { add(fact, to: &found) }
    }
    return found
  }

  private func add(
    _ fact: Fact<ExtractedNextMeeting>, to found: inout [Fact<ExtractedNextMeeting>]
  ) {
    if let known = found.firstIndex(where: { $0.value.date == fact.value.date }) {
      if found[known].value.time == nil { found[known] = fact }
    } else {
      found.append(fact)
    }
  }

  /// `příští jednání`, `termín dalšího zasedání`, `odsouhlasené termíny`, but not `na příští
  /// jednání`.
  private func isTrigger(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    guard Self.triggers.contains(token.folded) else { return false }
    if token.folded.hasPrefix("odsouhlasen") || token.folded.hasPrefix("stanoven") {
      let near = place..<min(place + 5, transcript.tokens.count)
      return near.contains { transcript.tokens[$0].folded.hasPrefix("terminy") }
    }
    if token.folded.hasPrefix("sejde") || token.is("setkame") { return meetsAgain(place) }
    if token.is("schazime") || token.is("uvidime") { return meetsAgain(place) }
    if let isPlan = isPlan(place) { return isPlan }
    if let isNew = isNewTerm(place) { return isNew }
    if token.is("priste") { return opensLine(place) }
    guard Self.next.contains(token.folded) || token.is("next") else { return false }
    // `zařazení dalšího bodu jednání`, `Proběhlo další kolo jednání`
    if ["bod", "kol"].contains(where: transcript.tokens[place + 1].folded.hasPrefix) {
      return false
    }
    if place > 0, Self.isDone(transcript.tokens[place - 1..<place]) { return false }
    if token.is("dalsim") || token.is("pristim") {
      return transcript.tokens[place + 1].folded.hasPrefix("termin")
    }
    // `na nejbližší možné schůzce` tells no term.
    if token.is("nejblizsi") {
      return !Self.prepositions.contains(transcript.tokens[place - 1].folded)
        && Self.meetings.contains { transcript.tokens[place + 1].folded.hasPrefix($0) }
    }
    if place > 0, transcript.tokens[place].gap != .line,
      Self.prepositions.contains(transcript.tokens[place - 1].folded), !followsTerm(place)
    {
      return namesDay(place) || isToBeHeld(place)
    }
    let near = place + 1..<min(place + 5, transcript.tokens.count)
    if Self.isDone(transcript.tokens[near]) || isEvent(near) { return false }
    return near.contains { index in
      Self.meetings.contains { transcript.tokens[index].folded.hasPrefix($0) }
    } || transcript.is(place + 1, "se") && transcript.is(place + 2, "kona") || followsTerm(place)
      || namesBody(place + 1)
  }

  /// `příští jednání, které proběhlo` is over.
  private static func isDone(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains {
      ["probehlo", "probehla", "konalo", "konala", "uskutecnilo"].contains($0.folded)
    }
  }

  /// `- 13. 11. v 18 hodin – schůze výboru`: a point that begins with a day to come.
  private func announced(_ line: Int) -> Fact<ExtractedNextMeeting>? {
    let tokens = transcript.lines[line].tokens
    let words = tokens.drop { transcript.is($0, "-") || transcript.is($0, "•") }
    guard let held, let first = words.first, words.count < 16,
      transcript.tokens[first].kind == .number,
      let date = DateScanner(tokens: transcript.tokens[tokens]).date(at: first), date.day != nil,
      let dash = (date.tokens.upperBound..<tokens.upperBound).first(where: {
        transcript.is($0, "-") && transcript.tokens[$0].gap != .none
      }),
      ["schuz", "jednani", "zasedani", "setkani"].contains(
        where: transcript.tokens[dash + 1].folded.hasPrefix),
      (dash + 2..<min(dash + 5, tokens.upperBound)).contains(where: {
        Bodies.czech.isHead(transcript.tokens[$0].folded)
      }),
      let period = period(of: date, shared: nil), period.first > held
    else { return nil }
    let found = meetings(in: first..<tokens.upperBound)
    return found.first ?? Fact(ExtractedNextMeeting(date: period), transcript.range(date.tokens))
  }

  /// Days that stand alone in their lines under `Termíny jednání`, over the words of a table head.
  private func listed(from line: Int) -> [Fact<ExtractedNextMeeting>] {
    var found: [Fact<ExtractedNextMeeting>] = []
    var strangers = 0
    var next = line + 1
    while next < transcript.lines.count, strangers < (found.isEmpty ? 6 : 1) {
      let tokens = transcript.trimmed(transcript.lines[next].tokens, marks: ["•", "-", ",", "."])
      let dates = DateScanner(tokens: transcript.tokens[tokens]).dates()
      if dates.count > 1, let days = days(dates, in: tokens) {
        found += days
        strangers = 0
      } else if let date = dates.first, date.day != nil, tokens.count - date.tokens.count < 4,
        let period = period(of: date, shared: nil), held.map({ period.first > $0 }) ?? true
      {
        found.append(Fact(ExtractedNextMeeting(date: period), transcript.range(date.tokens)))
        strangers = 0
      } else if dates.isEmpty || !found.isEmpty {
        strangers += 1
      }
      next += 1
    }
    guard found.count > 1 else { return [] }
    return sharing(columnTime(after: next - strangers) ?? usualTime(from: line), found)
  }

  /// `Termíny jednání komise`, at the beginning of a line.
  private func opensList(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    let first = layout.itemLabels[line]?.titleStart ?? tokens.lowerBound
    if tellsDays(tokens) { return true }
    guard tokens.upperBound - first < 12, first < tokens.upperBound,
      ["terminy", "dalsi"].contains(transcript.tokens[first].folded)
    else { return false }
    let words = transcript.tokens[first..<min(first + 6, tokens.upperBound)]
    return words.contains { $0.folded.hasPrefix("terminy") }
      && words.contains { token in Self.meetings.contains { token.folded.hasPrefix($0) } }
  }

  private func followsTerm(_ place: Int) -> Bool {
    (max(0, place - 3)..<place).contains {
      transcript.tokens[$0].folded.hasPrefix("termin") || transcript.tokens[$0].is("datum")
    }
  }

  /// The end of the sentence, or of the list of dates under it.
  private func windowEnd(from place: Int) -> Int {
    var end = place + 1
    while end < min(transcript.tokens.count, place + 80) {
      let token = transcript.tokens[end]
      if token.gap == .line, endsAtLine(transcript.line(of: end)) { break }
      if token.is("."), isSentenceEnd(end) { break }
      if token.is("terminy"), end > place + 5 { break }
      end += 1
    }
    return end
  }

  private func isSentenceEnd(_ place: Int) -> Bool {
    let before = transcript.tokens[place - 1]
    guard place + 1 < transcript.tokens.count else { return before.kind != .number }
    let after = transcript.tokens[place + 1]
    if before.kind == .number {
      return before.number ?? 0 > 1900 && after.kind == .word && after.isCapitalized
    }
    return
      (before.folded.utf8.count > 3 || before.isUppercase
      || after.gap == .line && after.isCapitalized)
      && (after.isCapitalized || after.gap == .line) && before.kind == .word
  }

  private func endsAtLine(_ line: Int) -> Bool {
    if layout.labelKinds[line] != nil { return true }
    let tokens = transcript.lines[line].tokens
    let startsWithDate =
      DateScanner(tokens: transcript.tokens[tokens]).date(at: tokens.lowerBound) != nil
    if startsWithDate { return false }
    let above = transcript.lines[line - 1].tokens.upperBound - 1
    let goesOn =
      !transcript.tokens[tokens.lowerBound].isCapitalized && transcript.tokens[above].kind != .mark
    if transcript.lines[line].hasBlankAbove && !goesOn || layout.itemLabels[line] != nil {
      return true
    }
    return (transcript.tokens[above].kind == .number || transcript.is(above, "."))
      && transcript.tokens[tokens.lowerBound].isCapitalized
  }

  private func meetings(in range: Range<Int>) -> [Fact<ExtractedNextMeeting>] {
    let dates = DateScanner(tokens: transcript.tokens[range]).dates()
    let shared = dates.last(where: { $0.year != nil })?.year ?? yearBefore(range.lowerBound)
    let common = commonTime(of: dates, limit: range.upperBound)
    return dates.indices.compactMap { index in
      let date = dates[index]
      if transcript.is(date.tokens.lowerBound - 1, "do") { return nil }
      guard let period = period(of: date, shared: shared) else { return nil }
      let stop = index + 1 < dates.count ? dates[index + 1].tokens.lowerBound : range.upperBound
      let after =
        date.tokens.upperBound..<max(date.tokens.upperBound, min(stop, date.tokens.upperBound + 8))
      let time = TimeScanner(tokens: transcript.tokens[after]).first()
      let source = date.tokens.lowerBound..<(time?.tokens.upperBound ?? date.tokens.upperBound)
      return Fact(
        ExtractedNextMeeting(date: period, time: time?.time ?? common), transcript.range(source))
    }
  }

  func period(of date: WrittenDate, shared: Int?) -> CalendarPeriod? {
    if let year = date.year, let held, year == held.year, let written = date.period(),
      written.last < held, let later = repeated(date, after: year)
    {
      return later
    }
    if date.year != nil || date.part != nil { return date.period(year: held?.year) }
    if let shared { return date.period(year: shared) }
    guard let held, let sameYear = date.period(year: held.year) else { return nil }
    return sameYear.first > held ? sameYear : date.period(year: held.year + 1)
  }

  /// A day before the meeting is a slip when the text also names that day of the next year.
  private func repeated(_ date: WrittenDate, after year: Int) -> CalendarPeriod? {
    DateScanner(tokens: transcript.tokens[...]).dates().first {
      $0.day == date.day && $0.month == date.month && $0.year == year + 1
    }?.period()
  }

  /// `Termíny v r. 2025: …`.
  private func yearBefore(_ place: Int) -> Int? {
    for index in (max(0, place - 6)..<place).reversed() {
      if let year = transcript.tokens[index].number, (1990...2100).contains(year),
        transcript.is(index - 2, "r") || transcript.is(index - 1, "roce")
          || transcript.is(index - 1, "rok")
      {
        return year
      }
    }
    return nil
  }
}
