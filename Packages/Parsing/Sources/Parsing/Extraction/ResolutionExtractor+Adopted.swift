import Domain

/// Resolutions that only the outcome of their vote tells, and drafts that were not adopted.
extension ResolutionExtractor {
  private static let adoptions = ["schval", "prijat", "odsouhlas"]
  private static let refusals = ["neschval", "neprija", "zamitn", "neodsouhlas"]
  private static let farthestOutcome = 20
  private static let mostTitleLines = 3

  /// `Návrh usnesení: …`, and under the draft `Neschváleno – pro 2, proti 8`.
  func isRejected(below first: Int) -> Bool {
    var isVoted = false
    for line in first..<max(first, min(first + Self.farthestOutcome, transcript.lines.count)) {
      let start = transcript.lines[line].tokens.lowerBound
      let word = transcript.tokens[start].folded
      if Self.refusals.contains(where: word.hasPrefix) { return true }
      if Self.adoptions.contains(where: word.hasPrefix) || layout.itemLabels[line] != nil {
        return false
      }
      if ["usneseni", "navrh", "vysledek"].contains(word) {
        return (start + 1..<start + 3).contains { place in
          let word = transcript.tokens[place].folded
          return word.hasPrefix("neby") || Self.refusals.contains(where: word.hasPrefix)
        }
      }
      // Behind the counts begins something else.
      if isCounts(line) { isVoted = true } else if isVoted { return false }
    }
    return false
  }

  /// `Výbor pověřuje předsedu jednáním.`, under it `Hlasování:` with its counts, and under them
  /// `Usnesení bylo schváleno.`: no label says that this is a resolution.
  func adopted(
    besides others: [ExtractedResolution]
  ) -> [(place: Int, resolution: ExtractedResolution)] {
    let known = others.compactMap { ($0.fullText ?? $0.text)?.source }
    return transcript.places(of: Self.ballots).compactMap { place in
      let vote = transcript.line(of: place)
      guard vote > layout.frontMatter.upperBound, isVote(vote, at: place),
        let outcome = outcome(below: vote), let line = decidingLine(vote, outcome)
      else { return nil }
      let start = transcript.lines[line].tokens.lowerBound
      let text = paragraph(from: start, line: line).tokens
      let source = transcript.range(text)
      guard !known.contains(where: { $0.start < source.end && source.start < $0.end }),
        let resolution = single(nil, text).first
      else { return nil }
      return (start, resolution)
    }
  }

  private static let ballots = WordList(["hlasovani"])

  /// `Hlasování:`, `Hlasování o návrhu:` alone in a line, and the counts below.
  private func isVote(_ line: Int, at place: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    return place == tokens.lowerBound && tokens.count < 5
      && transcript.is(tokens.upperBound - 1, ":")
  }

  /// The first line below the counts.
  private func outcome(below vote: Int) -> Int? {
    let lines = vote + 1..<max(vote + 1, min(vote + Self.farthestOutcome, transcript.lines.count))
    let outcome = lines.first { !isCounts($0) }
    return outcome.flatMap { $0 > vote + 1 ? $0 : nil }
  }

  private func isCounts(_ line: Int) -> Bool {
    let word = transcript.tokens[transcript.lines[line].tokens.lowerBound].folded
    return ["|", "pro", "proti"].contains(word)
      || ["zdrz", "hlasov"].contains(where: word.hasPrefix)
  }

  /// The line above the vote when the outcome says that it was adopted, or the outcome itself.
  private func decidingLine(_ vote: Int, _ outcome: Int) -> Int? {
    if transcript.lines[vote].tokens.count > 2, decides(outcome) { return outcome }
    let start = transcript.lines[outcome].tokens.lowerBound
    guard ["usneseni", "navrh"].contains(transcript.tokens[start].folded),
      transcript.is(start + 1, "bylo") || transcript.is(start + 1, "byl"),
      Self.adoptions.contains(where: transcript.tokens[start + 2].folded.hasPrefix)
    else { return nil }
    var line = vote - 1
    while line > 0, transcript.lines[line].isWrapped { line -= 1 }
    return line > 0 && decides(line) ? line : nil
  }

  /// Whether a body begins the line and its verb follows.
  private func decides(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    guard layout.itemLabels[line] == nil, let end = bodyEnd(tokens) else { return false }
    return (end..<max(end, min(end + 3, tokens.upperBound))).contains { place in
      isOperative(place) && !isPast(place)
    }
  }

  /// Where some decisions begin with initials of the heading, as *RS* in `Zápis z jednání RS`,
  /// those that begin with other initials are what committees told the meeting.
  func ofThisBody(
    _ found: [(place: Int, resolution: ExtractedResolution)]
  ) -> [(place: Int, resolution: ExtractedResolution)] {
    let first = layout.heading.lowerBound
    let title = first..<min(first + Self.mostTitleLines, layout.heading.upperBound)
    let heading = Set(
      layout.tokens(ofLines: title).filter { transcript.tokens[$0].isUppercase }
        .map { transcript.tokens[$0].folded })
    let isOwn = { (place: Int) in heading.contains(self.transcript.tokens[place].folded) }
    guard found.contains(where: { isOwn($0.place) }) else { return found }
    return found.filter { isOwn($0.place) || !transcript.tokens[$0.place].isUppercase }
  }
}
