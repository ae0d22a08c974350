import Domain
import Testing

@Suite("Dates with their precision")
struct CalendarDateTests {
  @Test(
    "a date reads back as it was written",
    arguments: ["2020-06-10", "2020-09", "2024-02-29", "1999"])
  func roundTrip(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2020-13", "2020-02-30", "2023-02-29", "20200610", "2020-6-1", "2020-06-10 ", "abcd",
    ])
  func refusal(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("a half year and a quarter are spans of months")
  func halves() {
    #expect(CalendarPeriod.half(1, of: 2025)?.description == "2025-01/2025-06")
    #expect(CalendarPeriod.half(2, of: 2024)?.description == "2024-07/2024-12")
    #expect(CalendarPeriod.quarter(4, of: 2021)?.description == "2021-10/2021-12")
    #expect(CalendarPeriod.half(3, of: 2021) == nil)
  }

  @Test("a span never ends before it starts")
  func spanOrder() {
    #expect(CalendarPeriod("2020-09-14/2020-09-13") == nil)
    #expect(CalendarPeriod("2020-09-13/2020-09-14")?.description == "2020-09-13/2020-09-14")
  }

  @Test("days are counted from 1970 without a gap, as far as there are dates")
  func counted() {
    #expect(CalendarDate(daysSince1970: 0)?.description == "1970-01-01")
    #expect(CalendarDate(daysSince1970: 20_779)?.description == "2026-11-22")
    #expect(CalendarDate(daysSince1970: -1)?.description == "1969-12-31")
    var last = CalendarDate(daysSince1970: -200_000)
    for day in -199_999...60_000 {
      let next = CalendarDate(daysSince1970: day)
      let known = last.flatMap { date in
        CalendarDate(year: date.year, month: date.month, day: (date.day ?? 0) + 1)
          ?? CalendarDate(year: date.year, month: (date.month ?? 0) + 1, day: 1)
          ?? CalendarDate(year: date.year + 1, month: 1, day: 1)
      }
      guard next == known else {
        Issue.record("\(day): \(String(describing: next))")
        break
      }
      last = next
    }
    #expect(CalendarDate(daysSince1970: .max) == nil && CalendarDate(daysSince1970: .min) == nil)
  }

  @Test("every day of a leap year and of a common year has a text that reads back")
  func allDays() {
    for year in [2023, 2024] {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, year: year) {
          let date = CalendarDate(year: year, month: month, day: day)
          #expect(date.flatMap { CalendarDate($0.description) } == date)
          #expect(date != nil)
        }
      }
    }
  }
}
