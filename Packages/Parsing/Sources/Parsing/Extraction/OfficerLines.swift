import Domain

/// A board listed by its offices: `Předseda: Jan Nový`, `Pokladní: Eva Malá – omluvena`.
struct OfficerLines {
  /// The text.
  let transcript: Transcript

  private static let mostLines = 40
  private static let fewest = 3
  private static let mostOfficeWords = 4

  /// Returns the people of the first run of at least three such lines, and the lines that it takes.
  func found() -> (people: [ListedPerson], lines: Range<Int>)? {
    var run: [ListedPerson] = []
    var first = 0
    for (index, line) in transcript.lines.enumerated().prefix(Self.mostLines) {
      if let officer = officer(in: line.tokens, isBoard: !run.isEmpty) {
        if run.isEmpty { first = index }
        run.append(officer)
      } else if run.count >= Self.fewest {
        return (run, first..<index)
      } else {
        run = []
      }
    }
    return nil
  }

  /// `Volební komise: Jan Nový`, `Omluven: …` are no offices of a board.
  private func isOfMeeting(_ word: String) -> Bool {
    Labels.opensPeople(word)
      || ["volebn", "navrhov", "mandatov", "zapis", "over", "skrut"].contains(where: word.hasPrefix)
  }

  /// Among offices other words before a colon, as `Dozorčí komise`, are one too.
  private func officer(in line: Range<Int>, isBoard: Bool) -> ListedPerson? {
    let isBulleted = ["•", "-"].contains(transcript.tokens[line.lowerBound].folded)
    let first = isBulleted ? line.lowerBound + 1 : line.lowerBound
    guard
      let colon = line.prefix(Self.mostOfficeWords + 1).first(where: { transcript.is($0, ":") }),
      colon > first,
      transcript.isRole(first) || transcript.isRole(colon - 1)
        || isBoard && !isOfMeeting(transcript.tokens[first].folded),
      let person = NameParser(transcript: transcript).person(
        at: colon + 1, limit: line.upperBound),
      person.isCertain || person.wordCount > 1
    else { return nil }
    let rest = person.tokens.upperBound..<line.upperBound
    guard rest.isEmpty || transcript.tokens[rest.lowerBound].kind == .mark else { return nil }
    var listed = PeopleList(transcript, in: colon + 1..<line.upperBound).people.first
    listed = listed ?? ListedPerson(person: person)
    listed?.role = transcript.fact(first..<colon)
    return listed
  }
}
