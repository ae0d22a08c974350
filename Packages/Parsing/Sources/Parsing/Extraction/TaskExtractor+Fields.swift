import Domain

extension TaskExtractor {
  /// The colon of `Úkol:`, `Úkol č. 3:`, `Úkol pro Jana Nového:`.
  func labelEnd(_ place: Int) -> Int? {
    if transcript.is(place + 1, ":") { return place + 1 }
    if transcript.is(place + 1, "trva"), transcript.is(place + 2, ":") { return place + 2 }
    if let person = person(at: place + 1), transcript.is(person.tokens.upperBound, ":") {
      return person.tokens.upperBound
    }
    if let colon = colon(behindNumber: place + 1) { return colon }
    guard ["c", "pro"].contains(transcript.tokens[place + 1].folded) else { return nil }
    return (place + 2..<place + 8).first { transcript.is($0, ":") }
      ?? colon(behindPeople: place + 2)
  }

  /// `Úkol 3:`, `Úkol 3/24:`
  private func colon(behindNumber start: Int) -> Int? {
    guard transcript.tokens[start].kind == .number else { return nil }
    let end = (start + 1..<start + 4).first { place in
      transcript.tokens[place].kind != .number && !transcript.is(place, "/")
    }
    return end.flatMap { transcript.is($0, ":") ? $0 : nil }
  }

  /// `Úkol pro J. Nového, E. Malou a P. Duba:`
  private func colon(behindPeople start: Int) -> Int? {
    let words = (start..<min(start + 20, transcript.lineEnd(of: start - 1))).prefix { place in
      let token = transcript.tokens[place]
      return token.isCapitalized || token.is("a") || token.is(",") || token.is(".")
    }
    return transcript.is(words.upperBound, ":") ? words.upperBound : nil
  }

  private func person(at place: Int) -> WrittenPerson? {
    guard transcript.tokens[place].gap != .line, place < transcript.tokens.count else { return nil }
    return NameParser(transcript: transcript).person(
      at: place, limit: min(place + 8, transcript.tokens.count))
  }

  /// The task with the person whom its label names.
  func withAddressee(_ task: ExtractedTask, _ label: Range<Int>) -> ExtractedTask {
    guard task.responsible == nil else { return task }
    var task = task
    if !label.isEmpty, person(at: label.lowerBound)?.tokens.upperBound == label.upperBound {
      task.responsible = transcript.fact(label, confidence: 0.85)
      return task
    }
    if label.isEmpty, let subject = personBefore(label.lowerBound - 1) {
      task.responsible = transcript.fact(subject, confidence: 0.85)
      return task
    }
    // `Úkol pro rok 2024:` names no one.
    guard label.count > 1, transcript.is(label.lowerBound, "pro"),
      !transcript.tokens[label.lowerBound + 1].folded.hasPrefix("ro")
        || transcript.tokens[label.lowerBound + 2].kind != .number
    else { return task }
    task.responsible = transcript.fact(label.lowerBound + 1..<label.upperBound, confidence: 0.85)
    return task
  }

  /// `Petr Nový úkol: …`: the line begins with a person and goes on with the word.
  private func personBefore(_ word: Int) -> Range<Int>? {
    let line = transcript.lines[transcript.line(of: word)].tokens
    let words = (line.lowerBound..<word).drop {
      transcript.is($0, "•") || transcript.is($0, "-")
    }
    guard let first = words.first,
      let person = NameParser(transcript: transcript).person(at: first, limit: word),
      person.tokens.upperBound == word, person.isCertain || person.wordCount > 1
    else { return nil }
    return person.tokens
  }

  /// The text after `Úkol:` up to its fields, which may stand in the lines around it.
  func labelledTask(_ tokens: Range<Int>, nextLine: Int) -> [ExtractedTask] {
    let line = transcript.line(of: tokens.lowerBound)
    let inside = fields(in: tokens.lowerBound..<transcript.lineEnd(of: tokens.lowerBound))
    let above = fields(in: fieldLines(before: line))
    // `Určen: …`, `Termín: …` above `Úkol:` belong to it, and those below to the next one.
    let below =
      isHeadedByFields(line) ? above : fieldsBelow(nextLine, mostBetween: 3)
    let beside = fields(in: transcript.lines[line].tokens.lowerBound..<tokens.lowerBound)
    let trailing =
      inside.responsible == nil
      ? known(trailingFields(tokens.lowerBound..<min(inside.start ?? .max, tokens.upperBound)))
      : nil
    guard
      let responsible = inside.responsible ?? trailing?.responsible ?? below.responsible
        ?? beside.responsible ?? above.responsible
    else {
      var tasks = task(tokens.lowerBound..<min(inside.start ?? .max, tokens.upperBound))
      if let due = inside.due ?? below.due, !tasks.isEmpty { tasks[0].due = tasks[0].due ?? due }
      return tasks
    }
    let text =
      tokens.lowerBound..<min(trailing?.start ?? inside.start ?? .max, tokens.upperBound)
    var task = ExtractedTask(text: transcript.fact(withoutStatus(transcript.trimmed(text))))
    task.responsible = withoutTerm(responsible)
    task.due =
      inside.due ?? trailing?.due ?? below.due ?? beside.due ?? above.due ?? due(in: text)
      ?? date(of: responsible)
    return [task]
  }

