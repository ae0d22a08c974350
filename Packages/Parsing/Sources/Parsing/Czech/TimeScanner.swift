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
    if let minute = raisedMinute(after: place) {
      return (Self.text(hour, minute), place..<place + 2)
    }
    guard hour <= 24, isHours(place + 1) || opensSpan(place) else { return nil }
    return (Self.text(hour, 0), place..<place + 1)
  }

  /// `od 17 do 19 hod.`, `v 17 - 19 h`: the hours stand after the second number only.
  private func opensSpan(_ place: Int) -> Bool {
    guard isAnnounced(place), place + 3 < tokens.endIndex,
      tokens[place + 1].is("do") || tokens[place + 1].is("-"),
      let end = tokens[place + 2].number, end <= 24
    else { return false }
    return isHours(place + 3) || place + 5 < tokens.endIndex && isHours(place + 5)
  }

  private func minute(after place: Int) -> Int? {
    guard place + 2 < tokens.endIndex, tokens[place + 1].gap == .none,
      [":", ".", ","].contains(tokens[place + 1].folded),
      tokens[place + 2].gap == .none || isSpaced(place),
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

  /// `od 9 00 h`: the raised minutes stand apart.
  private func raisedMinute(after place: Int) -> Int? {
    guard let hour = tokens[place].number, hour <= 24, place + 1 < tokens.endIndex,
      tokens[place + 1].folded.utf8.count == 2, tokens[place + 1].gap == .space,
      let minute = tokens[place + 1].number, minute < 60, isHours(place + 2)
    else { return nil }
    return minute
  }

  /// `v 16. 30`, `Konec: 18. 15`: an hour of the day, and no dot that would make it a date.
  private func isSpaced(_ place: Int) -> Bool {
    let next = place + 3
    return tokens[place + 2].gap == .space && tokens[place + 1].is(".")
      && tokens[place].number ?? 0 > 12 && isAnnounced(place)
      && (next >= tokens.endIndex || !tokens[next].is(".") || tokens[next].gap != .none)
  }

  /// `18.00` is a time after a preposition, a label or a date, and before the word hour.
  private func isTime(_ place: Int, end: Int) -> Bool {
    if isHours(end) || isAnnounced(place) || opensWrittenSpan(end) { return true }
    guard place > tokens.startIndex else { return false }
    // `6. 11. 2023, 9.00`
    let before = tokens[place - 1].is(",") ? place - 2 : place - 1
    return before >= tokens.startIndex && tokens[before].number ?? 0 > 1900
  }

  /// `9.00 – 11.00 hodin`: the word stands behind the second time only.
  private func opensWrittenSpan(_ dash: Int) -> Bool {
    dash + 4 < tokens.endIndex && tokens[dash].is("-") && tokens[dash + 1].number ?? 25 < 25
      && [".", ":"].contains(tokens[dash + 2].folded) && tokens[dash + 2].gap == .none
      && tokens[dash + 3].folded.utf8.count == 2 && tokens[dash + 3].number ?? 60 < 60
      && isHours(dash + 4)
  }

  private static let labels = ["zahaj", "ukonc", "konec", "zacat", "cas", "skonc"]

  private func isAnnounced(_ place: Int) -> Bool {
    guard place > tokens.startIndex else { return false }
    let before = tokens[place - 1]
    if ["v", "ve", "od", "do", "cca"].contains(before.folded) { return true }
    return before.is(":")
      && tokens[max(tokens.startIndex, place - 4)..<place].contains { token in
        Self.labels.contains { token.folded.hasPrefix($0) }
      }
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
