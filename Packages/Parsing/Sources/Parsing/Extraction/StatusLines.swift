import Domain

/// People under each other without a label, with what most of them were: `Nová Eva přítomna`.
struct StatusLines {
  /// The text.
  let transcript: Transcript

  private static let mostLines = 40
  private static let fewest = 3
  private static let fewestStatuses = 2

  /// Returns the people of the first run of such lines.
  func people() -> [ListedPerson] {
    var run: [ListedPerson] = []
    for line in transcript.lines.prefix(Self.mostLines) {
      if let person = person(in: line.tokens) {
        run.append(person)
      } else if isList(run) {
        break
      } else {
        run = []
      }
    }
    return isList(run) ? completed(run) : []
  }

  private func isList(_ run: [ListedPerson]) -> Bool {
    run.count >= Self.fewest && run.count(where: { $0.status != nil }) >= Self.fewestStatuses
  }

  /// A name alone or with one word of its status.
  private func person(in line: Range<Int>) -> ListedPerson? {
    let parser = NameParser(transcript: transcript)
    guard let first = line.first, line.count < 12,
      let person = parser.person(at: first, limit: line.upperBound), person.wordCount > 1,
      person.tokens.lowerBound - first < 3
    else { return nil }
    let rest = transcript.trimmed(person.tokens.upperBound..<line.upperBound)
    guard rest.isEmpty || rest.count == 1 && status(of: rest.lowerBound) != nil else { return nil }
    return ListedPerson(person: person, status: rest.first.flatMap(status))
  }

  private func status(of place: Int) -> AttendanceStatus? {
    let word = transcript.tokens[place].folded
    if word.hasPrefix("pritom") { return .present }
    if word.hasPrefix("omluv") { return .excused }
    return word.hasPrefix("nepritom") || word.hasPrefix("neomluv") ? .absent : nil
  }

  /// Where presence is noted, whoever has no note was missing; else only the others have notes.
  private func completed(_ run: [ListedPerson]) -> [ListedPerson] {
    let notesPresence = run.contains { $0.status == .present }
    return run.map { $0.status == nil ? $0.with(notesPresence ? .absent : .present) : $0 }
  }
}
