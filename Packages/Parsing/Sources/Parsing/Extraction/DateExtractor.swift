import Domain

/// When the meeting was, when it began and when it ended.
struct DateExtractor {
  /// The parts of the document.
  let layout: Layout
  /// The lines of the title.
  let titleLines: Range<Int>
  /// Where the date of the meeting stands.
  private(set) var site: Site?
  /// The sentence that tells when and where the meeting was, asked for where headings do not.
  private var held: HeldSentence.Found? { HeldSentence(layout: layout).found() }

  private var transcript: Transcript { layout.transcript }

  /// Finds the date.
  init(layout: Layout, titleLines: Range<Int>) {
    self.layout = layout
    self.titleLines = titleLines
    site = found()
  }

  /// Where the date stands and the tokens around it that may hold the time and the place.
  struct Site {
    /// The date.
    var date: WrittenDate
    /// The tokens that belong together with the date.
    var around: Range<Int>
  }

  /// Returns the date of the meeting or of the document.
  func date() -> Fact<CalendarPeriod>? {
    guard let site else { return approval() ?? recorded() }
    let year = site.date.year ?? onlyYear() ?? titleYear()
    guard let period = site.date.period(year: year) else { return nil }
    return Fact(
      period, transcript.range(site.date.tokens), confidence: site.date.year == nil ? 0.8 : 0.97)
  }

  private func found() -> Site? {
    for section in layout.sections(.date)
    where section.line < 40
      && !section.label.contains(where: { transcript.tokens[$0].folded.hasPrefix("naro") })
    {
      let value = section.value.clamped(
        to: 0..<min(section.value.upperBound, section.value.lowerBound + 90))
      if let date = firstDate(in: value), isNear(date, section.value.lowerBound) {
        return Site(date: date, around: value)
      }
    }
    let heading = layout.tokens(ofLines: layout.heading)
    let title = layout.tokens(ofLines: titleLines)
    if announced(in: title) == nil, announced(in: heading) == nil, let front = frontDate() {
      return front
    }
    for range in [title, heading] {
      if let date = announced(in: range) ?? firstDate(in: range, outsideItems: true) {
        return Site(
          date: date, around: date.tokens.lowerBound..<max(heading.upperBound, range.upperBound))
      }
    }
    return held?.date.map { Site(date: $0, around: $0.tokens) }
  }

  private func frontDate() -> Site? {
    guard let front = layout.frontValue("date", "datum", "platnost"),
      let date = firstDate(in: front)
    else { return nil }
    return Site(date: date, around: date.tokens)
  }

  /// Returns when the meeting began, `HH:MM`.
  func time() -> Fact<String>? {
    if let site, site.date.tokens.upperBound < site.around.upperBound {
      // A bracket with a span is longer.
      let near = site.date.tokens.upperBound..<site.date.tokens.upperBound + 12
      let reach = near.contains { transcript.is($0, "(") } ? near.upperBound + 2 : near.upperBound
      let end = min(site.around.upperBound, reach)
      let after = transcript.tokens[
        site.date.tokens.upperBound - 1..<max(end, site.date.tokens.upperBound)]
      if let found = TimeScanner(tokens: after).first(), !tellsEnd(found.tokens.lowerBound) {
        return fact(found)
      }
      let before = transcript.tokens[max(0, site.date.tokens.lowerBound - 6)..<after.endIndex]
      if let found = TimeScanner(tokens: before).first(),
        found.tokens.upperBound <= site.date.tokens.lowerBound
      {
        return fact(found)
      }
    }
    if site == nil,
      let found = TimeScanner(
        tokens: transcript.tokens[layout.tokens(ofLines: layout.heading.prefix(2))]
      ).first(),
      !tellsEnd(found.tokens.lowerBound)
    {
      return Fact(found.time, transcript.range(found.tokens), confidence: 0.75)
    }
    for section in layout.sections(.time) {
      let end = min(section.value.upperBound, section.value.lowerBound + 10)
      if let found = TimeScanner(tokens: transcript.tokens[section.value.lowerBound..<end]).first()
      {
        return fact(found)
      }
    }
    return announcedTime() ?? held?.time.map { fact($0) } ?? opened()
  }

