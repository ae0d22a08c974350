import Domain

/// Quantities with a unit: `111 klientů`, `520 ks`, `250 tis. Kč`, `300.000,- Kč`.
struct FigureExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// Returns the figures in the order of the text.
  func figures() -> [ExtractedFigure] {
    var found: [ExtractedFigure] = []
    var place = 0
    while place < transcript.tokens.count {
      if let figure = figure(at: place) {
        found.append(figure.value)
        place = figure.end
      } else {
        place += 1
      }
    }
    return found
  }

  private func figure(at start: Int) -> (value: ExtractedFigure, end: Int)? {
    guard transcript.tokens[start].kind == .number,
      var value = transcript.tokens[start].number, !isPartOfNumber(start)
    else { return nil }
    var end = start + 1
    while let group = thousands(at: end), value < 1_000_000_000 {
      value = value * 1000 + group.value
      end = group.end
    }
    let number = start..<end
    // `,-` after crowns
    if transcript.is(end, ","), transcript.is(end + 1, "-") { end += 2 }
    if let factor = factor(at: end) {
      let scaled = value.multipliedReportingOverflow(by: factor.value)
      guard !scaled.overflow else { return nil }
      value = scaled.partialValue
      end = factor.end
    }
    guard isUnit(transcript.tokens[end]), !isTimeOfDay(start, end) else { return nil }
    let figure = ExtractedFigure(
      value: Fact(value, transcript.range(number), confidence: 0.85),
      unit: transcript.unit(at: end, confidence: 0.85))
    return (figure, end + 1)
  }

  /// `v 16 hodin`, `od 1600 hodin` is a time of the day.
  private func isTimeOfDay(_ start: Int, _ unit: Int) -> Bool {
    transcript.tokens[unit].folded.hasPrefix("hodin")
      && ["v", "ve", "od", "do"].contains(transcript.tokens[start - 1].folded)
  }

  private func isPartOfNumber(_ place: Int) -> Bool {
    transcript.tokens[place].gap == .none && place > 0
      && ["/", ".", ",", "-", ":"].contains(transcript.tokens[place - 1].folded)
  }

  /// `.000` or ` 000` after at most three digits.
  private func thousands(at place: Int) -> (value: Int, end: Int)? {
    let number = transcript.is(place, ".") ? place + 1 : place
    let token = transcript.tokens[number]
    guard token.kind == .number, token.folded.utf8.count == 3,
      number > place ? token.gap == .none : token.gap == .space, let value = token.number
    else { return nil }
    return (value, number + 1)
  }

  private func factor(at place: Int) -> (value: Int, end: Int)? {
    let word = transcript.tokens[place].folded
    let value: Int
    if word.hasPrefix("tis") {
      value = 1000
    } else if word.hasPrefix("mil") {
      value = 1_000_000
    } else {
      return nil
    }
    return (value, transcript.is(place + 1, ".") ? place + 2 : place + 1)
  }

  private func isUnit(_ token: Token) -> Bool {
    token.kind == .word && token.gap != .line && Units.contains(token.folded)
  }
}

extension Transcript {
  /// The word for what is counted, under its one name.
  func unit(at place: Int, confidence: Double) -> Fact<String> {
    let range = place..<place + 1
    return Fact(
      Units.name(of: tokens[place].folded) ?? text(range), self.range(range),
      confidence: confidence)
  }
}
