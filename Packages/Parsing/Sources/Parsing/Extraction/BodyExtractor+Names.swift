import Domain

/// Bodies that titles name by capitals or by an adjective.
extension BodyExtractor {
  private static let meetings = ["jednani", "zasedani", "schuz", "porad", "setkani"]

  /// `z 79. schůze VV SSK`: the capitals after the word for a meeting.
  func abbreviated(_ range: Range<Int>) -> Found? {
    for place in range
    where Self.meetings.contains(where: transcript.tokens[place].folded.hasPrefix) {
      var end = place + 1
      while end < range.upperBound, transcript.tokens[end].isUppercase,
        transcript.tokens[end].gap == .space
      {
        end += 1
      }
      if end > place + 1 {
        end = nameEnd(from: end, limit: range.upperBound)
        return Found(body: transcript.fact(place + 1..<end, confidence: 0.8))
      }
    }
    return nil
  }

  /// `ZO Dolní Lhota`, `ORJ Praha 10`: the town or the name behind the capitals.
  private func nameEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit, end - start < 4, transcript.tokens[end].isCapitalized,
      transcript.tokens[end].gap == .space, !Self.stops.contains(transcript.tokens[end].folded)
    {
      end += 1
    }
    let isNumbered =
      end > start && end < limit && transcript.tokens[end].kind == .number
      && !transcript.is(end + 1, ".") && !transcript.is(end + 1, "/")
      && transcript.tokens[end].gap == .space
    return isNumbered ? end + 1 : end
  }

  /// `z výborové schůze TJ Lípa`: the body is in the adjective.
  func ofAdjective(_ range: Range<Int>) -> Found? {
    for place in range where transcript.tokens[place].folded.hasPrefix("vyborov") {
      guard transcript.tokens[place + 1].folded.hasPrefix("schuz") else { continue }
      let start = place + 2
      let isNamed = start < range.upperBound && transcript.tokens[start].gap == .space
      let end = isNamed ? nameEnd(from: start, limit: range.upperBound) : start
      let name = end > start ? " " + transcript.text(start..<end) : ""
      return Found(body: Fact("výbor" + name, transcript.range(place..<end), confidence: 0.8))
    }
    return nil
  }
}
