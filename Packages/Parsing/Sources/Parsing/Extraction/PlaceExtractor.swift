import Domain

/// Where the meeting was and whether people met in a room.
struct PlaceExtractor {
  /// The parts of the document.
  let layout: Layout
  /// Where the date stands; the place often follows it.
  let dates: DateExtractor

  private var transcript: Transcript { layout.transcript }
  /// A place far below the beginning is the next meeting's.
  private static let mostLines = 40
  private static let welcomes = WordList(beginnings: ["privital"])

  /// Returns the place.
  func place() -> Fact<String>? {
    labelled() ?? besideDate() ?? afterTime() ?? beforeDate() ?? inWelcome() ?? told() ?? inTitle()
      ?? underTitle()
  }

  /// A town beside the date says less than the sentence that names the room.
  private func besideDate() -> Fact<String>? {
    guard let found = afterDate() else { return nil }
    return tokens(of: found.source).count < 3 ? told() ?? found : found
  }

  /// `Zasedání se uskutečnilo od 18:00 v klubovně`.
  private func told() -> Fact<String>? {
    HeldSentence(layout: layout).found()?.place.map { transcript.fact($0, confidence: 0.85) }
  }

  /// `Školní jídelna, Dlouhá 5` alone in a line below the title.
  private func underTitle() -> Fact<String>? {
    for index in layout.heading where index >= dates.titleLines.lowerBound {
      let line = transcript.lines[index].tokens
      guard line.count < 20, layout.itemLabels[index] == nil,
        !line.contains(where: { place in
          transcript.is(place, ":") || PeopleLine.isPastVerb(transcript.tokens[place].folded)
        }), opensWithRoom(line)
      else { continue }
      return transcript.fact(transcript.trimmed(line), confidence: 0.8)
    }
    return nil
  }

  /// Whether a part between commas begins with a room.
  private func opensWithRoom(_ line: Range<Int>) -> Bool {
    // `v restauraci U Lípy`
    if ["v", "ve", "na"].contains(transcript.tokens[line.lowerBound].folded) {
      return namesRoom(line.lowerBound + 1)
    }
    return transcript.tokens[line.lowerBound].isCapitalized
      && line.contains { place in
        (place == line.lowerBound || transcript.is(place - 1, ",")) && namesRoom(place)
      }
  }

  /// Returns whether people met in a room, when the document tells.
  func form(of place: Fact<String>?) -> Fact<MeetingForm>? {
    let heading = layout.tokens(ofLines: layout.heading)
    let labels = layout.sections.first.map { 0..<$0.label.upperBound } ?? 0..<0
    for range in [place.map { tokens(of: $0.source) }, heading, labels].compactMap({ $0 }) {
      if let found = remote(in: range) { return found }
    }
    return heldRemotely() ?? place.map { Fact(.inPerson, $0.source, confidence: 0.9) }
  }

  private static let held: WordSet = [
    "konane", "konano", "konana", "konalo", "konala", "probehlo", "probehla", "uskutecnilo",
    "uskutecnila",
  ]

  /// `Jednání komise bylo konané online.` below the heading.
  private func heldRemotely() -> Fact<MeetingForm>? {
    for verb in transcript.places(of: Self.held) {
      let index = transcript.line(of: verb)
      guard index < Self.mostLines else { return nil }
      let line = transcript.lines[index].tokens
      let meets = line.contains { place in
        ["jednani", "schuz", "zasedani"].contains(
          where: transcript.tokens[place].folded.hasPrefix)
      }
      if meets, line.count < 20, let found = remote(in: line) { return found }
    }
    return nil
  }

  private func remote(in range: Range<Int>) -> Fact<MeetingForm>? {
    for place in range {
      switch transcript.tokens[place].folded {
      case "online", "videokonference", "videokonferenci", "distancni", "distancne", "zoom",
        "teams":
        return Fact(.online, transcript.range(place..<place + 1))
      case "on" where transcript.is(place + 1, "-") && transcript.is(place + 2, "line"):
        return Fact(.online, transcript.range(place..<place + 3))
      case "per" where transcript.is(place + 1, "rollam"):
        return Fact(.circulated, transcript.range(place..<place + 2))
      default: continue
      }
    }
    return nil
  }

  private func tokens(of source: SourceRange) -> Range<Int> {
    transcript.tokens(of: source)
  }

  private func labelled() -> Fact<String>? {
    let programme = layout.sections.first { $0.kind == .agenda || $0.kind == .course }?.line
    for section in layout.sections(.place)
    where !section.value.isEmpty && section.line < programme ?? Self.mostLines {
      let end = paragraphEnd(section.value)
      let value = withoutRemark(transcript.trimmed(section.value.lowerBound..<end))
      if !value.isEmpty { return transcript.fact(value) }
    }
    return nil
  }

