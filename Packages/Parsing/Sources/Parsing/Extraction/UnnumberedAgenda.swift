import Domain

/// A programme in the line of its label, or in lines with bullets or without any mark.
struct UnnumberedAgenda {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let mostItems = 30
  private static let mostWords = 18
  private static let mostTokens = 40

  /// Returns the titles of the items, none when there are fewer than two.
  func titles(after section: Section, lines: Range<Int>) -> [Range<Int>] {
    let rest = section.label.upperBound..<transcript.lines[section.line].tokens.upperBound
    let found = rest.isEmpty ? inLines(lines) : inLine(rest)
    if found.count > 1 { return found }
    // `Program:` and all items in the line below.
    guard rest.isEmpty, let line = lines.first, layout.itemLabels[line] == nil else { return [] }
    let below = inLine(transcript.lines[line].tokens)
    return below.count > 2 ? below : []
  }

  /// `Na programu schůze byly tyto body:` and points with bullets, perhaps under an opening that
  /// has none.
  func points(under line: Int) -> [Range<Int>] {
    func isPoint(_ line: Int) -> Bool {
      line < transcript.lines.count
        && ["•", "-"].contains(transcript.tokens[transcript.lines[line].tokens.lowerBound].folded)
    }
    let first = isPoint(line + 1) ? line + 1 : line + 2
    guard isPoint(first) else { return [] }
    let found = inLines(first..<transcript.lines.count)
    return found.count > 1 ? found : []
  }

  /// `Program: 1. Zahájení, 2. Rozpočet` or `Program: zahájení, rozpočet, různé`.
  private func inLine(_ tokens: Range<Int>) -> [Range<Int>] {
    let numbers = numbers(in: tokens)
    if let last = numbers.last, numbers.count > 1 {
      let lastEnd = OneLineAgenda(transcript: transcript).end(ofLast: last + 2, in: tokens)
      return numbers.indices.map { index in
        let end = index + 1 < numbers.count ? numbers[index + 1] : lastEnd
        return transcript.trimmed(numbers[index] + 2..<max(numbers[index] + 2, end))
      }
    }
    if let listed = OneLineAgenda(transcript: transcript).titles(in: tokens) { return listed }
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for place in tokens where transcript.is(place, ",") || transcript.is(place, ";") {
      parts.append(transcript.trimmed(start..<place))
      start = place + 1
    }
    parts.append(transcript.trimmed(start..<tokens.upperBound))
    return parts.allSatisfy { isTitle($0) } ? parts : []
  }

  /// Where 1, 2, 3 … stand, each with a dot or a bracket.
  private func numbers(in tokens: Range<Int>) -> [Int] {
    var found: [Int] = []
    for place in tokens
    where transcript.tokens[place].number == found.count + 1
      && [".", ")", "/"].contains(transcript.tokens[place + 1].folded)
      && transcript.tokens[place + 2].kind == .word
    {
      found.append(place)
    }
    return found
  }

  private func inLines(_ lines: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var isBulleted: Bool?
    for line in lines.prefix(Self.mostItems) {
      let tokens = transcript.lines[line].tokens
      let hasBullet = ["•", "-"].contains(transcript.tokens[tokens.lowerBound].folded)
      isBulleted = isBulleted ?? hasBullet
      let title = transcript.trimmed(tokens)
      // Text after the programme has an empty line above and no bullet.
      let isAfter = !found.isEmpty && !hasBullet && transcript.lines[line].hasBlankAbove
      guard isBulleted == hasBullet, !isAfter, isTitle(title) || hasBullet && isShort(title),
        layout.itemLabels[line] == nil,
        hasBullet || ![":", "."].contains(transcript.tokens[tokens.upperBound - 1].folded)
      else { break }
      found.append(title)
    }
    return found
  }

  /// A bullet makes an item of a sentence too.
  private func isShort(_ tokens: Range<Int>) -> Bool {
    (1...Self.mostTokens).contains(tokens.count)
  }

  private func isTitle(_ tokens: Range<Int>) -> Bool {
    let words = tokens.count { transcript.tokens[$0].kind == .word }
    return words > 0 && words <= Self.mostWords
      && !tokens.contains { transcript.is($0, ":") || transcript.is($0, "@") || isVerb($0) }
  }

  /// A sentence has a verb, a title has none: `přivítal`, `sešla`, `je`.
  private func isVerb(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    return ["je", "jsou", "byl", "byla", "bylo", "se"].contains(word)
      || word.utf8.count > 4
        && ["al", "il", "ala", "ila", "sla", "ali", "ili", "alo", "ilo"].contains(
          where: word.hasSuffix)
  }
}
