import Domain

/// The sentence that tells when and where a meeting was: `Zasedání se uskutečnilo 4. 5. 2023 od
/// 18:00 do 20:15 v klubovně`.
struct HeldSentence {
  /// The parts of the document.
  let layout: Layout

  /// What the sentence tells.
  struct Found {
    /// The day.
    var date: WrittenDate?
    /// When the meeting began.
    var time: (time: String, tokens: Range<Int>)?
    /// Where it was.
    var place: Range<Int>?
  }

  private var transcript: Transcript { layout.transcript }
  /// Later lines tell of other meetings.
  private static let mostLines = 25
  private static let verbs: WordSet = [
    "uskutecnilo", "uskutecnila", "konalo", "konala", "konal", "probehlo", "probehla", "sesel",
    "sesla", "seslo",
  ]
  private static let meetings = [
    "zasedan", "schuz", "jednan", "setkan", "porad", "hromad", "shromazden", "rada", "rady",
    "vybor", "komise",
  ]
  private static let others = ["minul", "posledn", "predchoz", "pristi", "dals", "nasleduj"]

  /// Returns what the first such sentence tells.
  func found() -> Found? {
    for verb in transcript.places(of: Self.verbs) {
      let number = transcript.line(of: verb)
      guard number < layout.frontMatter.upperBound + Self.mostLines else { return nil }
      let line = transcript.lines[number].tokens
      guard line.contains(verb) else { continue }
      if let date = date(opening: line, before: verb) { return Found(date: date) }
      guard tellsMeeting((verb - 12..<verb).clamped(to: line)) else { continue }
      let found = read(verb + 1..<sentenceEnd(from: verb, line.upperBound))
      if found.time != nil || found.date != nil { return found }
    }
    return nil
  }

  /// `Dne 26. 3. 2020 se uskutečnila členská schůze`.
  private func date(opening line: Range<Int>, before verb: Int) -> WrittenDate? {
    let first = line.lowerBound
    guard transcript.is(first, "dne"), transcript.is(verb - 1, "se"),
      let date = DateScanner(tokens: transcript.tokens[line]).date(at: first + 1),
      date.day != nil, date.tokens.upperBound == verb - 1,
      tellsMeeting((verb + 1..<verb + 5).clamped(to: line))
    else { return nil }
    return date
  }

  private func tellsMeeting(_ words: Range<Int>) -> Bool {
    words.contains { place in
      Self.meetings.contains(where: transcript.tokens[place].folded.hasPrefix)
    }
      && !words.contains { place in
        Self.others.contains(where: transcript.tokens[place].folded.hasPrefix)
      }
  }

  private func read(_ tokens: Range<Int>) -> Found {
    var found = Found()
    var start = tokens.lowerBound
    if let date = DateScanner(tokens: transcript.tokens[tokens]).dates().first, date.day != nil {
      found.date = date
      start = date.tokens.upperBound
    }
    let rest = start..<max(start, tokens.upperBound)
    if let from = rest.first(where: { transcript.is($0, "od") || transcript.is($0, "v") }),
      let time = TimeScanner(tokens: transcript.tokens[rest]).first(),
      time.tokens.lowerBound - from < 3 || transcript.is(time.tokens.lowerBound - 1, "od")
    {
      found.time = time
      start = time.tokens.upperBound
    }
    found.place = site(in: start..<max(start, tokens.upperBound))
    return found
  }

  /// The last words from a preposition of place on, past the end of the time.
  private func site(in tokens: Range<Int>) -> Range<Int>? {
    let start = tokens.first { place in
      ["v", "ve", "na"].contains(transcript.tokens[place].folded)
        && transcript.tokens[place + 1].kind == .word
        && !["ramci", "patek", "pondeli", "utery", "stredu", "ctvrtek", "sobotu", "nedeli"]
          .contains(transcript.tokens[place + 1].folded)
    }
    guard let start, start - tokens.lowerBound < 8 else { return nil }
    let end = (start..<tokens.upperBound).first {
      transcript.is($0, "(") || transcript.is($0, ",") || transcript.is($0, ";")
    }
    let site = transcript.trimmed(start..<(end ?? tokens.upperBound))
    return site.count > 1 && site.count < 14 ? site : nil
  }

  private func sentenceEnd(from verb: Int, _ lineEnd: Int) -> Int {
    (verb..<lineEnd).first { place in
      transcript.is(place, ".") && transcript.tokens[place - 1].kind == .word
        && transcript.tokens[place - 1].folded.utf8.count > 3 && !transcript.isAbbreviated(place)
    } ?? lineEnd
  }
}
