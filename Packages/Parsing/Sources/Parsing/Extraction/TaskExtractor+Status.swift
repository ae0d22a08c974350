import Domain

/// Tasks of the meeting before with what became of them.
extension TaskExtractor {
  static let statuses: WordSet = [
    "splneno", "nesplneno", "trva", "probiha", "hotovo", "vyreseno", "zajisteno", "odlozeno",
    "zruseno", "rozpracovano", "pozastaveno",
  ]
  private static let lasting: WordSet = ["procesu", "reseni", "plneni", "prubehu", "rizeni"]
  /// The words that a line with such a task has.
  static let statusWords = statuses.union(Array(lasting.members))

  /// `Aktualizace webu – Mgr. Vrba – splněno`, `oprava branky (Malá) trvá`.
  func stated(_ line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    let first = tokens.lowerBound
    let isPoint = transcript.is(first, "•") || transcript.is(first, "-")
    let start = layout.itemLabels[line]?.titleStart ?? (isPoint ? first + 1 : first)
    guard layout.labelKinds[line] == nil,
      let status = (start..<max(start, tokens.upperBound)).first(where: isStatus)
    else { return nil }
    let told = transcript.trimmed(start..<status)
    guard told.count > 1, let fields = trailingFields(told), let end = fields.start,
      let responsible = fields.responsible, isKnown(responsible)
    else { return nil }
    let text = transcript.trimmed(start..<end)
    guard text.count > 1 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.8))
    task.responsible = responsible
    task.due = fields.due ?? day(in: status..<tokens.upperBound + 1)
    return ([task], line + 1)
  }

  /// The words of a task without `– SPLNĚNO` behind them.
  func withoutStatus(_ text: Range<Int>) -> Range<Int> {
    guard let status = text.dropFirst(2).last(where: isStatus), text.upperBound - status < 3,
      transcript.tokens[status - 1].kind == .mark
    else { return text }
    return transcript.trimmed(text.lowerBound..<status)
  }

  /// A word for what became of it, behind a mark or a name.
  private func isStatus(_ place: Int) -> Bool {
    guard
      Self.statuses.contains(transcript.tokens[place].folded)
        || transcript.is(place, "v") && Self.lasting.contains(transcript.tokens[place + 1].folded)
    else { return false }
    return [",", "-", ")", ":", "."].contains(transcript.tokens[place - 1].folded)
  }

  /// The first day of some words, whatever announces it.
  func day(in tokens: Range<Int>) -> Fact<CalendarPeriod>? {
    guard let date = DateScanner(tokens: transcript.tokens[tokens]).dates().first,
      let period = TaskSentence(transcript: transcript, held: held).period(of: date)
    else { return nil }
    return Fact(period, transcript.range(date.tokens))
  }
}
