import Domain

/// Projects with their holder, status, dates and themes.
struct ProjectExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let verbs: Set<String> = [
    "ktery", "ktera", "ktere", "je", "byl", "byla", "bude", "jiz", "jehoz", "nebyl", "se", "ze",
    "dale",
    "jako", "a", "kde", "prispel", "predpoklada",
  ]

  /// Returns the projects, each once, in the order of the text.
  func projects() -> [ExtractedProject] {
    var found: [ExtractedProject] = []
    for place in transcript.tokens.indices where isProjectWord(place) {
      guard let name = quotedName(after: place) ?? plainName(after: place) else { continue }
      let key = Self.key(transcript.text(name))
      guard !key.isEmpty, !found.contains(where: { Self.isSame(Self.key($0.name.value), key) })
      else {
        continue
      }
      var project = ExtractedProject(name: transcript.fact(name, confidence: 0.85))
      ProjectDetails(transcript: transcript).fill(&project, name: name)
      found.append(project)
    }
    return found
  }

  private func isProjectWord(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    return ["projekt", "projektu", "projektem", "projekte"].contains(word)
  }

  private func quotedName(after place: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    var open = place + 1
    while open < tokens.count, open < place + 4,
      tokens[open].is(":") || tokens[open].is("s")
        || tokens[open].folded.hasPrefix("nazv") || tokens[open].is("-")
    {
      open += 1
    }
    guard open < tokens.count, tokens[open].is("\"") else { return nil }
    let close = (open + 1..<min(open + 25, tokens.count)).first { tokens[$0].is("\"") }
    guard let close, close > open + 1 else { return nil }
    return open + 1..<close
  }

  /// A capital after the word *projekt* opens a name; it ends at a mark, a verb or the line.
  private func plainName(after place: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    var start = place + 1
    if start < tokens.count, tokens[start].is(":") { start += 1 }
    guard start < tokens.count, tokens[start].isCapitalized, tokens[start].gap != .line else {
      return nil
    }
    var end = start
    while end < tokens.count, end - start < 14, tokens[end].gap != .line || end == start {
      let token = tokens[end]
      if Self.verbs.contains(token.folded), !(token.is("a") && goesOn(end)) { break }
      if token.kind == .mark, !isYearDash(end), !(token.is(".") && isRomanNumber(end - 1)) { break }
      end += 1
    }
    return start < end ? start..<end : nil
  }

  private func goesOn(_ place: Int) -> Bool {
    place + 2 < transcript.tokens.count && transcript.tokens[place + 1].kind == .word
      && !Self.verbs.contains(transcript.tokens[place + 1].folded)
  }

  private func isYearDash(_ place: Int) -> Bool {
    place + 1 < transcript.tokens.count && transcript.is(place, "-")
      && transcript.tokens[place - 1].number ?? 0 > 1990
      && transcript.tokens[place + 1].number ?? 0 > 1990
  }

  private func isRomanNumber(_ place: Int) -> Bool {
    transcript.tokens[place].isCapitalized
      && transcript.tokens[place].folded.allSatisfy { "ivx".contains($0) }
  }

  private static func key(_ name: String) -> [String] {
    Folding.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isSame(_ left: [String], _ right: [String]) -> Bool { left == right }
}