  /// `Výbor odsouhlasil následující úkoly:` ends with what the list under it holds; `Splněné
  /// úkoly:` are none.
  func announcesTasks(_ line: Range<Int>) -> Bool {
    let last = transcript.tokens[line.upperBound - 2].folded
    let isShared =
      last == "ukolu" && line.count < 5
      && transcript.tokens[line.lowerBound].folded.hasPrefix("rozdelen")
    return transcript.is(line.upperBound - 1, ":")
      && (last == "ukoly" && (4..<20).contains(line.count) || isShared)
      && !line.contains { place in
        let word = transcript.tokens[place].folded
        return ["kontrol", "spln", "pln", "minul"].contains(where: word.hasPrefix)
      }
  }

  /// `Jan Nový má za úkol opravit plot`, `Malá dostala za úkol …`.
  func assigned(at place: Int, _ line: Range<Int>) -> ExtractedTask? {
    guard transcript.is(place - 1, "za"),
      ["ma", "maji", "dostal", "dostala", "dostali"].contains(transcript.tokens[place - 2].folded),
      let who = (max(line.lowerBound, place - 8)..<place - 2).lazy.compactMap({ start in
        NameParser(transcript: transcript).person(at: start, limit: place - 2)
      }).first(where: { $0.tokens.upperBound == place - 2 })
    else { return nil }
    let end = (place + 1..<max(place + 1, line.upperBound)).first {
      transcript.is($0, ".") && !transcript.isAbbreviated($0)
        && transcript.tokens[$0 - 1].kind == .word
    }
    let text = transcript.trimmed(place + 1..<max(place + 1, end ?? line.upperBound))
    guard text.count > 1 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.8))
    task.responsible = transcript.fact(who.tokens, confidence: 0.85)
    task.due = due(in: text.lowerBound..<text.upperBound + 1)
    return task
  }

  /// `Nový – zajistí nabídky`, `Malá: občerstvení` in a list of tasks: the token after the mark, if
  /// a verb follows or the first lines have the surname.
  func afterListedPerson(_ tokens: Range<Int>) -> Int? {
    guard
      let mark = tokens.prefix(5).first(where: { place in
        transcript.is(place, ":")
          || transcript.is(place, "-") && transcript.tokens[place].gap != .none
      }), mark > tokens.lowerBound, mark + 1 < tokens.upperBound,
      (tokens.lowerBound..<mark).allSatisfy({ place in
        transcript.tokens[place].isCapitalized || transcript.tokens[place].kind == .mark
      })
    else { return nil }
    let verb = transcript.tokens[mark + 1].folded
    let surname = transcript.tokens[mark - 1].folded
    let isKnown = transcript.lines.prefix(Self.mostAttendanceLines).contains { line in
      line.tokens.contains { $0 < tokens.lowerBound && transcript.is($0, surname) }
    }
    return isKnown || TaskSentence.isFuture(verb) || Self.isInfinitive(verb) ? mark + 1 : nil
  }

  private static let mostAttendanceLines = 30

  /// `- Zajistit sál – Jan Nový`: a point with an infinitive and a person behind a dash.
  func pointed(_ line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    let start = tokens.lowerBound + 1
    guard transcript.is(tokens.lowerBound, "-") || transcript.is(tokens.lowerBound, "•"),
      start < tokens.upperBound,
      Self.isInfinitive(transcript.tokens[start].folded)
    else { return nil }
    guard let fields = trailingFields(start..<tokens.upperBound), let end = fields.start else {
      return termed(start..<tokens.upperBound).map { ([$0], line + 1) }
    }
    let text = transcript.trimmed(start..<end)
    guard text.count > 1 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.85))
    task.responsible = fields.responsible
    task.due = fields.due ?? due(in: text)
    return ([task], line + 1)
  }

  /// `- promyslet do příští schůze, zda …`: an infinitive with a term.
  private func termed(_ tokens: Range<Int>) -> ExtractedTask? {
    let text = transcript.trimmed(tokens)
    let term = text.prefix(8).first { place in
      transcript.is(place, "do") && transcript.tokens[place + 1].folded.hasPrefix("prist")
    }
    let due = due(in: text.lowerBound..<text.upperBound + 1)
    let isSpan = text.contains { transcript.is($0, "od") }
    guard text.count > 2, term != nil || due != nil && !isSpan else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.75))
    task.due = due
    return task
  }

  /// `Nový – úkol – opravit plot`: who has the task stands before the word, what it is after it.
  func noted(at place: Int, _ line: Range<Int>) -> ExtractedTask? {
    guard transcript.is(place - 1, "-"), transcript.is(place + 1, "-"), place - line.lowerBound < 8
    else { return nil }
    let text = transcript.trimmed(place + 2..<max(place + 2, line.upperBound))
    let who = transcript.trimmed(line.lowerBound..<place - 1)
    guard text.count > 1, !who.isEmpty else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.85))
    task.responsible = transcript.fact(who, confidence: 0.85)
    task.due = due(in: text)
    return task
  }

  private func known(_ fields: TaskFields?) -> TaskFields? {
    guard let fields, let responsible = fields.responsible, isKnown(responsible) else { return nil }
    return fields
  }

  private func fields(in tokens: Range<Int>) -> TaskFields {
    TaskFields(in: tokens, of: transcript, held: held)
  }

  /// The lines right above that begin with a field, at most two.
  private func fieldLines(before line: Int) -> Range<Int> {
    var first = line
    while first > 0, line - first < 2, opensField(first - 1) { first -= 1 }
    return layout.tokens(ofLines: first..<line)
  }

  /// Whether the fields of a task open its block.
  private func isHeadedByFields(_ line: Int) -> Bool {
    let first = fieldLines(before: line).first.map { transcript.line(of: $0) }
    guard let first, !transcript.lines[line].hasBlankAbove else { return false }
    return transcript.is(transcript.lines[first].tokens.lowerBound, "urcen")
      || transcript.lines[first].hasBlankAbove && line - first > 1
  }

  /// The fields of the first lines that have some; a remark may stand before them.
  func fieldsBelow(_ line: Int, mostBetween: Int) -> TaskFields {
    var first = line
    while first < transcript.lines.count, first - line < mostBetween, !opensField(first),
      layout.itemLabels[first] == nil,
      !transcript.is(transcript.lines[first].tokens.lowerBound, "ukol")
    {
      first += 1
    }
    var end = first
    while end < transcript.lines.count, end - first < 3, opensField(end) { end += 1 }
    // Fields above `Úkol:` belong to that one.
    if mostBetween == 0, end < transcript.lines.count,
      transcript.is(transcript.lines[end].tokens.lowerBound, "ukol")
    {
      end = first
    }
    return fields(in: layout.tokens(ofLines: first..<end))
  }

  /// Whether a line begins with a field of a task.
  func opensField(_ line: Int) -> Bool {
    TaskFields.opens(transcript.lines[line].tokens.lowerBound, transcript)
  }

  /// `Zaslat návrh členům. T: 15. 3. Z: Nový`, the fields perhaps in the line below.
  func withFields(_ line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    let start = layout.itemLabels[line]?.titleStart ?? tokens.lowerBound
    guard start < tokens.upperBound, !opensField(line),
      !tokens.contains(where: { transcript.tokens[$0].folded.hasPrefix("ukol") }),
      layout.labelKinds[line] == nil
    else { return nil }
    let inside = fields(in: start..<tokens.upperBound)
    let below = inside.start == nil ? fieldsBelow(line + 1, mostBetween: 0) : inside
    guard let responsible = below.responsible else { return dated(start, inside, line) }
    guard below.due != nil || inside.isTold && isKnown(responsible) else {
      return nil
    }
    let text = transcript.trimmed(start..<min(inside.start ?? .max, tokens.upperBound))
    guard text.count > 1 else { return nil }
    var task = ExtractedTask(text: transcript.fact(text, confidence: 0.85))
    task.responsible = responsible
    task.due = below.due
    return ([task], line + 1)
  }
}
