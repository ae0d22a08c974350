import Domain

/// Events besides the meetings of the body, where a sentence names one with its date.
struct EventExtractor {
  /// The parts of the document.
  let layout: Layout
  /// The year that dates without one are in.
  let held: CalendarDate?

  private var transcript: Transcript { layout.transcript }
  private static let marks = Transcript.edgeMarks.union(["\""])
  private static let verbs: WordSet = [
    "probehne", "probehla", "probehl", "uskutecni", "uskutecnila", "uskutecnil", "planovano",
    "sesla",
    "sesel", "mela", "konat", "kona", "konala", "konal",
  ]

  /// Returns the events in the order of the text.
  func events() -> [ExtractedEvent] {
    transcript.places(of: Self.verbs).flatMap { events(verb: $0) }
  }

  private func events(verb: Int) -> [ExtractedEvent] {
    let line = transcript.line(of: verb)
    let tokens = transcript.lines[line].tokens
    let dates = spans(in: verb..<min(verb + 22, tokens.upperBound))
    guard !dates.isEmpty, let name = name(before: verb, line: line) else { return [] }
    return dates.map { date in
      var event = ExtractedEvent(name: transcript.fact(name, confidence: 0.7))
      event.date = date
      return event
    }
  }

  /// What stands before the verb in its sentence; before *která* it is what that refers to.
  private func name(before verb: Int, line: Int) -> Range<Int>? {
    let tokens = transcript.lines[line].tokens
    var lower = verb
    while lower > tokens.lowerBound, !isBoundary(lower - 1) { lower -= 1 }
    var upper = verb
    while upper > lower,
      ["se", "je", "bude", "ktera", "ktery", ",", "ktere"].contains(
        transcript.tokens[upper - 1].folded)
    {
      upper -= 1
    }
    let name = transcript.trimmed(lower..<upper, marks: Self.marks)
    guard let first = name.first, transcript.tokens[first].isCapitalized, name.count < 14 else {
      return nil
    }
    // The next meetings of the body are told apart.
    if ["pristi", "dalsi", "nasledujici"].contains(transcript.tokens[first].folded) { return nil }
    return name
  }

  private func isBoundary(_ place: Int) -> Bool {
    if transcript.is(place, ":") || transcript.is(place, "•") { return true }
    guard transcript.is(place, "."), place > 0 else { return false }
    let before = transcript.tokens[place - 1]
    return before.kind == .word && before.folded.utf8.count > 3
      && transcript.tokens[place + 1].isCapitalized
  }

  /// Single days and spans as `13. - 14. září`; a year at the end of the list holds for all.
  private func spans(in window: Range<Int>) -> [Fact<CalendarPeriod>] {
    let dates = DateScanner(tokens: transcript.tokens[window]).dates().filter { $0.day != nil }
    let year = dates.last(where: { $0.year != nil })?.year ?? held?.year
    return dates.compactMap { date in
      guard let last = date.period(year: year) else { return nil }
      let start = date.tokens.lowerBound
      guard start - 3 >= window.lowerBound, transcript.is(start - 1, "-"),
        transcript.is(start - 2, "."),
        let day = transcript.tokens[start - 3].number, let month = date.month, let year,
        let first = CalendarDate(year: date.year ?? year, month: month, day: day),
        let span = CalendarPeriod(from: first, to: last.last)
      else { return Fact(last, transcript.range(date.tokens), confidence: 0.8) }
      return Fact(span, transcript.range(start - 3..<date.tokens.upperBound), confidence: 0.8)
    }
  }
}
