/// A date as exactly as the source states it: a day, a month or a year.
///
/// The text form is ISO 8601 at reduced precision: `2020-06-10`, `2020-09`, `2020`. Dates are
/// ordered by their first day, a coarser date before a finer one that starts on the same day.
public struct CalendarDate: Hashable, Sendable {
  /// How exactly a date is known.
  public enum Precision: Int, Hashable, Sendable, Comparable {
    /// Only the year is known.
    case year
    /// The year and the month are known.
    case month
    /// The day is known.
    case day

    /// Orders precisions from coarse to fine.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The year, 1000 to 9999.
  public let year: Int
  /// The month, 1 to 12; `nil` when only the year is known.
  public let month: Int?
  /// The day of the month, from 1; `nil` when it is not known.
  public let day: Int?

  /// Creates a date, or returns `nil` when there is no such day in the Gregorian calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1000...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(inMonth: month, year: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the date of a day counted from 1970-01-01, after H. Hinnant's *chrono-Compatible
  /// Low-Level Date Algorithms* (civil_from_days): eras of 400 years start on 1 March. `nil` for a
  /// year that no date has.
  public init?(daysSince1970 days: Int) {
    guard (-1_000_000...10_000_000).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// How exactly the date is known.
  public var precision: Precision {
    day != nil ? .day : month != nil ? .month : .year
  }

  /// The number of days in `month` (1 to 12) of `year`.
  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day that the date can mean.
  public var firstDay: CalendarDate {
    CalendarDate(uncheckedYear: year, month: month ?? 1, day: day ?? 1)
  }

  /// The last day that the date can mean.
  public var lastDay: CalendarDate {
    let last = month ?? 12
    return CalendarDate(
      uncheckedYear: year, month: last, day: day ?? Self.days(inMonth: last, year: year))
  }

  /// The caller guarantees that the parts name a day that exists.
  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension CalendarDate: Comparable {
  /// Orders dates by their first day, then the coarser before the finer.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; anything else is `nil`.
  public init?(_ description: String) {
    let bytes = Array(description.utf8)
    guard [4, 7, 10].contains(bytes.count),
      let year = Self.number(bytes[0..<4])
    else { return nil }
    var month: Int?
    var day: Int?
    if bytes.count >= 7 {
      guard bytes[4] == UInt8(ascii: "-"), let value = Self.number(bytes[5..<7]) else { return nil }
      month = value
    }
    if bytes.count == 10 {
      guard bytes[7] == UInt8(ascii: "-"), let value = Self.number(bytes[8..<10]) else {
        return nil
      }
      day = value
    }
    self.init(year: year, month: month, day: day)
  }

  /// The date in ISO 8601.
  public var description: String {
    var text = String(year)
    for part in [month, day] {
      guard let part else { break }
      text += part < 10 ? "-0\(part)" : "-\(part)"
    }
    return text
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