  /// `jednání výboru, konané od 9:00 hodin` below a title that has the day.
  private func announcedTime() -> Fact<String>? {
    for place in layout.tokens(ofLines: layout.heading)
    where transcript.tokens[place].folded.hasPrefix("konan") && transcript.is(place + 1, "od") {
      let end = min(transcript.lineEnd(of: place), place + 8)
      if let found = TimeScanner(tokens: transcript.tokens[place..<end]).first() {
        return fact(found)
      }
    }
    return nil
  }

  /// `Jednání ukončeno ve 20.15` right under the date.
  func tellsEnd(_ time: Int) -> Bool {
    let line = transcript.lines[transcript.line(of: time)].tokens
    return (time - 5..<time).clamped(to: line).contains {
      Self.endings.contains(transcript.tokens[$0].folded)
    }
  }

  /// `zahájila jednání v 16:05`, `Jednání bylo zahájeno v 17.00 hod.` in the first part.
  private func opened() -> Fact<String>? {
    for place in transcript.places(of: Self.openings)
    where place < Self.mostOpeningTokens && !isAboutItem(place) {
      let found =
        TimeScanner(tokens: transcript.tokens[place..<sentenceEnd(from: place)]).first()
        ?? time(opening: place)
      if let found { return Fact(found.time, transcript.range(found.tokens), confidence: 0.85) }
    }
    return nil
  }

  private static let mostOpeningTokens = 600
  private static let openings = WordList(beginnings: ["zahaj", "zacal"])
  private static let endings = WordList(["ukonc*", "skonc*", "zakonc*", "konec"])

  /// `Projednávání bodu bylo ukončeno v 17:35` ends no meeting.
  private func isAboutItem(_ place: Int) -> Bool {
    let line = transcript.lines[transcript.line(of: place)].tokens
    return (place - 5..<place + 3).clamped(to: line).contains { index in
      let word = transcript.tokens[index].folded
      return ["bodu", "bod", "rozprava", "diskuse", "diskuze", "rozpravu", "diskusi", "diskuzi"]
        .contains(word) || word.hasPrefix("prestavk")
    }
  }

  /// Returns when the meeting ended: `ukončil v 17:45`, `Konec: 20:36`.
  func endTime() -> Fact<String>? {
    for place in transcript.places(of: Self.endings).reversed() where !isAboutItem(place) {
      let end = sentenceEnd(from: place)
      if let found = TimeScanner(tokens: transcript.tokens[place..<end]).first() {
        return fact(found)
      }
      if let found = time(opening: place) { return fact(found) }
    }
    return spanEnd()
  }

  /// `Ve 20:30 hod. předseda schůzi ukončil`: the time opens the sentence of the verb.
  private func time(opening verb: Int) -> (time: String, tokens: Range<Int>)? {
    let line = transcript.lines[transcript.line(of: verb)].tokens
    let opening = (verb - 24..<verb).clamped(to: line).last { place in
      (transcript.is(place, "v") || transcript.is(place, "ve"))
        && transcript.tokens[place].isCapitalized
    }
    guard let opening else { return nil }
    let scanner = TimeScanner(tokens: transcript.tokens[opening..<verb])
    guard let found = scanner.first(), found.tokens.lowerBound - opening < 3 else { return nil }
    return found
  }

  /// `18:30 – 20:15` where the meeting's time stands.
  private func spanEnd() -> Fact<String>? {
    guard let start = time() else { return nil }
    let tokens = transcript.tokens(of: start.source)
    return spanEnd(after: tokens.upperBound).map { end in
      Fact(end.time, transcript.range(end.tokens), confidence: 0.85)
    }
  }

