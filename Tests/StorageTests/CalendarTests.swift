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

  @Test("what lasts over a period is due in it; the beginning of a date stays one")
  func overlaps() throws {
    for due in ["2020-09-29/2020-10-02", "2020-07/2020-12", "2020-10-20", "2020-09", "2021-01"] {
      _ = try office.replica.add(
        Task.kind,
        [("text", "úkol " + due), ("due", due)].map { FieldAssignment(field: $0.0, text: $0.1) },
        author: "", clock: 2_000)
    }
    for (condition, count) in [
      ("=2020-10", 3), ("=2020-10-01", 2), ("=2020-09", 3), ("=2020", 4), ("=2021", 1),
      ("=2020-0", 3), ("=2. pololetí 2020", 4), ("=2020-08/2020-09", 3), ("!=2020-10", 2),
    ] {
      #expect(
        try office.cells(.tasks, "due", where: "due" + condition).count == count, "\(condition)")
      #expect(
        try office.cells(.calendar, "date", where: "date" + condition).count == count,
        "\(condition)")
    }
    #expect(try office.cells(.calendar, "date", where: "year=2021").count == 1)
    try meeting("2020-05-01", announcing: ["2020-06/2020-09"])
    for (month, count) in [("2020-07", 1), ("2020-06", 1), ("2020-10", 0), ("2020-0", 1)] {
      let found = try office.cells(.meetings, "date", where: "nextMeetings=" + month)
      #expect(found.count == count, "\(month)")
    }
  }
}
