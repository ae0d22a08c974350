import Domain

/// A date as it is written in a text.
struct WrittenDate: Hashable {
  /// The year, when it is written.
  var year: Int?
  /// The month, when it is written.
  var month: Int?
  /// The day, when it is written.
  var day: Int?
  /// The half year or quarter that is meant instead of a date.
  var part: Part?
  /// The tokens that it takes.
  var tokens: Range<Int>

  /// A part of a year that is longer than a month.
  enum Part: Hashable {
    /// The first or the second half.
    case half(Int)
    /// One of four quarters.
    case quarter(Int)
  }

  /// The period that is meant, with `year` where none is written.
  func period(year assumed: Int? = nil) -> CalendarPeriod? {
    guard let year = year ?? assumed else { return nil }
    switch part {
    case .half(let half): return .half(half, of: year)
    case .quarter(let quarter): return .quarter(quarter, of: year)
    case nil: return CalendarDate(year: year, month: month, day: day).map { CalendarPeriod($0) }
    }
  }
}

/// Finds dates in every form that minutes use: `10.06.2020`, `7. 11. 2024`, `23.10.24`, `14. září`,
/// `v dubnu 2024`, `1. čtvrtletí 2021`, `v 1. polovině roku 2025`, `2025-01-14`, `5/2/2024`.
struct DateScanner {
  /// The tokens that are searched.
  let tokens: ArraySlice<Token>

  /// Returns the dates in order, none overlapping.
  ///
  /// Linear in the number of tokens.
  func dates() -> [WrittenDate] {
    var found: [WrittenDate] = []
    var place = tokens.startIndex
    while place < tokens.endIndex {
      if let date = date(at: place) {
        found.append(date)
        place = date.tokens.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  /// Returns the date that starts at a token.
  func date(at place: Int) -> WrittenDate? {
    guard place < tokens.endIndex else { return nil }
    if tokens[place].kind == .number {
      guard !isInsideNumber(place) else { return nil }
      return isoDate(at: place) ?? partOfYear(at: place) ?? dayAndMonth(at: place)
    }
    guard tokens[place].kind == .word, let month = Months.number(of: tokens[place].folded) else {
      return nil
    }
    guard let year = number(place + 1, 1900...2100) else { return nil }
    return WrittenDate(year: year, month: month, tokens: place..<place + 2)
  }

  /// `5/2019`, `č. 12.3` and the second half of `1.234.567` are no dates.
  private func isInsideNumber(_ place: Int) -> Bool {
    guard place > tokens.startIndex, tokens[place].gap == .none else { return false }
    let before = tokens[place - 1]
    return before.is("/") || before.is(".") || before.is(",") || before.kind != .mark
  }

  private func isoDate(at place: Int) -> WrittenDate? {
    guard let year = number(place, 1900...2100), let first = mark(place + 1, "-", "."),
      let month = number(place + 2, 1...12), mark(place + 3, first) != nil,
      let day = number(place + 4, 1...31), tokens[place + 2].gap == .none
    else { return nil }
    return WrittenDate(year: year, month: month, day: day, tokens: place..<place + 5)
  }

  private func partOfYear(at place: Int) -> WrittenDate? {
    guard let count = number(place, 1...4), mark(place + 1, ".") != nil, place + 2 < tokens.endIndex
    else { return nil }
    let word = tokens[place + 2].folded
    let part: WrittenDate.Part
    if word.hasPrefix("ctvrtleti") {
      part = .quarter(count)
    } else if count < 3, word.hasPrefix("pololeti") || word.hasPrefix("polovin") {
      part = .half(count)
    } else {
      return nil
    }
    var end = place + 3
    if end < tokens.endIndex, tokens[end].folded.hasPrefix("rok") { end += 1 }
    let year = number(end, 1900...2100)
    return WrittenDate(year: year, part: part, tokens: place..<(year == nil ? place + 3 : end + 1))
  }

  private func dayAndMonth(at place: Int) -> WrittenDate? {
    guard let day = number(place, 1...31), let separator = mark(place + 1, ".", "/") else {
      return nil
    }
    if separator == ".", place + 2 < tokens.endIndex,
      let month = Months.number(of: tokens[place + 2].folded)
    {
      return finish(day, month, at: place, yearAt: place + 3)
    }
    guard let month = number(place + 2, 1...12) else { return nil }
    if separator == "/" { return slashed(day, month, at: place) }
    // A day and a month without a year need the second dot, or `2.10` would be a date.
    let hasDot = mark(place + 3, ".") != nil
    guard hasDot || year(at: place + 3) != nil else { return nil }
    return finish(day, month, at: place, yearAt: place + (hasDot ? 4 : 3))
  }

  private func slashed(_ day: Int, _ month: Int, at place: Int) -> WrittenDate? {
    guard mark(place + 3, "/") != nil, let year = year(at: place + 4) else { return nil }
    return WrittenDate(year: year, month: month, day: day, tokens: place..<place + 5)
  }

  private func finish(_ day: Int, _ month: Int, at place: Int, yearAt: Int) -> WrittenDate? {
    guard day <= CalendarDate.days(inMonth: month, year: 2024) else { return nil }
    let year = year(at: yearAt)
    return WrittenDate(
      year: year, month: month, day: day, tokens: place..<(year == nil ? yearAt : yearAt + 1))
  }

  /// A year of four digits, or of two directly after a dot.
  private func year(at place: Int) -> Int? {
    if let year = number(place, 1900...2100) { return year }
    guard let short = number(place, 0...99), tokens[place].folded.utf8.count == 2,
      tokens[place].gap == .none, mark(place + 1, ".", ":") == nil
    else { return nil }
    return short + (short < 70 ? 2000 : 1900)
  }

  private func number(_ place: Int, _ allowed: ClosedRange<Int>) -> Int? {
    guard place < tokens.endIndex, let value = tokens[place].number, allowed.contains(value) else {
      return nil
    }
    return value
  }

  private func mark(_ place: Int, _ allowed: String...) -> String? {
    guard place < tokens.endIndex, tokens[place].kind == .mark else { return nil }
    return allowed.contains(tokens[place].folded) ? tokens[place].folded : nil
  }
}
