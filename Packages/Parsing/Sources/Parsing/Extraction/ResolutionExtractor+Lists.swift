import Domain

/// Resolutions in lists: under a verb, under a number, in points and behind bullets.
extension ResolutionExtractor {
  /// `Zastupitelstvo schvaluje`, alone in its line, and a numbered list of what it does.
  func imposedList(_ line: Int) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    let tokens = transcript.trimmed(transcript.lines[line].tokens)
    guard line + 1 < transcript.lines.count, tokens.count < 9, tokens.count > 1,
      let verb = tokens.last(where: { OperativeVerbs.contains(transcript.tokens[$0].folded) }),
      tokens.upperBound - verb < 4, transcript.tokens[tokens.lowerBound].isCapitalized
    else { return nil }
    if layout.itemLabels[line + 1]?.number == "1" { return numberedList(from: line + 1) }
    guard bodyEnd(tokens) != nil, transcript.is(transcript.lines[line].tokens.upperBound - 1, ":")
    else { return nil }
    return dashedList(from: line + 1)
  }

  /// `- zprávu předsedy`, `- rozpočet na rok 2024` under `Členská schůze schvaluje:`.
  private func dashedList(
    from first: Int
  ) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    var line = first
    var found: [ExtractedResolution] = []
    while line < transcript.lines.count, let start = pointStart(line),
      layout.itemLabels[line] == nil
    {
      var next = line + 1
      while next < transcript.lines.count, transcript.lines[next].isWrapped,
        pointStart(next) == nil
      {
        next += 1
      }
      found += point(start..<transcript.lines[next - 1].tokens.upperBound)
      line = next
    }
    return found.count > 1 ? (found, line) : nil
  }

  /// `Výbor na své 3. schůzi mimo jiné:`, and under it points that each begin with the verb of a
  /// decision: `schválil rozpočet`, `vzal na vědomí zprávu`.
  func decidedList(_ line: Int) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    let tokens = transcript.lines[line].tokens
    // Most lines end without a colon.
    guard transcript.is(tokens.upperBound - 1, ":") else { return nil }
    let head = (layout.itemLabels[line]?.titleStart ?? tokens.lowerBound)..<tokens.upperBound
    guard !head.isEmpty, head.count < Self.mostHead,
      [nil, .other, .attendance].contains(layout.labelKinds[line]),
      transcript.tokens[head.lowerBound].kind == .word,
      isAcronym(head.lowerBound) || tellsDecided(head)
        || head.contains(where: { Bodies.czech.isHead(transcript.tokens[$0].folded) })
    else { return nil }
    var points: [Range<Int>] = []
    var decided = 0
    var next = line + 1
    let style = next < transcript.lines.count ? layout.itemLabels[next]?.style : nil
    while next < transcript.lines.count, layout.itemLabels[next]?.style == style,
      let start = pointStart(next)
    {
      let point = paragraph(from: start, line: next)
      let below = (next + 1..<max(next + 1, point.nextLine)).first { pointStart($0) != nil }
      let end = below.map { transcript.lines[$0].tokens.lowerBound } ?? point.tokens.upperBound
      if isOperative(start) { decided += 1 }
      points.append(start..<max(start, end))
      next = below ?? max(next + 1, point.nextLine)
    }
    let isDecided = decided > 1 && decided * 3 >= points.count * 2
    guard isDecided || points.count > 1 && tellsDecided(head) else { return nil }
    return (points.flatMap { point($0) }, next)
  }

  /// `Jednohlasně byly schváleny tyto body:`
  private func tellsDecided(_ head: Range<Int>) -> Bool {
    head.contains { place in
      ["schvaleny", "odsouhlaseny", "prijaty"].contains(transcript.tokens[place].folded)
        && (transcript.is(place - 1, "byly") || transcript.is(place - 2, "byly")
          || transcript.is(place + 1, "byly"))
    }
  }

  /// A point of two words is one too: `rozpočet spolku`.
  private func point(_ tokens: Range<Int>) -> [ExtractedResolution] {
    let found = single(nil, tokens)
    let tokens = transcript.trimmed(tokens)
    guard found.isEmpty, tokens.count == 2 else { return found }
    var resolution = ExtractedResolution()
    resolution.text = transcript.fact(tokens, confidence: 0.75)
    return [resolution]
  }

  private static let mostHead = 30

  /// `VV`, `ZO`: a body by its initials.
  private func isAcronym(_ place: Int) -> Bool {
    transcript.tokens[place].isUppercase && transcript.tokens[place].folded.utf8.count < 6
  }

  /// Where the text of a numbered point or of one with a bullet begins.
  private func pointStart(_ line: Int) -> Int? {
    let tokens = transcript.lines[line].tokens
    if let label = layout.itemLabels[line] {
      return label.style == .reference || label.titleStart >= tokens.upperBound
        ? nil : label.titleStart
    }
    let isBullet = ["-", "•"].contains(transcript.tokens[tokens.lowerBound].folded)
    return isBullet && tokens.count > 1 ? tokens.lowerBound + 1 : nil
  }

  /// `Komise`, and under it `A) bere na vědomí …`, `B) doporučuje …`: the first point is the text,
  /// all of them are the full text.
  func points(
    under head: (tokens: Range<Int>, nextLine: Int), _ number: Range<Int>?
  ) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    let first = head.nextLine
    guard head.tokens.count < 7, !head.tokens.contains(where: isOperative),
      first < transcript.lines.count, let label = layout.itemLabels[first],
      ["a", "1"].contains(label.number), label.style != .reference,
      (label.titleStart..<transcript.lineEnd(of: label.titleStart)).prefix(6).contains(
        where: isOperative)
    else { return nil }
    let point = paragraph(from: transcript.lines[first].tokens.lowerBound, line: first)
    var end = point
    while end.nextLine < transcript.lines.count, !isOther(end.nextLine),
      layout.itemLabels[end.nextLine]?.style == label.style
    {
      end = paragraph(from: transcript.lines[end.nextLine].tokens.lowerBound, line: end.nextLine)
    }
    var found = single(number, point.tokens)
    if !found.isEmpty {
      let all = head.tokens.lowerBound..<end.tokens.upperBound
      found[0].fullText = transcript.fact(transcript.trimmed(all))
    }
    return (found, end.nextLine)
  }

  /// `1. První` or `2010-03-11/1` and a text each.
  func numberedList(
    from first: Int
  ) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    var found: [ExtractedResolution] = []
    var line = first
    while line < transcript.lines.count {
      let tokens = transcript.lines[line].tokens
      if let number = numberLine(tokens), line + 1 < transcript.lines.count {
        let range = paragraph(from: tokens.upperBound, line: line + 1)
        found += single(number, range.tokens)
        line = range.nextLine
      } else if let label = layout.itemLabels[line], label.style == .number {
        let range = paragraph(from: tokens.lowerBound, line: line)
        found += single(tokens.lowerBound..<tokens.lowerBound + 1, range.tokens)
        line = range.nextLine
      } else if isOther(line) || found.isEmpty {
        break
      } else {
        line += 1
      }
    }
    return found.isEmpty ? nil : (found, line)
  }

  /// Two decisions or more with a bullet each, most of them with a verb that decides.
  func bulletedList(
    from first: Int
  ) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    var end = first
    while end < transcript.lines.count,
      ["-", "•"].contains(transcript.tokens[transcript.lines[end].tokens.lowerBound].folded)
    {
      end += 1
    }
    let decides = (first..<end).map { transcript.lines[$0].tokens.contains(where: isOperative) }
    // Where most do not decide, those before the first of these are the decisions.
    if decides.count(where: { $0 }) * 2 <= decides.count {
      end = first + decides.prefix { $0 }.count
    }
    let found = (first..<end).flatMap { single(nil, transcript.lines[$0].tokens) }
    return found.count > 1 ? (found, end) : nil
  }

  /// `Rozhodnutí, která padla na schůzi.` and under it what was decided, with bullets.
  func introducedList(
    from line: Int
  ) -> (resolutions: [ExtractedResolution], nextLine: Int)? {
    guard line + 1 < transcript.lines.count else { return nil }
    let tokens = transcript.lines[line].tokens
    guard tokens.count < Self.mostIntroduction, transcript.is(tokens.upperBound - 1, "."),
      transcript.tokens[tokens.lowerBound].kind == .word, !tokens.contains(where: isOperative)
    else { return nil }
    return bulletedList(from: line + 1)
  }

  private static let mostIntroduction = 16

  private func numberLine(_ tokens: Range<Int>) -> Range<Int>? {
    guard tokens.count < 12, hasDigit(tokens), tokens.contains(where: { transcript.is($0, "/") }),
      tokens.allSatisfy({
        transcript.tokens[$0].kind == .number || ["/", "-"].contains(transcript.tokens[$0].folded)
      })
    else { return nil }
    return tokens
  }
}
