extension CalendarPeriod {
  /// The names of the months in the nominative and in the genitive, folded.
  private static let months: [String: Int] = {
    let names = [
      "leden ledna", "unor unora", "brezen brezna", "duben dubna", "kveten kvetna",
      "cerven cervna", "cervenec cervence", "srpen srpna", "zari zari", "rijen rijna",
      "listopad listopadu", "prosinec prosince",
    ]
    var months: [String: Int] = [:]
    for (number, pair) in names.enumerated() {
      for name in pair.split(separator: " ") { months[String(name)] = number + 1 }
    }
    return months
  }()

  /// Reads a date as Czechs write it: `10. 6. 2020`, `10. června 2020`, `září 2020`, `6/2020`,
  /// `1. pololetí 2025`, `2. čtvrtletí 2021`; or as ISO 8601 does. Anything else is `nil`.
  public init?(written text: String) {
    if let period = CalendarPeriod(text) {
      self = period
      return
    }
    let isSeparator = { (character: Character) in " ./\u{A0}".contains(character) }
    let parts = Folding.fold(text).split(whereSeparator: isSeparator).map(String.init)
    guard let year = parts.last.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }) else { return nil }
    switch parts.count {
    case 2: self.init(month: parts[0], of: year)
    case 3: self.init(day: parts[0], parts[1], of: year)
    default: return nil
    }
  }

  private init?(month text: String, of year: Int) {
    guard let month = Self.months[text] ?? Int(text),
      let date = CalendarDate(year: year, month: month)
    else { return nil }
    self.init(date)
  }

  private init?(day text: String, _ unit: String, of year: Int) {
    guard let number = Int(text) else { return nil }
    switch unit {
    case "pololeti":
      guard let half = CalendarPeriod.half(number, of: year) else { return nil }
      self = half
    case "ctvrtleti":
      guard let quarter = CalendarPeriod.quarter(number, of: year) else { return nil }
      self = quarter
    default:
      guard let month = Self.months[unit] ?? Int(unit),
        let date = CalendarDate(year: year, month: month, day: number)
      else { return nil }
      self.init(date)
    }
  }
}