  /// `– 20:15` or `do 20.15` behind a time, perhaps with *hodin* between them.
  func spanEnd(after start: Int) -> (time: String, tokens: Range<Int>)? {
    var dash = start
    while dash < start + 2, ["hod", "hodin", "h", "."].contains(transcript.tokens[dash].folded) {
      dash += 1
    }
    guard transcript.is(dash, "-") || transcript.is(dash, "do") else { return nil }
    let rest = transcript.tokens[dash + 1..<max(dash + 1, min(dash + 5, transcript.tokens.count))]
    guard let hour = rest.first?.number, hour < 25, rest.count > 2 else { return nil }
    let minute = rest[dash + 3].number
    guard [":", "."].contains(rest[dash + 2].folded), rest[dash + 2].gap == .none,
      let minute, minute < 60, rest[dash + 3].folded.utf8.count == 2
    else { return nil }
    let text = (hour < 10 ? "0" : "") + "\(hour)" + (minute < 10 ? ":0" : ":") + "\(minute)"
    return (text, dash + 1..<dash + 4)
  }

  /// The end of the sentence or of the line, at most some words further.
  private func sentenceEnd(from place: Int) -> Int {
    let limit = min(transcript.tokens.count, place + 16)
    return (place + 1..<max(place + 1, limit)).first { index in
      transcript.tokens[index].gap == .line && transcript.tokens[index].isCapitalized
    } ?? limit
  }

  private func fact(_ found: (time: String, tokens: Range<Int>)) -> Fact<String> {
    Fact(found.time, transcript.range(found.tokens))
  }

  private func firstDate(in range: Range<Int>, outsideItems: Bool = false) -> WrittenDate? {
    DateScanner(tokens: transcript.tokens[range]).dates().first { date in
      guard date.day != nil else { return false }
      // `5. hospodaření k 30. 6.`: an item of a list tells no day of the meeting.
      return !outsideItems || !transcript.is(date.tokens.lowerBound - 1, "k")
        || layout.itemLabels[transcript.line(of: date.tokens.lowerBound)] == nil
    }
  }

  /// The date after `dne`, `konaného`: a title may mention other dates.
  private func announced(in range: Range<Int>) -> WrittenDate? {
    announced(in: range, atLineStart: true) ?? announced(in: range, atLineStart: false)
  }

  private func announced(in range: Range<Int>, atLineStart: Bool) -> WrittenDate? {
    for place in range
    where ["dne", "ze", "konane", "konaneho", "konana"].contains(transcript.tokens[place].folded)
      && (!atLineStart || transcript.tokens[place].gap == .line)
    {
      var next = transcript.is(place + 1, "dne") ? place + 2 : place + 1
      if transcript.is(next, ":") { next += 1 }
      guard next < range.upperBound else { continue }
      let found = DateScanner(tokens: transcript.tokens[next..<range.upperBound]).date(at: next)
      if let found, found.day != nil { return found }
    }
    return nil
  }

  private func isNear(_ date: WrittenDate, _ start: Int) -> Bool {
    transcript.line(of: date.tokens.lowerBound) - transcript.line(of: max(0, start - 1)) <= 2
  }

  /// The only year that the document writes in full dates.
  private func onlyYear() -> Int? {
    let years = Set(DateScanner(tokens: transcript.tokens[...]).dates().compactMap(\.year))
    return years.count == 1 ? years.first : nil
  }

  /// `Zápis z členské schůze 2022`, and in the text only a day and a month.
  private func titleYear() -> Int? {
    layout.tokens(ofLines: titleLines).lazy.compactMap { place in
      transcript.tokens[place].number.flatMap { (1990...2100).contains($0) ? $0 : nil }
    }.first
  }

  /// Minutes that state no other date were written on the day of the meeting: `V Lípě dne 3. 5.
  /// 2020`.
  private func recorded() -> Fact<CalendarPeriod>? {
    let found = ClosingExtractor(layout: layout, attendance: []).recordedOn()
    return found.map { Fact($0.value, $0.source, confidence: 0.7) }
  }

  /// The date on which an agreement was approved.
  private func approval() -> Fact<CalendarPeriod>? {
    for place in transcript.places(of: "datum") {
      guard transcript.is(place + 1, "schvaleni") else { continue }
      let end = min(transcript.tokens.count, place + 14)
      guard let date = firstDate(in: place..<end), let period = date.period() else { continue }
      return Fact(period, transcript.range(date.tokens))
    }
    return nil
  }
}
