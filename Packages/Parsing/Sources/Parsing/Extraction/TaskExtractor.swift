import Domain

/// Tasks: labelled, listed, imposed by a resolution or stated with a term.
struct TaskExtractor {
  /// The parts of the document.
  let layout: Layout
  /// The year that dates without one are in.
  let held: CalendarDate?
  /// The folded surnames and nicknames of those who were there.
  let people: WordSet

  var transcript: Transcript { layout.transcript }

  /// Returns the tasks in the order of the text.
  func tasks() -> [ExtractedTask] {
    var found: [ExtractedTask] = []
    var line = 0
    let hasField = lines(with: TaskFields.words)
    let hasTable = lines(with: TaskTable.words)
    let imposes = lines(with: Self.imposing)
    let duties = linesOfDuties()
    var triggers = transcript.places(of: Self.triggers)[...]
    while line < transcript.lines.count {
      let tokens = transcript.lines[line].tokens
      while let place = triggers.first, place < tokens.lowerBound { triggers.removeFirst() }
      let places = triggers.prefix { $0 < tokens.upperBound }
      let hasStatus = places.contains {
        Self.statusWords.contains(transcript.tokens[$0].folded)
      }
      let mayHaveFields = hasField[line] || line + 1 < hasField.count && hasField[line + 1]
      let labelled =
        (imposes[line] ? imposedList(line) : nil) ?? besideLabel(line)
        ?? (hasTable[line] ? tabled(line) : nil) ?? fulfilled(from: line) ?? listed(from: line)
        ?? arrows(at: line) ?? (mayHaveFields ? withFields(line) : nil)
      let run =
        labelled ?? (duties.contains(line) ? duty(line) : nil)
        ?? (hasStatus ? stated(line) : nil) ?? pointed(line) ?? nounBeside(line)
        ?? charged(line)
      if let run {
        found += run.tasks
        line = max(run.nextLine, line + 1)
        continue
      }
      for task in inLine(line, places) where !overlaps(task, found.last) { found.append(task) }
      line += 1
    }
    return once(found)
  }

  private func tabled(_ line: Int) -> Run? {
    TaskTable(transcript: transcript, held: held).tasks(under: line)
  }

  /// For each line whether it has one of the words.
  private func lines(with words: WordSet) -> [Bool] {
    var found = [Bool](repeating: false, count: transcript.lines.count)
    for place in transcript.places(of: words) { found[transcript.line(of: place)] = true }
    return found
  }

  private static let triggers = WordSet(["ukol", "u"]).union(Array(statusWords.members)).union(
    Array(imposing.members.union(EntrustingSentence.verbs.members).union(TaskSentence.words)))

  /// A sentence with two verbs, or over two lines, is one task.
  private func overlaps(_ task: ExtractedTask, _ last: ExtractedTask?) -> Bool {
    guard let last else { return false }
    return task.text.source.start < last.text.source.end
  }

  private static let mostWords = 16

  typealias Run = (tasks: [ExtractedTask], nextLine: Int)

  /// `Úkoly:` and a numbered list.
  private func listed(from line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    let first = layout.itemLabels[line]?.titleStart ?? tokens.lowerBound
    guard
      (transcript.is(first, "ukoly") || transcript.is(first, "ukol")) && tokens.count < 12
        && (transcript.is(tokens.upperBound - 1, ":") || tokens.upperBound - first == 1)
        || announcesTasks(tokens), !isControl(tokens)
    else { return nil }
    var found: [ExtractedTask] = []
    var next = line + 1
    var isBulleted: Bool?
    while next < transcript.lines.count, layout.labelKinds[next] == nil {
      guard let start = entryStart(next), isBulleted != false || !start.isBullet else { break }
      isBulleted = isBulleted ?? start.isBullet
      if isBulleted == true, !start.isBullet { break }
      let end = textEnd(from: start.token, line: transcript.line(of: start.token))
      let entry = start.token..<end.token
      found += imposedTasks(in: entry) ?? carriedOut(task(entry), after: end.token)
      next = end.nextLine
    }
    return found.isEmpty ? plainList(from: line + 1) : (found, next)
  }

  /// Where the text of an entry begins after `1)`, after a dash alone in its line, or after `[ ]`.
  func entryStart(_ line: Int) -> (token: Int, isBullet: Bool)? {
    if let label = layout.itemLabels[line] {
      return label.style == .reference ? nil : (label.titleStart, false)
    }
    let tokens = transcript.lines[line].tokens
    guard transcript.is(tokens.lowerBound, "-") || transcript.is(tokens.lowerBound, "•") else {
      return nil
    }
    var start = tokens.lowerBound + 1
    if transcript.is(start, "[") {
      start = (start..<start + 3).first { transcript.is($0, "]") }.map { $0 + 1 } ?? start
    }
    guard start < transcript.tokens.count,
      start < tokens.upperBound
        || line + 1 < transcript.lines.count
          && layout.itemLabels[line + 1] == nil
    else { return nil }
    return (start, true)
  }

