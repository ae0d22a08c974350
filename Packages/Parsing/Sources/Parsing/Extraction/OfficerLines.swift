import Domain

/// A board listed by its offices: `Předseda: Jan Nový`, `Pokladní: Eva Malá – omluvena`.
struct OfficerLines {
  /// The text.
  let transcript: Transcript

  private static let mostLines = 40
  private static let fewest = 3

  /// Returns the people of the first run of at least three such lines.
  func people() -> [ListedPerson] {
    var run: [ListedPerson] = []
    for line in transcript.lines.prefix(Self.mostLines) {
      if let officer = officer(in: line.tokens) {
        run.append(officer)
      } else if run.count >= Self.fewest {
        break
      } else {
        run = []
      }
    }
    return run.count >= Self.fewest ? run : []
  }

  private func officer(in line: Range<Int>) -> ListedPerson? {
    guard let colon = line.prefix(5).first(where: { transcript.is($0, ":") }),
      transcript.isRole(line.lowerBound) || transcript.isRole(colon - 1),
      let person = NameParser(transcript: transcript).person(
        at: colon + 1, limit: line.upperBound),
      person.isCertain || person.wordCount > 1
    else { return nil }
    let rest = person.tokens.upperBound..<line.upperBound
    guard rest.isEmpty || transcript.tokens[rest.lowerBound].kind == .mark else { return nil }
    var listed = PeopleList(transcript, in: colon + 1..<line.upperBound).people.first
    listed = listed ?? ListedPerson(person: person)
    listed?.role = transcript.fact(line.lowerBound..<colon)
    return listed
  }
}
