import Domain

/// The months of a project that stand in brackets behind its name.
extension ProjectDetails {
  /// `„Zahrada“ (leden – červen 2025)`, `(listopad 2024 – leden 2025)`.
  func bracketed(
    after name: Int, in rest: Range<Int>
  ) -> (start: Fact<CalendarPeriod>, end: Fact<CalendarPeriod>)? {
    let open = transcript.is(name, "\"") ? name + 1 : name
    guard open < rest.upperBound, transcript.is(open, "("),
      let first = Months.number(of: transcript.tokens[open + 1].folded)
    else { return nil }
    let dash = transcript.tokens[open + 2].kind == .number ? open + 3 : open + 2
    guard transcript.is(dash, "-"), transcript.is(dash + 3, ")"),
      let last = Months.number(of: transcript.tokens[dash + 1].folded),
      let lastYear = transcript.tokens[dash + 2].number, (1990...2100).contains(lastYear)
    else { return nil }
    let firstYear = dash == open + 3 ? transcript.tokens[open + 2].number ?? lastYear : lastYear
    guard let start = CalendarDate(year: firstYear, month: first),
      let end = CalendarDate(year: lastYear, month: last), firstYear < lastYear || first <= last
    else { return nil }
    let range = transcript.range(open + 1..<dash + 3)
    return (Fact(CalendarPeriod(start), range), Fact(CalendarPeriod(end), range))
  }
}
