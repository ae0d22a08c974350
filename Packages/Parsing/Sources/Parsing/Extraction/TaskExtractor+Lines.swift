import Domain

/// Tasks that stand in one line with the word that announces them, or with a term alone.
extension TaskExtractor {
  /// `Úkoly: Nový – zajistit sál, Malá – rozeslat pozvánky do 5. 6.`
  func besideLabel(_ line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    let first = layout.itemLabels[line]?.titleStart ?? tokens.lowerBound
    guard transcript.is(first, "ukoly"), transcript.is(first + 1, ":"),
      first + 3 < tokens.upperBound
    else { return nil }
    // `Úkoly: a) zajistit sál`
    let start = transcript.is(first + 3, ")") ? first + 4 : first + 2
    let found = entries(start..<tokens.upperBound).flatMap { task($0) }
    return found.isEmpty ? nil : (found, line + 1)
  }

  /// The parts between semicolons, or between commas that a new task follows.
  private func entries(_ tokens: Range<Int>) -> [Range<Int>] {
    let hasSemicolon = tokens.contains { transcript.is($0, ";") }
    var found: [Range<Int>] = []
    var start = tokens.lowerBound
    for place in tokens {
      let isCut =
        hasSemicolon
        ? transcript.is(place, ";")
        : transcript.is(place, ",") && opensEntry(place + 1..<tokens.upperBound)
      guard isCut else { continue }
      found.append(start..<place)
      start = place + 1
    }
    return found + [start..<tokens.upperBound]
  }

  private func opensEntry(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    return Self.isInfinitive(transcript.tokens[first].folded) || subjectEnd(tokens) > first
  }

  /// `Svolat schůzi. T: 15. 3.`: an infinitive and a term without a person.
  func dated(_ start: Int, _ fields: TaskFields, _ line: Int) -> Run? {
    guard let due = fields.due, let end = fields.start, end > start + 1,
      Self.isInfinitive(transcript.tokens[start].folded)
    else { return nil }
    let text = transcript.trimmed(start..<end)
    guard text.count > 1 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.8))
    task.due = due
    return ([task], line + 1)
  }

  /// `Úkoly z minulého jednání:` tells what became of tasks and gives none; `Splněné úkoly:` over a
  /// list is read with its results.
  func isControl(_ line: Range<Int>) -> Bool {
    line.contains { place in
      let word = transcript.tokens[place].folded
      return ["minul", "predchoz", "predesl", "splnen"].contains(where: word.hasPrefix)
    }
  }

  /// `Ú: opravit plot`.
  func isShortLabel(_ place: Int, _ line: Range<Int>) -> Bool {
    let start = transcript.is(line.lowerBound, "-") ? line.lowerBound + 1 : line.lowerBound
    return place == start && transcript.is(place, "u") && transcript.is(place + 1, ":")
      && transcript.text(place..<place + 1) == "Ú"
  }

  /// Minutes that end with a summary state a task twice; under labels each one counts.
  func once(_ tasks: [ExtractedTask]) -> [ExtractedTask] {
    var known: Set<String> = []
    return tasks.filter { task in
      if isLabelled(task) { return true }
      let who = task.responsible.map { Folding.fold($0.value) } ?? ""
      return known.insert(Folding.fold(task.text.value) + "|" + who).inserted
    }
  }

  private func isLabelled(_ task: ExtractedTask) -> Bool {
    let start = transcript.tokens(of: task.text.source).lowerBound
    return transcript.is(start - 1, ":")
      && (start - 6..<start - 1).contains { transcript.is($0, "ukol") }
  }

  /// `Jan Nový – připravit rozpočet do 15. 3.`: a person, an infinitive and a term.
  func charged(_ line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    let start = layout.itemLabels[line]?.titleStart ?? tokens.lowerBound
    guard start < tokens.upperBound, transcript.tokens[start].isCapitalized,
      layout.labelKinds[line] == nil,
      let mark = (start + 1..<start + 7).clamped(to: tokens).first(where: { place in
        transcript.is(place, ":")
          || transcript.is(place, "-") && transcript.tokens[place].gap != .none
      }), mark + 1 < tokens.upperBound,
      Self.isInfinitive(transcript.tokens[mark + 1].folded),
      let person = NameParser(transcript: transcript).person(at: start, limit: mark),
      person.tokens.upperBound == mark, isKnown(transcript.fact(start..<mark)),
      due(in: mark + 1..<tokens.upperBound + 1) != nil
    else { return nil }
    let found = task(start..<tokens.upperBound)
    return found.isEmpty ? nil : (found, line + 1)
  }
}
