/// Finds the time of day: `v 16:00`, `od 15 hod.`, `18.00`, `16,00 hodin`, `1600 hodin`.
struct TimeScanner {
  /// The tokens that are searched.
  let tokens: ArraySlice<Token>

  /// Returns the first time, as `HH:MM`, and its tokens.
  func first() -> (time: String, tokens: Range<Int>)? {
    for place in tokens.indices {
      if let found = time(at: place) { return found }
    }
    return nil
  }

  /// Returns the time that starts at a token.
  func time(at place: Int) -> (time: String, tokens: Range<Int>)? {
    guard let hour = tokens[place].number, !follows(place, ".", ":", "/") else { return nil }
    if hour <= 24, let minute = minute(after: place) {
      guard tokens[place + 1].is(":") || isTime(place, end: place + 3) else { return nil }
      return (Self.text(hour, minute), place..<place + 3)
    }
    // The raised zeros of 16⁰⁰ are lost in plain text.
    if tokens[place].folded.utf8.count == 4, hour < 2400, hour % 100 < 60, isHours(place + 1) {
      return (Self.text(hour / 100, hour % 100), place..<place + 1)
    }
    guard hour <= 24, isHours(place + 1) else { return nil }
    return (Self.text(hour, 0), place..<place + 1)
  }

  private func minute(after place: Int) -> Int? {
    guard place + 2 < tokens.endIndex, tokens[place + 1].gap == .none,
      [":", ".", ","].contains(tokens[place + 1].folded), tokens[place + 2].gap == .none,
      let minute = tokens[place + 2].number, minute < 60, tokens[place + 2].folded.utf8.count == 2
    else { return nil }
    let next = place + 3
    if next + 1 < tokens.endIndex, tokens[next].gap == .none, tokens[next].kind == .mark,
      [".", "/"].contains(tokens[next].folded), tokens[next + 1].kind == .number
    {
      return nil
    }
    return minute
  }

  /// `18.00` is a time after a preposition or a date, and before the word hour.
  private func isTime(_ place: Int, end: Int) -> Bool {
    if isHours(end) { return true }
    guard place > tokens.startIndex else { return false }
    let before = tokens[place - 1]
    return ["v", "ve", "od", "do"].contains(before.folded) || before.number ?? 0 > 1900
  }

  private func isHours(_ place: Int) -> Bool {
    var place = place
    if place < tokens.endIndex, tokens[place].is(".") { place += 1 }
    guard place < tokens.endIndex else { return false }
    return tokens[place].folded.hasPrefix("hod") || tokens[place].is("h")
  }

  private func follows(_ place: Int, _ marks: String...) -> Bool {
    guard place > tokens.startIndex, tokens[place].gap == .none else { return false }
    return marks.contains(tokens[place - 1].folded)
  }

  private static func text(_ hour: Int, _ minute: Int) -> String {
    (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
  }
}
