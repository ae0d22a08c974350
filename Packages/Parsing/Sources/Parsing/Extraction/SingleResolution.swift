import Domain

/// A document that is one resolution: its title, its number and its day in lines of their own, and
/// after the body's name what the body resolves in points.
struct SingleResolution {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let mostHeadLines = 14

  /// Returns the resolution that the whole document is, if it is one.
  func resolutions() -> [(place: Int, resolution: ExtractedResolution)] {
    let head = transcript.lines.indices.prefix(Self.mostHeadLines)
    guard let first = head.first,
      transcript.is(transcript.lines[first].tokens.lowerBound, "usneseni"),
      let line = head.first(where: { number(in: transcript.lines[$0].tokens) != nil }),
      let number = number(in: transcript.lines[line].tokens)
    else { return [] }
    var resolution = ExtractedResolution()
    resolution.number = transcript.fact(number)
    resolution.date = date(in: line + 1..<min(line + 4, head.endIndex))
    guard let body = head.first(where: { $0 > line && isBody(transcript.lines[$0].tokens) }) else {
      return []
    }
    resolution.body = transcript.fact(transcript.trimmed(transcript.lines[body].tokens))
    resolution.text = text(from: body + 1)
    return [(number.lowerBound, resolution)]
  }

  /// `č. 0985/99`, alone in its line.
  private func number(in tokens: Range<Int>) -> Range<Int>? {
    guard transcript.is(tokens.lowerBound, "c"), transcript.is(tokens.lowerBound + 1, "."),
      tokens.count < 8, tokens.contains(where: { transcript.is($0, "/") })
    else { return nil }
    return tokens.lowerBound + 2..<tokens.upperBound
  }

  /// `Ze dne 28. 12. 1999`.
  private func date(in lines: Range<Int>) -> Fact<CalendarPeriod>? {
    for line in lines where line < transcript.lines.count {
      let tokens = transcript.lines[line].tokens
      guard tokens.count < 10,
        let date = DateScanner(tokens: transcript.tokens[tokens]).dates().first,
        let period = date.period()
      else { continue }
      return Fact(period, transcript.range(date.tokens))
    }
    return nil
  }

  private func isBody(_ tokens: Range<Int>) -> Bool {
    // `Obvodní rada v Praze`
    tokens.count < 10
      && tokens.prefix(2).contains {
        Bodies.czech.match(transcript.tokens, at: $0, limit: tokens.upperBound) != nil
      }
  }

  /// From the first verb with which the body resolves, in its line and the line below.
  private func text(from line: Int) -> Fact<String>? {
    for index in line..<min(line + 4, transcript.lines.count) {
      let tokens = transcript.lines[index].tokens
      guard
        let verb = tokens.first(where: { OperativeVerbs.contains(transcript.tokens[$0].folded) })
      else { continue }
      let next = min(index + 1, transcript.lines.count - 1)
      let end =
        tokens.upperBound - verb < 5
        ? transcript.lines[next].tokens.upperBound : tokens.upperBound
      return transcript.fact(transcript.trimmed(verb..<end), confidence: 0.85)
    }
    return nil
  }
}