  /// The rest of the sentence with the date: `… v 16 hod. v budově školy, Dlouhá 5`.
  private func afterDate() -> Fact<String>? {
    guard let site = dates.site, site.date.tokens.upperBound < site.around.upperBound else {
      return nil
    }
    if let direct = directlyAfter(site) { return direct }
    var start = site.date.tokens.upperBound
    let window = min(start + 12, site.around.upperBound)
    if let time = TimeScanner(tokens: transcript.tokens[start..<window]).first(),
      !dates.tellsEnd(time.tokens.lowerBound),
      !isPlaceWord(start, after: start)
        || transcript.line(of: time.tokens.lowerBound) == transcript.line(of: start)
    {
      start =
        dates.spanEnd(after: time.tokens.upperBound)?.tokens.upperBound ?? time.tokens.upperBound
    }
    return place(from: start, dateEnd: site.date.tokens.upperBound, limit: site.around.upperBound)
  }

  /// The place that begins behind the words for the time, up to the end of its sentence.
  private func place(from start: Int, dateEnd: Int, limit: Int) -> Fact<String>? {
    var start = start
    while start < limit, isFiller(start) { start += 1 }
    let paragraph = start..<max(start, paragraphEnd(start..<limit))
    let sentence = start..<(paragraph.first(where: isSentenceEnd) ?? paragraph.upperBound)
    let value = withoutRemark(transcript.trimmed(sentence))
    guard let first = value.first, isPlaceWord(first, after: dateEnd) else { return nil }
    return transcript.fact(value, confidence: 0.85)
  }

  /// `konaného od 9:00 hodin - Kancelář starosty` below a title that has the day.
  private func afterTime() -> Fact<String>? {
    for word in layout.tokens(ofLines: layout.heading)
    where transcript.tokens[word].folded.hasPrefix("konan") && transcript.is(word + 1, "od") {
      let end = transcript.lineEnd(of: word)
      guard let time = TimeScanner(tokens: transcript.tokens[word..<min(end, word + 8)]).first(),
        let found = place(from: time.tokens.upperBound, dateEnd: word, limit: end)
      else { continue }
      return found
    }
    return nil
  }

  /// `2. 5. 2007 v místnosti UV 115 od 14:00 hod.`: the place stands between the day and the time.
  private func directlyAfter(_ site: DateExtractor.Site) -> Fact<String>? {
    let start = site.date.tokens.upperBound
    let line = start..<min(transcript.lineEnd(of: start), site.around.upperBound)
    guard ["v", "ve", "na"].contains(transcript.tokens[start].folded),
      !transcript.is(start + 1, "dobe"),
      TimeScanner(tokens: transcript.tokens[start..<start + 5]).first() == nil,
      let from = line.dropFirst(2).prefix(12).first(where: { transcript.is($0, "od") }),
      TimeScanner(tokens: transcript.tokens[from..<line.upperBound]).first()?.tokens.lowerBound
        == from + 1
    else { return nil }
    return transcript.fact(transcript.trimmed(start..<from), confidence: 0.85)
  }

  /// `(schválený dne …)`, `(9.00 – 11.00 hodin)`, `za účasti …` and an unmatched bracket are no
  /// part of the place.
  private func withoutRemark(_ tokens: Range<Int>) -> Range<Int> {
    let cut = tokens.first { place in
      transcript.is(place, "(")
        && (transcript.tokens[place + 1].folded.hasPrefix("schval") || isTime(place + 1))
        || transcript.is(place, "za") && transcript.is(place + 1, "ucasti")
    }
    let kept = tokens.lowerBound..<(cut ?? tokens.upperBound)
    let opens = kept.contains { transcript.is($0, "(") }
    return opens ? kept : transcript.trimmed(kept, marks: [")", ",", "."])
  }

  private func isTime(_ place: Int) -> Bool {
    place < transcript.tokens.count
      && TimeScanner(tokens: transcript.tokens[place...].prefix(8)).time(at: place) != nil
  }

  /// A dot behind a word and before a capital, with a verb after it.
  private func isSentenceEnd(_ place: Int) -> Bool {
    let before = transcript.tokens[place - 1]
    return transcript.is(place, ".") && before.kind == .word && before.folded.utf8.count > 3
      && !transcript.isAbbreviated(place) && transcript.tokens[place + 1].isCapitalized
      && (place + 1..<min(place + 12, transcript.lineEnd(of: place))).contains { index in
        PeopleLine.isPastVerb(transcript.tokens[index].folded)
      }
  }

  private func isFiller(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    if token.is("-") { return namesRoom(place + 1) }
    return token.folded.hasPrefix("hod") || token.folded.hasPrefix("konan") || token.is("h")
      || token.is(".") || token.is(",")
  }

  private func isPlaceWord(_ place: Int, after dateEnd: Int) -> Bool {
    let word = transcript.tokens[place].folded
    if ["ramci", "dobe"].contains(transcript.tokens[place + 1].folded) { return false }
    if ["v", "ve", "na"].contains(word) || namesRoom(place) { return true }
    return transcript.is(place - 1, ",") && transcript.tokens[place].isCapitalized
  }

  private static let rooms = WordList(
    beginnings: FactTable.words.values(of: "room"))

