import Domain

/// Who is to do a task, and until when, at the end of its line.
extension TaskExtractor {
  private static let everybody: WordSet = ["vsichni", "vsechny"]

  /// `… (Nový, do 15. 3.)`, `… – Nový, Malá – 15. 3.` and `… (všichni)`: people and a day.
  func trailingFields(_ tokens: Range<Int>) -> TaskFields? {
    let first = (tokens.lowerBound + 1..<max(tokens.lowerBound + 1, tokens.upperBound)).last {
      place in
      (transcript.is(place, "(")
        || transcript.is(place, "-") && transcript.tokens[place].gap != .none)
        && (transcript.tokens[place + 1].isCapitalized
          || Words.isCourtesy(transcript.tokens[place + 1].folded)
          || Self.everybody.contains(transcript.tokens[place + 1].folded))
    }
    guard let first, tokens.upperBound - first < 14,
      let people = people(from: first + 1, limit: tokens.upperBound),
      people.upperBound == tokens.upperBound
        || transcript.tokens[people.upperBound].kind == .mark
        || transcript.is(people.upperBound, "do")
        || PeopleLine.ages.contains(transcript.tokens[people.upperBound].folded),
      Words.isNoName(transcript.tokens[first + 1].folded) == false,
      !Self.statuses.contains(transcript.tokens[first + 1].folded)
    else { return nil }
    var fields = TaskFields(
      in: tokens.upperBound..<tokens.upperBound, of: transcript, held: held)
    fields.start = first
    fields.responsible = transcript.fact(people, confidence: 0.75)
    let rest = people.upperBound..<tokens.upperBound + 1
    if let date = DateScanner(tokens: transcript.tokens[rest]).dates().first,
      let period = TaskSentence(transcript: transcript, held: held).period(of: date)
    {
      fields.due = Fact(period, transcript.range(date.tokens))
    }
    return fields
  }

  /// One person, several of those who were there, or *všichni členové*.
  private func people(from start: Int, limit: Int) -> Range<Int>? {
    if isEverybody(start) {
      let end = (start..<limit).first { transcript.tokens[$0].kind != .word } ?? limit
      return end - start < 5 ? start..<end : nil
    }
    guard let person = NameParser(transcript: transcript).person(at: start, limit: limit) else {
      return nil
    }
    let sentence = TaskSentence(transcript: transcript, held: held, people: people)
    let first = Words.isCourtesy(transcript.tokens[start].folded) ? start : person.tokens.lowerBound
    let end = person.tokens.upperBound
    guard [",", "a"].contains(transcript.tokens[end].folded),
      let several = sentence.doers(from: start, limit: limit), several.upperBound > end + 1,
      several.upperBound <= limit
    else { return first..<end }
    return first..<several.upperBound
  }

  /// `všichni`, `všechny členky`
  func isEverybody(_ place: Int) -> Bool {
    Self.everybody.contains(transcript.tokens[place].folded)
  }
}
