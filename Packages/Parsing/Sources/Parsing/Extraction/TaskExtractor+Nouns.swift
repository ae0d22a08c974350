import Domain

/// Tasks that are nouns beside the name of whoever is to do them.
extension TaskExtractor {
  private static let nouns: WordSet = [
    "zajisteni", "priprava", "oprava", "nakup", "objednani", "rozeslani", "vypracovani", "uklid",
    "vyroba", "tisk", "dodani", "montaz", "vymena", "sepsani", "svolani", "osloveni", "zaslani",
    "vyvezeni", "doplneni", "zverejneni", "poslani", "koupe", "odeslani", "zhotoveni", "instalace",
  ]

  /// `Zajištění sálu – p. Novák, do 15. 5.`: a noun that says what to do, a person and a day.
  func nounBeside(_ line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    let isPoint = transcript.is(tokens.lowerBound, "-") || transcript.is(tokens.lowerBound, "•")
    let start = isPoint ? tokens.lowerBound + 1 : tokens.lowerBound
    guard start < tokens.upperBound,
      isPoint ? hasDay(tokens) : Self.nouns.contains(transcript.tokens[start].folded),
      layout.itemLabels[line] == nil, layout.labelKinds[line] == nil,
      let fields = trailingFields(start..<tokens.upperBound), fields.due != nil,
      let task = task(start..<tokens.upperBound, fields)
    else { return nil }
    return ([task], line + 1)
  }

  private func hasDay(_ line: Range<Int>) -> Bool {
    line.suffix(8).contains { transcript.tokens[$0].kind == .number }
  }

  /// Lines without any mark under `Úkoly:`, each with whoever is to do it.
  func plainList(from first: Int) -> Run? {
    var found: [ExtractedTask] = []
    var line = first
    while line < transcript.lines.count, layout.labelKinds[line] == nil,
      layout.itemLabels[line] == nil, line == first || !transcript.lines[line].hasBlankAbove
    {
      let tokens = transcript.lines[line].tokens
      let fields = trailingFields(tokens) ?? personBehindColon(tokens)
      if let fields, let task = task(tokens, fields) {
        found.append(task)
      } else if afterListedPerson(tokens) != nil {
        found += task(tokens)
      } else {
        break
      }
      line += 1
    }
    return found.isEmpty ? nil : (found, line)
  }

  private func task(_ tokens: Range<Int>, _ fields: TaskFields) -> ExtractedTask? {
    guard let end = fields.start, let responsible = fields.responsible, isKnown(responsible) else {
      return nil
    }
    let text = transcript.trimmed(tokens.lowerBound..<end)
    guard !text.isEmpty else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.75))
    task.responsible = responsible
    task.due = fields.due ?? due(in: text)
    return task
  }

  /// `oprava plotu: Novák` to the end of the line.
  private func personBehindColon(_ tokens: Range<Int>) -> TaskFields? {
    guard let colon = tokens.last(where: { transcript.is($0, ":") }),
      let person = NameParser(transcript: transcript).person(
        at: colon + 1, limit: tokens.upperBound),
      transcript.trimmed(person.tokens.upperBound..<tokens.upperBound).isEmpty
    else { return nil }
    var fields = TaskFields(in: colon..<colon, of: transcript, held: held)
    fields.start = colon
    fields.responsible = transcript.fact(person.tokens, confidence: 0.75)
    return fields
  }

  /// Whether somebody is one of those who were there, or is named beyond doubt.
  func isKnown(_ responsible: Fact<String>) -> Bool {
    let tokens = transcript.tokens(of: responsible.source)
    if isEverybody(tokens.lowerBound) { return true }
    guard
      let person = NameParser(transcript: transcript).person(
        at: tokens.lowerBound, limit: tokens.upperBound)
    else { return false }
    // `p. Jasan` stands without its courtesy.
    let first = tokens.lowerBound
    let before = transcript.is(first - 1, ".") ? first - 2 : first - 1
    let isPerson = before >= 0 && Words.isCourtesy(transcript.tokens[before].folded)
    return person.isCertain || isPerson
      || people.contains(transcript.tokens[person.tokens.upperBound - 1].folded)
  }
}
