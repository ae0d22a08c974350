/// A date with its precision, or a span between two: `2020-06-10`, `2020-09`, `2025-01/2025-06`.
///
/// A half year and a quarter are spans of months, as ISO 8601-1:2019 (5.5.2) writes intervals.
public struct CalendarPeriod: Hashable, Sendable {
  /// Where the period starts.
  public let first: CalendarDate
  /// Where the period ends; equal to `first` for a single date.
  public let last: CalendarDate

  /// Creates a period of one date.
  public init(_ date: CalendarDate) {
    first = date
    last = date
  }

  /// Creates a span, or returns `nil` when it would end before it starts.
  public init?(from first: CalendarDate, to last: CalendarDate) {
    guard first.firstDay <= last.lastDay else { return nil }
    self.first = first
    self.last = last
  }

  /// The half year 1 or 2 of `year`; `nil` for any other half.
  public static func half(_ half: Int, of year: Int) -> CalendarPeriod? {
    months(from: half == 1 ? 1 : half == 2 ? 7 : 0, count: 6, of: year)
  }

  /// The quarter 1 to 4 of `year`; `nil` for any other quarter.
  public static func quarter(_ quarter: Int, of year: Int) -> CalendarPeriod? {
    months(from: (1...4).contains(quarter) ? quarter * 3 - 2 : 0, count: 3, of: year)
  }

  private static func months(from first: Int, count: Int, of year: Int) -> CalendarPeriod? {
    guard let start = CalendarDate(year: year, month: first),
      let end = CalendarDate(year: year, month: first + count - 1)
    else { return nil }
    return CalendarPeriod(from: start, to: end)
  }
}

extension CalendarPeriod: Comparable {
  /// Orders periods by their start, then by their end.
  public static func < (left: Self, right: Self) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}

extension CalendarPeriod: LosslessStringConvertible {
  /// Reads a date or two dates with a slash between them; anything else is `nil`.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let text = parts.first, let first = CalendarDate(String(text)) else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(first)
      return
    }
    guard let last = CalendarDate(String(parts[1])) else { return nil }
    self.init(from: first, to: last)
  }

  /// The period in ISO 8601.
  public var description: String {
    first == last ? first.description : "\(first)/\(last)"
  }
}
