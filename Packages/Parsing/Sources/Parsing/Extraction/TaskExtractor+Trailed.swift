import Domain

/// Tasks whose word stands behind them.
extension TaskExtractor {
  private static let mostWordsBefore = 30

  /// `koupit barvu -> úkol Nový`, `nový plot – úkol pro Evu Malou`: what is to be done stands
  /// before the arrow or the dash, who does it behind the word.
  func trailed(at place: Int, _ line: Range<Int>) -> ExtractedTask? {
    var mark = place - 1
    if transcript.is(mark, ">") { mark -= 1 }
    guard mark > line.lowerBound, ["-", "→", "("].contains(transcript.tokens[mark].folded),
      transcript.tokens[mark].gap != .none || transcript.is(mark + 1, ">")
    else { return nil }
    var start = place + 1
    while start < line.upperBound, [":", "pro"].contains(transcript.tokens[start].folded) {
      start += 1
    }
    let sentence = TaskSentence(transcript: transcript, held: held, people: people)
    guard start < line.upperBound,
      let who = sentence.doers(from: start, limit: line.upperBound),
      transcript.trimmed(who.upperBound..<line.upperBound, marks: [".", ")", ","]).isEmpty
    else { return nil }
    let first = layout.itemLabels[transcript.line(of: place)]?.titleStart ?? line.lowerBound
    let text = transcript.trimmed(first..<mark)
    guard text.count > 1, text.count < Self.mostWordsBefore else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.8))
    task.responsible = transcript.fact(withoutCourtesy(who), confidence: 0.85)
    task.due = due(in: text)
    return task
  }

  /// `ses. Nová` is *Nová*.
  private func withoutCourtesy(_ who: Range<Int>) -> Range<Int> {
    guard who.count > 1, Words.isCourtesy(transcript.tokens[who.lowerBound].folded) else {
      return who
    }
    return transcript.trimmed(who.lowerBound + 1..<who.upperBound)
  }
}
