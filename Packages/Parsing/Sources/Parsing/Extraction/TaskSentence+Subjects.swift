import Domain

/// Who does what a verb says, where that is no single person right before it.
extension TaskSentence {
  /// `Jan Nový a Eva Malá zajistí sál`, `Jan Nový ml. zašle program`: full names before the verb.
  func people(before verb: Int, from start: Int) -> Range<Int>? {
    var end = verb
    if transcript.is(end - 1, "."), PeopleLine.ages.contains(transcript.tokens[end - 2].folded) {
      end -= 2
    }
    let run = PeopleRun(transcript: transcript, isAccusative: false)
    for place in max(start, verb - Self.mostSubject)..<max(start, end) {
      let opens = place == start || !transcript.tokens[place - 1].isCapitalized
      guard opens, transcript.tokens[place].isCapitalized else { continue }
      let found = run.people(from: place, limit: end)
      guard let last = found.last, last.tokens.upperBound == end,
        found.allSatisfy({ $0.isCertain && $0.wordCount > 1 })
      else { continue }
      return place..<verb
    }
    return nil
  }

  private static let mostSubject = 20

  /// `Odbor školství zajistí výběr do 5. 6.`, `OSV připraví podklady do 15. 5.`: an office or a
  /// body begins the sentence, and a term tells that it is to do something.
  func body(before verb: Int, _ bounds: Range<Int>) -> Range<Int>? {
    let first = bounds.lowerBound
    guard first < verb, verb - first < 6 else { return nil }
    let hasTerm = due(in: verb..<bounds.upperBound) != nil
    let subject = first..<verb
    let isPlain = subject.allSatisfy { transcript.tokens[$0].kind == .word }
    let isOffice = subject.contains { place in
      let word = transcript.tokens[place].folded
      return place < first + 2 && !word.hasPrefix("clensk")
        && (hasTerm && Self.offices.contains(word) || Bodies.czech.isHead(word))
    }
    let isGroup = Self.associations.contains(transcript.tokens[first].folded)
    let isAcronym = hasTerm && subject.count == 1 && transcript.tokens[first].isUppercase
    return isPlain && (isOffice || isGroup || isAcronym) ? subject : nil
  }

  /// Whoever these name does what the minutes say without a term.
  private static let associations: WordSet = ["spolek", "klub", "sdruzeni", "oddil", "skola"]
  static let offices: WordSet = ["odbor", "oddeleni", "usek", "vedeni", "spravce", "urad"]

  /// `Letos zajistí strom Jan Nový, …`: the verb, what is to be done, and who does it at the end
  /// of the clause.
  func behindObject(of verb: Int, _ bounds: Range<Int>) -> ExtractedTask? {
    let parser = NameParser(transcript: transcript)
    var place = verb + 1
    while place < bounds.upperBound, place - verb < 8,
      transcript.tokens[place].kind != .mark, !transcript.tokens[place].isCapitalized,
      !Words.isCourtesy(transcript.tokens[place].folded), !transcript.isRole(place)
    {
      place += 1
    }
    guard place > verb + 1, place < bounds.upperBound,
      let person = parser.person(at: place, limit: bounds.upperBound), person.isCertain,
      !person.isTurned,
      person.wordCount > 1 || !Self.oblique.contains(transcript.tokens[place].folded),
      isNominative(person)
    else { return nil }
    let after = transcript.tokens[person.tokens.upperBound]
    guard
      person.tokens.upperBound >= bounds.upperBound || after.kind == .mark && !after.is("-")
        || after.is("a") || after.is("do")
    else { return nil }
    var task = ExtractedTask(text: transcript.fact(verb..<place, confidence: 0.7))
    task.responsible = transcript.fact(place..<person.tokens.upperBound)
    task.due = due(in: verb..<bounds.upperBound)
    return task
  }

  private static let oblique: WordSet = ["pana", "panu", "panem", "slecnu"]

  /// `pošle zápis Janu Novému`: whoever gets something stands in another case.
  private func isNominative(_ person: WrittenPerson) -> Bool {
    let words = person.name.name.split(separator: " ").map { String($0) }
    guard let surname = words.last, !surname.hasSuffix(".") else { return false }
    if ["ovi", "ému", "ého", "ou"].contains(where: surname.hasSuffix) { return false }
    let given = Folding.fold(words[0])
    return words.count == 1 || given.hasSuffix(".") || GivenNames.contains(given)
  }

  /// `Malá bude kontaktovat rodiče`, `vybírat ho bude Jan Nový`: somebody goes on doing it.
  func lasting(at place: Int) -> ExtractedTask? {
    let bounds = bounds(of: place)
    let before = max(bounds.lowerBound, place - 8)..<place
    let isWill = { (at: Int) in transcript.is(at, "bude") || transcript.is(at, "budou") }
    if let will = before.last(where: isWill) {
      guard
        let subject = subject(before: will, from: bounds.lowerBound)
          ?? knownSubject(before: will, from: bounds.lowerBound),
        !transcript.is(subject.lowerBound - 1, "(")
      else { return nil }
      return task(from: will, doneBy: subject, bounds)
    }
    return nil
  }
}
