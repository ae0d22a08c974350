import Domain

/// Tasks that a body imposes: on whom the sentence names, or point by point under it.
extension TaskExtractor {
  /// `Termín splnění úkolů: 29. 8.` behind the sentence, in the same line.
  func termBehind(_ end: Int) -> Fact<CalendarPeriod>? {
    let line = end..<max(end, transcript.lineEnd(of: max(0, end - 1)))
    guard let first = line.first(where: { transcript.tokens[$0].kind == .word }),
      transcript.is(first, "termin"), first - end < 3,
      let colon = line.prefix(8).first(where: { transcript.is($0, ":") })
    else { return nil }
    return due(in: colon + 1..<line.upperBound) ?? day(in: colon..<line.upperBound)
  }

  static let imposing: WordSet = ["uklada", "ukladaji", "ulozil", "ulozila", "ulozilo"]
  private static let mostAddressee = 9

  /// `Schůze ukládá:` and a list of addressees with what each is to do, `Schůze ukládá výboru:` and
  /// a list of what the board is to do.
  func imposedList(_ line: Int) -> Run? {
    let tokens = transcript.trimmed(transcript.lines[line].tokens)
    guard let verb = tokens.first(where: { Self.imposing.contains(transcript.tokens[$0].folded) }),
      verb - tokens.lowerBound < Self.mostAddressee, line + 1 < transcript.lines.count
    else { return nil }
    if verb + 1 < tokens.upperBound {
      return points(for: verb + 1..<tokens.upperBound, from: line + 1)
    }
    guard layout.itemLabels[line + 1]?.number == "1" else {
      return besideNames(from: line + 1) ?? bullets(from: line + 1)
    }
    var found: [ExtractedTask] = []
    var next = line + 1
    while next < transcript.lines.count, let label = layout.itemLabels[next],
      label.style == .number
    {
      found += imposed(from: label.titleStart, line: next)
      next += 1
    }
    return found.isEmpty ? nil : (found, next)
  }

  /// `- výboru zajistit opravu`, `- všem členům odpracovat 20 hodin`
  private func bullets(from first: Int) -> Run? {
    var found: [ExtractedTask] = []
    var next = first
    while next < transcript.lines.count, layout.itemLabels[next] == nil,
      let start = pointStart(next), start < transcript.lines[next].tokens.upperBound
    {
      found += imposed(from: start, line: next)
      next += 1
    }
    return found.isEmpty ? nil : (found, next)
  }

  /// `Jan Nový – zjištění ceny`: each line names who is to do what.
  private func besideNames(from line: Int) -> Run? {
    let parser = NameParser(transcript: transcript)
    var found: [ExtractedTask] = []
    var next = line
    while next < transcript.lines.count {
      let tokens = transcript.lines[next].tokens
      guard
        let person = parser.person(at: tokens.lowerBound, limit: tokens.upperBound),
        person.tokens.lowerBound == tokens.lowerBound, person.wordCount > 1,
        transcript.is(person.tokens.upperBound, "-")
      else { break }
      next += 1
      while next < transcript.lines.count, transcript.lines[next].isWrapped { next += 1 }
      let end = transcript.lines[next - 1].tokens.upperBound
      let text = transcript.trimmed(person.tokens.upperBound + 1..<end)
      guard !text.isEmpty else { break }
      var task = ExtractedTask(text: transcript.fact(text, confidence: 0.85))
      task.responsible = transcript.fact(person.tokens)
      found.append(task)
    }
    return found.isEmpty ? nil : (found, next)
  }

  /// The points under the line that ends with an addressee.
  private func points(for addressee: Range<Int>, from line: Int) -> Run? {
    let isLabel = transcript.is(addressee.upperBound, ":")
    guard addressee.count < Self.mostAddressee, let first = pointStart(line),
      !addressee.contains(where: { place in
        let word = transcript.tokens[place].folded
        return word == "aby" || Self.isInfinitive(word)
      }), isLabel || Self.isInfinitive(transcript.tokens[first].folded)
    else { return nil }
    var found: [ExtractedTask] = []
    var next = line
    while next < transcript.lines.count, layout.labelKinds[next] == nil {
      let tokens = transcript.lines[next].tokens
      guard let start = pointStart(next), start < tokens.upperBound else {
        // A point goes on in small letters.
        guard transcript.tokens[tokens.lowerBound].kind == .word,
          !transcript.tokens[tokens.lowerBound].isCapitalized
        else { break }
        next += 1
        continue
      }
      if decides(start..<tokens.upperBound) { break }
      let end = textEnd(from: start, line: next)
      found += task(start..<end.token).map { task in
        var task = task
        task.responsible = task.responsible ?? transcript.fact(addressee, confidence: 0.85)
        return task
      }
      next = max(next + 1, end.nextLine)
    }
    return found.isEmpty ? nil : (found, next)
  }

  /// Where the text of a point begins, numbered or with a bullet.
  private func pointStart(_ line: Int) -> Int? {
    if let label = layout.itemLabels[line], label.style != .reference { return label.titleStart }
    let first = transcript.lines[line].tokens.lowerBound
    return ["•", "-"].contains(transcript.tokens[first].folded) ? first + 1 : nil
  }

  /// `Rada ukládá …`, `bere na vědomí …`: a decision of its own.
  private func decides(_ tokens: Range<Int>) -> Bool {
    tokens.prefix(6).contains { OperativeVerbs.contains(transcript.tokens[$0].folded) }
  }

  /// What an entry under *Úkoly* imposes, `nil` for one that imposes nothing; an entry in which a
  /// body decides something else gives no task.
  func imposedTasks(in entry: Range<Int>) -> [ExtractedTask]? {
    let verbs = entry.filter { Self.imposing.contains(transcript.tokens[$0].folded) }
    if !verbs.isEmpty {
      return verbs.flatMap { imposed(from: $0 + 1, line: transcript.line(of: $0)) }
    }
    let body = entry.prefix(2).lazy.compactMap {
      Bodies.czech.match(transcript.tokens, at: $0, limit: entry.upperBound)?.end
    }.first
    guard let body, body < entry.upperBound, decides(body..<min(body + 3, entry.upperBound)) else {
      return nil
    }
    return []
  }

  /// `Objednat tabuli. Provede Jan Nový.`: who does it stands in the next sentence of the line.
  func carriedOut(_ tasks: [ExtractedTask], after end: Int) -> [ExtractedTask] {
    let line = transcript.lineEnd(of: end)
    let verb = end + 1
    guard tasks.count == 1, tasks[0].responsible == nil, verb < line,
      TaskSentence.isFuture(transcript.tokens[verb].folded),
      let people = TaskSentence(transcript: transcript, held: held, people: people)
        .doers(from: verb + 1, limit: line),
      transcript.trimmed(people.upperBound..<line).isEmpty
    else { return tasks }
    var task = tasks[0]
    task.responsible = transcript.fact(people)
    return [task]
  }

  /// Where another imposing verb begins something of its own: `…, a ukládá …`.
  func nextImposing(in tokens: Range<Int>) -> Int? {
    guard
      let verb = tokens.first(where: { Self.imposing.contains(transcript.tokens[$0].folded) })
    else { return nil }
    return transcript.is(verb - 1, "a") ? verb - 1 : verb
  }
}
