import Domain

/// Lists of tasks from the meeting before, each with what became of it: `Splněné úkoly:`.
extension TaskExtractor {
  private static let fewestWordsBeforeColon = 4
  private static let mostTokensOfHead = 7

  /// Reads `1) Paní Malá zjistí ceny -> ano` and, under `Pan Nový:`, `- rozešle výstup: rozeslal`.
  func fulfilled(from heading: Int) -> Run? {
    let words = transcript.lines[heading].tokens
    let first = layout.itemLabels[heading]?.titleStart ?? words.lowerBound
    guard transcript.is(first, "splnene"), transcript.is(first + 1, "ukoly"),
      words.upperBound - first < 4
    else { return nil }
    var found: [ExtractedTask] = []
    var person: Fact<String>?
    var isBulleted: Bool?
    var line = heading + 1
    while line < transcript.lines.count, layout.labelKinds[line] == nil {
      if let head = personAbove(line) {
        person = head
        line += 1
        continue
      }
      guard let start = entryStart(line) else {
        // What the page or an answer puts between two entries.
        line += 1
        if line - heading > Self.mostLinesOfList { break }
        continue
      }
      isBulleted = isBulleted ?? start.isBullet
      if isBulleted == true, !start.isBullet { break }
      let end = textEnd(from: start.token, line: transcript.line(of: start.token))
      line = max(line + 1, end.nextLine)
      guard isBulleted == start.isBullet else { continue }
      guard let task = fulfilled(start.token..<end.token, by: person) else {
        if isBulleted == false { break }
        continue
      }
      found.append(task)
    }
    return found.isEmpty ? nil : (found, line)
  }

  private static let mostLinesOfList = 60

  /// `Paní Malá:` alone in its line, whose tasks stand under it.
  private func personAbove(_ line: Int) -> Fact<String>? {
    let tokens = transcript.lines[line].tokens
    guard tokens.count < Self.mostTokensOfHead, transcript.is(tokens.upperBound - 1, ":"),
      let person = NameParser(transcript: transcript).person(
        at: tokens.lowerBound, limit: tokens.upperBound),
      person.tokens.upperBound == tokens.upperBound - 1
    else { return nil }
    return transcript.fact(tokens.lowerBound..<tokens.upperBound - 1)
  }

  private func fulfilled(_ entry: Range<Int>, by person: Fact<String>?) -> ExtractedTask? {
    let entry = entry.lowerBound..<resultStart(entry)
    let subject = entry.isEmpty ? entry.lowerBound : subjectEnd(entry)
    let verb = (subject..<max(subject, entry.upperBound)).first {
      transcript.tokens[$0].kind == .word
    }
    guard let verb, !transcript.tokens[verb].isCapitalized || Self.isInfinitive(folded(verb)),
      var task = task(entry).first
    else { return nil }
    task.responsible = task.responsible ?? person
    return task
  }

  private func folded(_ place: Int) -> String { transcript.tokens[place].folded }

  /// Where an arrow, or the colon behind a whole clause, begins to tell the result.
  private func resultStart(_ entry: Range<Int>) -> Int {
    var words = 0
    for place in entry {
      let token = transcript.tokens[place]
      if token.is(">") || token.is("→") {
        return transcript.is(place - 1, "-") ? place - 1 : place
      }
      if token.is(":"), words >= Self.fewestWordsBeforeColon { return place }
      if token.kind == .word { words += 1 }
    }
    return entry.upperBound
  }
}
