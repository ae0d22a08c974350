import Domain

/// Votes answered with *ano* and *ne*: `ANO: 8, NE: 0, ZDRŽEL SE: 1`, `8 hlasů ANO, 0 hlasů NE`,
/// `kladných hlasů 20, záporných 3`, and lines with a name and an answer each.
struct YesNoVote {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let yes: WordSet = ["ano", "kladnych", "kladne"]
  private static let no: WordSet = ["ne", "zapornych", "zaporne"]
  private static let farthest = 12
  private static let most = 1000
  private static let fewWords = 5

  /// Returns the votes whose lines hold no vote with other words.
  ///
  /// - Parameter counted: The lines of those votes.
  func votes(besides counted: Set<Int>) -> [(place: Int, vote: ExtractedVote)] {
    var last = -1
    return transcript.places(of: Self.yes).compactMap { place in
      let line = transcript.line(of: place)
      guard line > last, !counted.contains(line) else { return nil }
      if let vote = inNumbers(at: place) {
        last = line
        return (place, vote)
      }
      guard let run = answers(from: line) else { return nil }
      last = run.lines.upperBound - 1
      return vote(of: run).map { (place, $0) }
    }
  }

  private func inNumbers(at place: Int) -> ExtractedVote? {
    let window = place + 1..<max(place + 1, min(place + Self.farthest, transcript.tokens.count))
    guard let no = transcript.first(Self.no, in: window),
      let inFavour = number(beside: place), let against = number(beside: no)
    else { return nil }
    let rest = no + 1..<max(no + 1, min(no + Self.farthest, transcript.tokens.count))
    let abstention = rest.first { transcript.tokens[$0].folded.hasPrefix("zdrz") }
    let none = Fact(0, transcript.range(no..<no + 1), confidence: 0.75)
    let start = min(place, transcript.tokens(of: inFavour.source).lowerBound)
    let lineEnd = transcript.lineEnd(of: place)
    let last = max(no, abstention ?? no) + 1
    let end = lineEnd >= last && lineEnd - last < Self.fewWords ? lineEnd : no + 1
    guard let text = VoteSubject(layout: layout).subject(of: start..<end) else { return nil }
    return ExtractedVote(
      text: text, inFavour: inFavour, against: against,
      abstained: abstention.flatMap { number(beside: $0) } ?? none)
  }

  /// `ANO: 8`, `8 hlasů ANO`, `1 se zdržel`, `zdrželo se: 1`.
  private func number(beside place: Int) -> Fact<Int>? {
    let near = place + 1..<max(place + 1, min(place + 5, transcript.lineEnd(of: place)))
    let after = near.first { transcript.tokens[$0].kind == .number }
    let isBehind = (place + 1..<(after ?? place + 1)).allSatisfy {
      transcript.tokens[$0].kind == .mark && !transcript.is($0, ",") || transcript.is($0, "se")
        || transcript.tokens[$0].folded.hasPrefix("hlas")
    }
    if let after, isBehind { return fact(after) }
    let before = (max(0, place - 3)..<place).last { transcript.tokens[$0].kind == .number }
    let isApart = ((before ?? place) + 1..<max((before ?? place) + 1, place)).allSatisfy { index in
      ["hlas", "clen", "se", "x"].contains(where: transcript.tokens[index].folded.hasPrefix)
    }
    return isApart ? before.flatMap(fact) : nil
  }

  private func fact(_ place: Int) -> Fact<Int>? {
    guard let value = transcript.tokens[place].number, value < Self.most else { return nil }
    return Fact(value, transcript.range(place..<place + 1), confidence: 0.8)
  }

  /// Lines `Jan Nový: ano`, one under the other.
  private struct Answers {
    var lines: Range<Int>
    var counts: [String: Int]
  }

  private func answers(from first: Int) -> Answers? {
    var start = first
    while start > 0, answer(of: start - 1) != nil { start -= 1 }
    var counts: [String: Int] = [:]
    var line = start
    while line < transcript.lines.count, let answer = answer(of: line) {
      counts[answer, default: 0] += 1
      line += 1
    }
    return line - start > 1 ? Answers(lines: start..<line, counts: counts) : nil
  }

  private func answer(of line: Int) -> String? {
    let tokens = transcript.lines[line].tokens
    guard tokens.count < 9,
      let colon = tokens.first(where: { transcript.is($0, ":") || transcript.is($0, "-") }),
      colon > tokens.lowerBound, transcript.tokens[colon - 1].isCapitalized,
      colon + 1 < tokens.upperBound, tokens.upperBound - colon < 4
    else { return nil }
    let word = transcript.tokens[colon + 1].folded
    return ["ano", "ne"].contains(word) ? word : word.hasPrefix("zdrz") ? "zdrz" : nil
  }

  private func vote(of run: Answers) -> ExtractedVote? {
    let tokens = layout.tokens(ofLines: run.lines)
    let subjects = VoteSubject(layout: layout)
    guard let text = subjects.subject(of: tokens.lowerBound..<tokens.lowerBound + 1) else {
      return nil
    }
    let count = { (answer: String) in
      Fact(run.counts[answer] ?? 0, transcript.range(tokens), confidence: 0.75)
    }
    return ExtractedVote(
      text: text, inFavour: count("ano"), against: count("ne"), abstained: count("zdrz"))
  }
}
