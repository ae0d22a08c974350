import Domain

/// Whoever is missing when all others are there: `Přítomni: všichni členové kromě pana Nového`,
/// `všichni s výjimkou Evy Malé (omluvena)`.
struct AttendanceException {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let mostLines = 40
  private static let mostWordsBetween = 8

  /// The words that except somebody.
  static let words: WordSet = ["krome", "vyjimkou", "vyjma", "mimo"]

  /// Returns who is excepted, excused where the sentence says so.
  func entries() -> [ExtractedAttendance] {
    transcript.places(of: Self.words).flatMap { place -> [ExtractedAttendance] in
      let index = transcript.line(of: place)
      let line = transcript.lines[index].tokens
      guard index < Self.mostLines, line.contains(place), isAboutAll(place, line),
        isAttendance(line, index)
      else { return [] }
      let run = PeopleRun(transcript: transcript, isAccusative: true)
      guard let start = run.start(after: place, limit: line.upperBound) else { return [] }
      let people = run.people(from: start, limit: line.upperBound)
      return people.map { person in
        let fact = Fact(person.name, transcript.range(person.tokens), confidence: 0.85)
        return ExtractedAttendance(person: fact, status: status(of: person, people, line))
      }
    }
  }

  private func isAboutAll(_ place: Int, _ line: Range<Int>) -> Bool {
    (place - Self.mostWordsBetween..<place).clamped(to: line).contains { index in
      ["vsich", "vsech"].contains(where: transcript.tokens[index].folded.hasPrefix)
    }
  }

  private func isAttendance(_ line: Range<Int>, _ index: Int) -> Bool {
    if layout.labelKinds[index]?.listsPeople == true { return true }
    if index > 0, layout.labelKinds[index - 1]?.listsPeople == true { return true }
    return line.contains { place in
      ["pritom", "zucastn", "dostavil", "sesli", "ucast"].contains(
        where: transcript.tokens[place].folded.hasPrefix)
    }
  }

  /// `Evy Malé (omluvena) a Petra Dlouhého`: brackets speak of one, a word at the end of all.
  private func status(
    of person: WrittenPerson, _ people: [WrittenPerson], _ line: Range<Int>
  ) -> AttendanceStatus {
    let next = person.tokens.upperBound
    if transcript.is(next, "(") {
      return transcript.tokens[next + 1].folded.hasPrefix("omluv") ? .excused : .absent
    }
    let rest = (people.last?.tokens.upperBound ?? next)..<line.upperBound
    let isExcused = rest.contains { transcript.tokens[$0].folded.hasPrefix("omluv") }
    return isExcused && !transcript.is(rest.lowerBound, "(") ? .excused : .absent
  }
}
