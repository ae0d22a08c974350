import Domain
import Storage
import Testing

@Suite("Attendance rates")
struct RateTests {
  private let office: Office

  init() throws {
    office = try Office("Lhota")
  }

  private func meeting(
    _ hash: String, of body: String, on date: String, _ people: [String: AttendanceStatus]
  ) throws {
    try office.importing(hash, region: "Lhota", date: date) {
      var meeting = ExtractedMeeting()
      meeting.body = Fact(body, SourceRange(0, 5))
      meeting.attendance = people.sorted { $0.key < $1.key }.map { name, status in
        ExtractedAttendance(person: Fact(PersonName(name), SourceRange(9, 12)), status: status)
      }
      $0.meeting = meeting
    }
  }

  @Test("a body is one in any case of its letters, and a meeting one in any number of files")
  func once() throws {
    let first: [String: AttendanceStatus] = ["Olga Malá": .present, "Ivan Dub": .present]
    try meeting("a", of: "skupina Senioři", on: "2024-01-10", first)
    try meeting("a2", of: "SKUPINA SENIOŘI", on: "2024-01-10", first)
    try meeting(
      "b", of: "SKUPINA SENIOŘI", on: "2024-02-10",
      [
        "Olga Malá": .excused, "Ivan Dub": .excused,
      ])
    // A draft forgot that he had come.
    try meeting("b2", of: "skupina Senioři", on: "2024-02-10", ["Ivan Dub": .present])
    #expect(
      try office.cells(.rates, "name", where: "per=person") == [
        .text("Ivan Dub"), .text("Olga Malá"),
      ])
    for (column, person, body) in [
      ("meetings", [2, 2], 2), ("present", [2, 1], 3), ("excused", [0, 1], 1),
      ("rate", [100, 50], 75),
    ] as [(String, [Int64], Int64)] {
      #expect(
        try office.cells(.rates, column, where: "per=person") == person.map { .integer($0) },
        "\(column)")
      #expect(try office.cells(.rates, column, where: "per=body") == [.integer(body)], "\(column)")
    }
  }
}