  /// `klubovna`, `velká zasedací místnost`, `Restaurace U Lípy` in the line of the date.
  private func namesRoom(_ place: Int) -> Bool {
    let words = (place..<min(place + 3, transcript.tokens.count)).prefix {
      transcript.tokens[$0].kind == .word && ($0 == place || transcript.tokens[$0].gap != .line)
    }
    guard let room = words.first(where: { Self.rooms.contains(transcript.tokens[$0].folded) })
    else { return false }
    // Only adjectives stand before the noun.
    return (place..<room).allSatisfy { index in
      ["a", "i"].contains(where: transcript.tokens[index].folded.hasSuffix)
    }
  }

  /// `ze schůze konané v hasičské zbrojnici, dne 4. 4. 2016`: the place stands before the day.
  private func beforeDate() -> Fact<String>? {
    guard let site = dates.site else { return nil }
    let end = site.date.tokens.lowerBound
    let start = (max(0, end - 20)..<end).last { place in
      transcript.tokens[place].folded.hasPrefix("konan")
        && (transcript.is(place + 1, "v") || transcript.is(place + 1, "ve")
          || transcript.is(place + 1, "na"))
    }
    guard let start, !(start..<end).contains(where: { transcript.is($0, ":") }) else { return nil }
    let value = transcript.trimmed(
      start + 1..<(transcript.is(end - 1, "dne") ? end - 1 : end))
    return value.count > 1 ? transcript.fact(value, confidence: 0.85) : nil
  }

  /// A value ends at an empty line, at a label and at a line that begins a numbered item.
  private func paragraphEnd(_ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return range.lowerBound }
    var line = transcript.line(of: range.lowerBound)
    var end = min(transcript.lines[line].tokens.upperBound, range.upperBound)
    while line + 1 < transcript.lines.count,
      transcript.lines[line + 1].tokens.lowerBound < range.upperBound,
      !transcript.lines[line + 1].hasBlankAbove, !transcript.lines[line + 1].hasDividerAbove,
      layout.itemLabels[line + 1] == nil, end - range.lowerBound < 60, !opensList(line + 1)
    {
      line += 1
      end = min(transcript.lines[line].tokens.upperBound, range.upperBound)
    }
    return end
  }

  /// `Dle prezenční listiny přítomni: …` under the sentence with the place.
  private func opensList(_ line: Int) -> Bool {
    let start = transcript.lines[line].tokens.lowerBound
    let first = transcript.tokens[start]
    if first.isCapitalized, Labels.opensPeople(first.folded) { return true }
    // `Jednání zahájil předseda …`
    if first.isCapitalized, PeopleLine.isPastVerb(transcript.tokens[start + 1].folded) {
      return true
    }
    // `I. Zahájení` and `Zápis z jednání` open something else.
    if first.is("zapis") || isRoman(first) && transcript.is(start + 1, ".") { return true }
    return transcript.lines[line].tokens.prefix(8).contains { place in
      transcript.is(place, ":")
        || transcript.is(place, ".")
          && Labels.opensPeople(transcript.tokens[place - 1].folded)
    }
  }

  private func isRoman(_ token: Token) -> Bool {
    token.isCapitalized && token.folded.utf8.allSatisfy { "ivx".utf8.contains($0) }
  }

  /// `Zasedání výboru v Plzni`.
  private func inTitle() -> Fact<String>? {
    let lines = layout.tokens(ofLines: dates.titleLines)
    return town(in: lines) ?? layout.frontValue("nazev").flatMap { town(in: $0, endsWith: true) }
  }

  /// The town after *v*; the name of a page may end with one that no list has.
  private func town(in title: Range<Int>, endsWith: Bool = false) -> Fact<String>? {
    for place in title where transcript.is(place, "v") || transcript.is(place, "ve") {
      let name = (place + 1..<title.upperBound).prefix {
        transcript.tokens[$0].isCapitalized && transcript.tokens[$0].gap != .line
      }
      let isKnown =
        Municipalities.czech.match(transcript.tokens, at: place + 1, limit: title.upperBound) != nil
      // `Obvodní rada v Praze 7` is the council of a part of the city.
      guard !name.isEmpty, isKnown || endsWith && name.upperBound == title.upperBound,
        name.upperBound == title.upperBound
          || transcript.tokens[name.upperBound].kind != .number
          || transcript.tokens[name.upperBound].gap == .line
      else { continue }
      return transcript.fact(place..<name.upperBound, confidence: 0.8)
    }
    return nil
  }

  /// `přivítala přítomné v prostorách knihovny`.
  private func inWelcome() -> Fact<String>? {
    for place in transcript.places(of: Self.welcomes) {
      let end = min(transcript.lineEnd(of: place), place + 30)
      guard let start = (place..<min(end, place + 5)).first(where: { isPlacePreposition($0) })
      else {
        continue
      }
      let stop = (start..<end).first { transcript.is($0, ".") } ?? end
      return transcript.fact(start..<stop, confidence: 0.8)
    }
    return nil
  }

  private func isPlacePreposition(_ place: Int) -> Bool {
    guard transcript.is(place, "v") || transcript.is(place, "ve"),
      place + 1 < transcript.tokens.count
    else { return false }
    return ["prostor", "budov", "zasedaci", "sal", "mistnost", "aul", "kancelar", "knihov"].contains
    {
      transcript.tokens[place + 1].folded.hasPrefix($0)
    }
  }
}
