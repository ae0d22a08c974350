public import Domain
public import Foundation

/// Dates as people read them.
public enum DateWording {
  /// A date or a span in words of `language`: `10. 6. 2020`, `září 2020`, `1. pololetí 2025`.
  public static func text(_ iso: String, in language: Language) -> String {
    guard language == .czech, let period = CalendarPeriod(iso) else { return iso }
    if period.first == period.last { return czech(period.first) }
    if let named = czechSpan(period) ?? czechDays(period) { return named }
    return "\(czech(period.first)) – \(czech(period.last))"
  }

  /// A point in time, given in milliseconds since 1970, as a date and a time in UTC.
  public static func moment(_ milliseconds: UInt64) -> String {
    let seconds = Int(clamping: milliseconds / 1_000)
    let day = CalendarDate(daysSince1970: seconds / 86_400)?.description ?? "9999-12-31"
    let time = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(twoDigits)
    return "\(day)T\(time.joined(separator: ":"))Z"
  }

  /// A point in time as people read it, by the clock on the wall: `22. 11. 2026 11:13`.
  public static func clock(
    _ milliseconds: UInt64, in language: Language, zone: TimeZone = .current
  ) -> String {
    let moment = Date(timeIntervalSince1970: Double(milliseconds / 1_000))
    let shift = Int64(zone.secondsFromGMT(for: moment)) * 1_000
    let iso = self.moment(UInt64(clamping: Int64(clamping: milliseconds) &+ shift))
    return "\(text(String(iso.prefix(10)), in: language)) \(iso.dropFirst(11).prefix(5))"
  }

  private static let months = [
    "leden", "únor", "březen", "duben", "květen", "červen", "červenec", "srpen", "září", "říjen",
    "listopad", "prosinec",
  ]

  private static func czech(_ date: CalendarDate) -> String {
    guard let month = date.month else { return String(date.year) }
    guard let day = date.day else { return "\(months[month - 1]) \(date.year)" }
    return "\(day). \(month). \(date.year)"
  }

  private static func czechSpan(_ period: CalendarPeriod) -> String? {
    let year = period.first.year
    for half in 1...2 where period == CalendarPeriod.half(half, of: year) {
      return "\(half). pololetí \(year)"
    }
    for quarter in 1...4 where period == CalendarPeriod.quarter(quarter, of: year) {
      return "\(quarter). čtvrtletí \(year)"
    }
    return nil
  }

  /// Days of one year, what they share said once: `13.–14. 9. 2017`, `28. 9. – 2. 10. 2017`.
  private static func czechDays(_ period: CalendarPeriod) -> String? {
    let (first, last) = (period.first, period.last)
    guard first.year == last.year, let day = first.day, let month = first.month, last.day != nil
    else { return nil }
    return month == last.month
      ? "\(day).–\(czech(last))" : "\(day). \(month). – \(czech(last))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