  /// `>> Opravit dveře`, then `kdo:`.
  private func arrows(at line: Int) -> Run? {
    let tokens = transcript.lines[line].tokens
    guard transcript.is(tokens.lowerBound, ">"), transcript.is(tokens.lowerBound + 1, ">"),
      tokens.count > 2
    else { return nil }
    var task = ExtractedTask(text: transcript.fact(tokens.lowerBound + 2..<tokens.upperBound))
    let next = line + 1
    if next < transcript.lines.count {
      task.responsible = labelled(["kdo"], line: next)
    }
    return ([task], next)
  }

  private func inLine(_ line: Int, _ places: ArraySlice<Int>) -> [ExtractedTask] {
    guard !places.isEmpty else { return [] }
    let tokens = transcript.lines[line].tokens
    let first = transcript.tokens[tokens.lowerBound].folded
    let isField = first == "zajisti" && tokens.count < 5 || first == "stav" || first == "urcen"
    if isField || transcript.is(tokens.lowerBound + 1, ":") && first == "zajisti" { return [] }
    var found: [ExtractedTask] = []
    for place in places {
      let word = transcript.tokens[place].folded
      if word == "ukol", let task = trailed(at: place, tokens) { return found + [task] }
      if word == "ukol" || isShortLabel(place, tokens), let colon = labelEnd(place) {
        let end = textEnd(from: colon + 1, line: line)
        let tasks = labelledTask(colon + 1..<end.token, nextLine: end.nextLine)
        found += tasks.map { withAddressee($0, place + 1..<colon) }
        break
      }
      if word == "ukol", let task = noted(at: place, tokens) ?? assigned(at: place, tokens) {
        return found + [task]
      }
      if Self.imposing.contains(word) { found += imposed(after: place, line: line) }
      if EntrustingSentence.isVerb(word) {
        let end = textEnd(from: place + 1, line: line).token
        let sentence = EntrustingSentence(transcript: transcript, held: held)
        found += sentence.task(after: place, end: end).map { [$0] } ?? []
      }
      let sentence = TaskSentence(transcript: transcript, held: held, people: people)
      if let task = sentence.task(at: place) {
        found.append(task)
      }
    }
    return found
  }

  /// `všichni členové v termínu do 31. 1.` and `p. Nový zašle …` begin with who is responsible.
  func withoutTerm(_ responsible: Fact<String>) -> Fact<String> {
    let tokens = transcript.tokens(of: responsible.source)
    let cut = tokens.first { place in
      transcript.is(place, "v") && transcript.is(place + 1, "terminu")
        || place > tokens.lowerBound && TaskSentence.isFuture(transcript.tokens[place].folded)
    }
    guard let cut, cut > tokens.lowerBound else { return responsible }
    return transcript.fact(transcript.trimmed(tokens.lowerBound..<cut))
  }

  func date(of fact: Fact<String>) -> Fact<CalendarPeriod>? {
    let tokens = transcript.tokens[transcript.tokens(of: fact.source)]
    guard let date = DateScanner(tokens: tokens).dates().first, let period = date.period() else {
      return nil
    }
    return Fact(period, transcript.range(date.tokens))
  }

  /// A person or a role before the verb is responsible: `Pí. Nová: zjistí`, `Koordinátor zjistí`.
  func task(_ tokens: Range<Int>) -> [ExtractedTask] {
    let tokens = transcript.trimmed(tokens)
    guard tokens.count > 1 else { return [] }
    let subject = subjectEnd(tokens)
    let remark = (subject..<tokens.upperBound).first {
      transcript.is($0, "(") && $0 - subject > 2
        && (!transcript.is(tokens.upperBound - 1, ")") || tokens.upperBound - $0 > 8)
    }
    let trailing = trailingFields(subject..<tokens.upperBound)
    let text = transcript.trimmed(
      subject..<min(remark ?? tokens.upperBound, trailing?.start ?? .max))
    // A question is asked and not done.
    guard !text.isEmpty, !text.contains(where: { transcript.is($0, "?") }) else { return [] }
    var task = ExtractedTask(text: transcript.fact(withoutStatus(text), confidence: 0.85))
    if subject > tokens.lowerBound {
      task.responsible = transcript.fact(
        transcript.trimmed(tokens.lowerBound..<subject, marks: [":", "-"]))
    }
    task.responsible = task.responsible ?? trailing?.responsible
    task.due = due(in: tokens.lowerBound..<tokens.upperBound + 1) ?? trailing?.due
    return [task]
  }

