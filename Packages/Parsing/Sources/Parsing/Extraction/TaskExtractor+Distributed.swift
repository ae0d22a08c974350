import Domain

/// Duties that a body splits among its members: `Rozdělení úkolů`, then `Finance – pan Nový`.
extension TaskExtractor {
  private static let mostLinesOfDuties = 20
  private static let mostWordsOfDuty = 10

  /// The lines under a heading that announces who has which duty.
  func linesOfDuties() -> Range<Int> {
    for place in transcript.places(of: ["rozdeleni"]) {
      let line = transcript.line(of: place)
      let words = transcript.lines[line].tokens
      let first = layout.itemLabels[line]?.titleStart ?? words.lowerBound
      guard place == first,
        ["ukolu", "cinnosti", "povinnosti", "kompetenci"].contains(
          transcript.tokens[place + 1].folded)
      else { continue }
      let end = (line + 1..<min(line + Self.mostLinesOfDuties, transcript.lines.count)).first {
        layout.itemLabels[$0] != nil || layout.labelKinds[$0] == .resolution
      }
      return line + 1..<(end ?? min(line + Self.mostLinesOfDuties, transcript.lines.count))
    }
    return 0..<0
  }

  /// `Finance – pan Nový`, `Rada města – sledování materiálů pan Nový a paní Malá`.
  func duty(_ line: Int) -> Run? {
    let words = transcript.trimmed(transcript.lines[line].tokens)
    guard
      let dash = words.prefix(Self.mostWordsOfDuty).first(where: {
        transcript.is($0, "-") && transcript.tokens[$0].gap != .none
      }), dash > words.lowerBound,
      !words.contains(where: { TaskSentence.isFuture(transcript.tokens[$0].folded) }),
      let person = (dash + 1..<words.upperBound).first(where: { opensPeople($0, words) })
    else { return nil }
    let text = transcript.trimmed(words.lowerBound..<person)
    guard !text.isEmpty, text.count < 2 * Self.mostWordsOfDuty else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.75))
    task.responsible = transcript.fact(transcript.trimmed(person..<words.upperBound))
    return ([task], line + 1)
  }

  private func opensPeople(_ place: Int, _ words: Range<Int>) -> Bool {
    PeopleLine(transcript: transcript, limit: words.upperBound).isCertainPerson(place)
  }
}
