import Domain
import Storage
import Testing

@Suite("The calendar")
struct CalendarTests {
  private let office: Office

  init() throws {
    office = try Office("Lhota")
  }

  private func meeting(_ date: String, announcing next: [String] = []) throws {
    try office.importing(date, region: "Lhota", date: date) {
      var meeting = ExtractedMeeting()
      meeting.body = Fact("skupina Senioři", SourceRange(0, 5))
      meeting.nextMeetings = next.compactMap { CalendarPeriod($0) }.map {
        Fact(ExtractedNextMeeting(date: $0), SourceRange(6, 9))
      }
      $0.meeting = meeting
    }
  }

  @Test(
    "an announced meeting waits until it was held",
    arguments: [
      (["2020-06-10"], "2020-06-10", []), (["2020-06-10"], "2020-07-01", []),
      (["2020-06-10"], "2020-05-20", []), (["2020-06-10"], "2023-06-10", ["2020-06-10"]),
      (["2020-06"], "2020-06-30", []), (["2020-06"], "2020-07-01", ["2020-06"]),
      (["2020-06/2020-09"], "2020-07-05", []),
      (["2020-06-13/2020-06-14"], "2020-06-14", []),
      (["2020-06-10", "2020-07-08"], "2020-06-10", ["2020-07-08"]),
      (["2020-06-10", "2020-07-08"], "2020-07-08", ["2020-06-10"]),
    ] as [([String], String, [String])])
  func announced(next: [String], held: String, left: [String]) throws {
    try meeting("2020-05-01", announcing: next)
    try meeting(held)
    #expect(
      try office.cells(.calendar, "date", where: "what=announced") == left.map { .text($0) })
  }
}
