import Domain

/// Alternatives that were voted on one under the other, each with those in favour alone:
/// `PRO opravu plotu – 7`, `PRO nový plot – 2`.
struct AlternativeVote {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let mostTokens = 14
  private static let most = 300

  /// Returns the votes whose lines hold no vote with other words.
  ///
  /// - Parameter counted: The lines of those votes.
  func votes(besides counted: Set<Int>) -> [(place: Int, vote: ExtractedVote)] {
    var found: [(place: Int, vote: ExtractedVote)] = []
    var last = -1
    for place in transcript.places(of: "pro") {
      let line = transcript.line(of: place)
      guard line > last else { continue }
      last = line
      var run: [(place: Int, vote: ExtractedVote)] = []
      while last < transcript.lines.count, !counted.contains(last),
        let vote = alternative(last)
      {
        run.append((transcript.lines[last].tokens.lowerBound, vote))
        last += 1
      }
      last = max(line, last - 1)
      if run.count > 1 { found += run }
    }
    return found
  }

  /// `Hlasování: PRO opravu plotu – 7`
  private func alternative(_ line: Int) -> ExtractedVote? {
    var tokens = transcript.lines[line].tokens
    if transcript.tokens[tokens.lowerBound].folded.hasPrefix("hlasov"),
      transcript.is(tokens.lowerBound + 1, ":")
    {
      tokens = min(tokens.lowerBound + 2, tokens.upperBound)..<tokens.upperBound
    }
    guard (4..<Self.mostTokens).contains(tokens.count),
      transcript.is(tokens.lowerBound, "pro"), transcript.tokens[tokens.lowerBound].isCapitalized,
      transcript.tokens[tokens.lowerBound + 1].kind == .word
    else { return nil }
    let number = tokens.upperBound - 1
    guard let value = transcript.tokens[number].number, value < Self.most,
      ["-", ":"].contains(transcript.tokens[number - 1].folded),
      (tokens.lowerBound + 1..<number - 1).allSatisfy({
        transcript.tokens[$0].kind != .number && !transcript.is($0, "proti")
          && !transcript.is($0, ":")
      })
    else { return nil }
    let source = transcript.range(number..<number + 1)
    let none = Fact(0, source, confidence: 0.6)
    return ExtractedVote(
      text: transcript.fact(transcript.trimmed(tokens.lowerBound..<number), confidence: 0.75),
      inFavour: Fact(value, source, confidence: 0.8), against: none, abstained: none)
  }
}
