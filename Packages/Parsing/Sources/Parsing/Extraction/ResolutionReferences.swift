import Domain

/// Sentences that refer to a resolution of some body.
struct ResolutionReferences {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  /// The words that a reference may begin with.
  static let openings: WordSet = ["usnesenim", "cislo", "dne"]

  /// Returns the resolution that the text refers to from a token on.
  func reference(at place: Int) -> ExtractedResolution? {
    switch transcript.tokens[place].folded {
    case "usnesenim": numbered(at: place)
    case "cislo" where transcript.is(place + 1, "usneseni") && transcript.is(place + 2, ":"):
      labelled(at: place)
    case "dne": passed(at: place)
    default: nil
    }
  }

  /// `usnesením č. 827/2017 ze dne 29. 8. 2017`.
  private func numbered(at place: Int) -> ExtractedResolution? {
    guard transcript.is(place + 1, "c"), transcript.is(place + 2, "."),
      transcript.is(place + 4, "/")
    else { return nil }
    var resolution = ExtractedResolution()
    resolution.number = transcript.fact(place + 3..<min(place + 6, transcript.tokens.count))
    resolution.date = date(from: place + 6)
    resolution.body = body(before: place)
    return resolution
  }

  /// `Číslo usnesení: RM 12/22`; the date of the approval stands near.
  private func labelled(at place: Int) -> ExtractedResolution? {
    let value = place + 3..<transcript.lineEnd(of: place)
    guard !value.isEmpty else { return nil }
    var resolution = ExtractedResolution()
    resolution.number = transcript.fact(transcript.trimmed(value))
    let line = transcript.line(of: place)
    if line > 0 {
      resolution.date = date(
        from: transcript.lines[line - 1].tokens.lowerBound, upTo: value.lowerBound)
    }
    return resolution
  }

  /// `Rada města dne 3. 5. 2020 schválila`.
  private func passed(at place: Int) -> ExtractedResolution? {
    guard let body = body(before: place), let date = date(from: place + 1, upTo: place + 8),
      let verb = (place..<min(place + 12, transcript.tokens.count)).first(where: {
        OperativeVerbs.contains(transcript.tokens[$0].folded)
      }),
      transcript.tokens[verb].folded.hasSuffix("l")
        || transcript.tokens[verb].folded.hasSuffix("la")
    else { return nil }
    var resolution = ExtractedResolution()
    resolution.body = body
    resolution.date = date
    return resolution
  }

  private func date(from start: Int, upTo end: Int? = nil) -> Fact<CalendarPeriod>? {
    let end = min(end ?? start + 9, transcript.tokens.count)
    guard start < end else { return nil }
    for date in DateScanner(tokens: transcript.tokens[start..<end]).dates() {
      if let period = date.period() { return Fact(period, transcript.range(date.tokens)) }
    }
    return nil
  }

  /// The body whose name ends right before a token.
  private func body(before place: Int) -> Fact<String>? {
    for start in max(0, place - 6)..<place where transcript.tokens[start].isCapitalized {
      if Bodies.czech.match(transcript.tokens, at: start, limit: place) != nil {
        return transcript.fact(start..<place)
      }
    }
    return nil
  }
}