  /// `ukládá předsedkyni komise, aby zjistila …`, `ukládá starostovi uzavřít …`.
  private func imposed(after verb: Int, line: Int) -> [ExtractedTask] {
    var start = verb + 1
    var line = line
    if start >= transcript.lines[line].tokens.upperBound {
      line += 1
      guard line < transcript.lines.count else { return [] }
      start = transcript.lines[line].tokens.lowerBound
    }
    return imposed(from: start, line: line)
  }

  /// The addressee and what the addressee is to do.
  func imposed(from start: Int, line: Int) -> [ExtractedTask] {
    let (sentence, nextLine) = textEnd(from: start, line: line)
    let end = nextImposing(in: start..<max(start, sentence)) ?? sentence
    // `ukládá předat podnět` tells nobody.
    let isOpen = start < end && Self.isInfinitive(transcript.tokens[start].folded)
    guard let split = isOpen ? start : split(start..<end), isOpen || split > start else {
      return []
    }
    let text = transcript.trimmed(split..<end)
    guard text.count > 1 else { return [] }
    let clause = ShortClause(transcript: transcript, mostWords: Self.mostWords).shortened(text)
    var task = ExtractedTask(
      text: Fact(transcript.text(clause), transcript.range(text), confidence: 0.95))
    if split > start { task.responsible = transcript.fact(transcript.trimmed(start..<split)) }
    task.due =
      due(in: text) ?? termBehind(sentence) ?? fieldsBelow(nextLine, mostBetween: 0).due
    return [task]
  }

  /// The end of the sentence; a line that does not end it goes on in the next one.
  func textEnd(from start: Int, line: Int) -> (token: Int, nextLine: Int) {
    var current = line
    while current < transcript.lines.count {
      let tokens = transcript.lines[current].tokens
      if current > line, startsSomething(current) {
        return (transcript.lines[current - 1].tokens.upperBound, current)
      }
      for place in max(start, tokens.lowerBound)..<tokens.upperBound
      where transcript.is(place, ".") && isEnd(place, tokens.upperBound) {
        return (place, current + 1)
      }
      current += 1
      if current - line > 3 { break }
    }
    return (transcript.lines[current - 1].tokens.upperBound, current)
  }

  private func isEnd(_ place: Int, _ lineEnd: Int) -> Bool {
    let before = transcript.tokens[place - 1]
    if place + 1 == lineEnd { return before.folded.utf8.count > 1 || before.kind == .number }
    return before.folded.utf8.count > 3 && before.kind == .word
      && transcript.tokens[place + 1].isCapitalized && !transcript.isAbbreviated(place)
  }

  private func startsSomething(_ line: Int) -> Bool {
    if layout.itemLabels[line] != nil || layout.labelKinds[line] != nil {
      return true
    }
    if transcript.lines[line].hasBlankAbove,
      transcript.tokens[transcript.lines[line].tokens.lowerBound].isCapitalized
    {
      return true
    }
    let tokens = transcript.lines[line].tokens
    let word = transcript.tokens[tokens.lowerBound].folded
    if isShortLabel(tokens.lowerBound, tokens) || isSignature(tokens) { return true }
    if tokens.count < 4, transcript.is(tokens.upperBound - 1, ":") { return true }
    return [
      "ukol", "zajisti", "stav", "hlasovani", "kdo", "termin", "usneseni", "urcen",
    ].contains(word) || opensField(line)
      || transcript.tokens[tokens.lowerBound].kind == .mark
  }

  /// `PhDr. Eva Malá` alone in a line or before her office signs.
  private func isSignature(_ line: Range<Int>) -> Bool {
    guard Titles.czech.match(transcript.tokens[line], at: line.lowerBound)?.isAfter == false,
      let end = NameParser(transcript: transcript).person(
        at: line.lowerBound, limit: line.upperBound)?.tokens.upperBound
    else { return false }
    return end == line.upperBound
      || transcript.isRole(end) && !line.contains { transcript.is($0, ",") }
  }

  private func labelled(_ labels: WordSet, line: Int) -> Fact<String>? {
    let tokens = transcript.lines[line].tokens
    guard labels.contains(transcript.tokens[tokens.lowerBound].folded),
      transcript.is(tokens.lowerBound + 1, ":")
    else { return nil }
    let value = transcript.trimmed(tokens.lowerBound + 2..<tokens.upperBound)
    return value.isEmpty ? nil : transcript.fact(value)
  }

  func due(in tokens: Range<Int>) -> Fact<CalendarPeriod>? {
    TaskSentence(transcript: transcript, held: held).due(in: tokens)
  }
}
