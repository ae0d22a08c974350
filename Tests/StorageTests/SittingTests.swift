import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("What items and attendance take over from their meetings")
struct SittingTests {
  /// What a view or list says of a record: its region, its meeting's date and its meeting.
  private struct Place: Equatable {
    var region: String
    var date: String?
    var meeting: RecordID?
  }

  private static let first = RecordID(high: 1, low: 1)
  private static let second = RecordID(high: 1, low: 2)
  private static let item = RecordID(high: 2, low: 1)
  private static let person = RecordID(high: 3, low: 1)

  private let office: Office

  init() throws {
    office = try Office("Liberec")
  }

  /// Somebody else's change, which can come before those that it speaks of.
  private func receive(_ edits: RecordEdit...) throws {
    try office.replica.apply(Forger().bundle(edits))
  }

  private func meeting(
    _ date: String, region: String = "Liberec", _ id: RecordID = SittingTests.first
  ) -> RecordEdit {
    RecordEdit(
      record: id, kind: Meeting.kind.id,
      operations: [
        .assign(field: Meeting.date.id, value: .text(date), replaces: []),
        .assign(field: Field.region.id, value: .text(region), replaces: []),
      ])
  }

  private func item(of meeting: RecordID?, region: String = "Liberec") -> RecordEdit {
    RecordEdit(
      record: Self.item, kind: AgendaItem.kind.id,
      operations: of(meeting, AgendaItem.meeting, region)
        + [.assign(field: AgendaItem.title.id, value: .text("Bod"), replaces: [])])
  }

  private func person(of meeting: RecordID?, region: String = "Liberec") -> RecordEdit {
    RecordEdit(
      record: Self.person, kind: Attendance.kind.id,
      operations: of(meeting, Attendance.meeting, region)
        + [.assign(field: Attendance.status.id, value: .text("present"), replaces: [])])
  }

  private func of(_ meeting: RecordID?, _ field: Field, _ region: String) -> [Operation] {
    [.assign(field: Field.region.id, value: .text(region), replaces: [])]
      + (meeting.map { [.assign(field: field.id, value: .reference($0), replaces: [])] } ?? [])
  }

  private func edit(_ id: RecordID, _ field: String, _ text: String) throws {
    try office.replica.edit(
      id, [FieldAssignment(field: field, text: text)], author: "Jana", clock: 20_000)
  }

  /// Checks all views, also that they can be asked by region and date, and the whole file.
  private func expect(
    _ places: Place..., of view: ConsolidatedView = .items,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let date = try #require(view.columns.firstIndex { $0.field.name == "date" })
    let meeting = try #require(view.columns.firstIndex { $0.field.name == "meeting" })
    let found = try office.replica.query(view).map { row in
      Place(
        region: row.region, date: row.cells[date].text,
        meeting: row.cells[meeting].text.flatMap(RecordID.init))
    }
    #expect(found == places, sourceLocation: sourceLocation)
    for place in places {
      let rows = try office.replica.query(
        view, regions: [place.region],
        filters: [RowFilter(column: "date", text: place.date ?? "")])
      let row = try #require(rows.first, sourceLocation: sourceLocation)
      let listed = try office.replica.list(view.kind, regions: [place.region])
      #expect(listed.map(\.region) == [place.region], sourceLocation: sourceLocation)
      let shown = try office.replica.show(row.id)
      #expect(shown.region == place.region, sourceLocation: sourceLocation)
      #expect(listed.map(\.cells) == [shown.cells], sourceLocation: sourceLocation)
    }
    #expect(try office.replica.verify().problems == [], sourceLocation: sourceLocation)
  }

  @Test("an item and who was there have their meeting's date, whichever of them comes first")
  func lateMeeting() throws {
    try receive(item(of: Self.first))
    try receive(person(of: Self.first))
    try expect(Place(region: "Liberec", meeting: Self.first))
    try expect(Place(region: "Liberec", meeting: Self.first), of: .attendance)
    #expect(try office.cells(.rates, "first", where: "per=person").isEmpty)
    try receive(meeting("2024-01-05"))
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first))
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first), of: .attendance)
    #expect(try office.cells(.meetings, "present") == [.integer(1)])
  }

  @Test("all may come in one change, in any order of their identifiers")
  func togetherInOneChange() throws {
    try receive(item(of: Self.first), person(of: Self.first), meeting("2024-01-05"))
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first))
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first), of: .attendance)
  }

  @Test("an item of a meeting that is deleted stays without a date, until the meeting comes back")
  func deletedMeeting() throws {
    try receive(meeting("2024-01-05"), item(of: Self.first))
    try office.replica.delete(Self.first, author: "Jana", clock: 20_000)
    try expect(Place(region: "Liberec", meeting: Self.first))
    let deleted = try office.replica.deletedRecord(withPrefix: Self.first.description)
    try office.replica.restore(deleted, author: "Jana", clock: 21_000)
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first))
  }

  @Test("a meeting passes its date on when it changes, and keeps its region to itself")
  func changedMeeting() throws {
    try receive(meeting("2024-01-05"), item(of: Self.first))
    try edit(Self.first, "date", "2024-02-06")
    try expect(Place(region: "Liberec", date: "2024-02-06", meeting: Self.first))
    try edit(Self.first, "region", "Most")
    try expect(Place(region: "Liberec", date: "2024-02-06", meeting: Self.first))
    try edit(Self.item, "region", "Most")
    try expect(Place(region: "Most", date: "2024-02-06", meeting: Self.first))
    try edit(Self.first, "date", "")
    try expect(Place(region: "Most", meeting: Self.first))
  }

  @Test("records of one meeting may name several regions, and those without one theirs")
  func otherRegion() throws {
    try receive(meeting("2024-01-05"), item(of: Self.first, region: "Most"))
    try receive(person(of: Self.first))
    try expect(Place(region: "Most", date: "2024-01-05", meeting: Self.first))
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first), of: .attendance)
    #expect(try office.cells(.meetings, "present") == [.integer(1)])
  }

  @Test("an item that goes to another meeting or to none has what that one says")
  func movedItem() throws {
    try receive(item(of: nil, region: "Most"))
    try receive(meeting("2024-01-05"), meeting("2024-02-06", region: "Most", Self.second))
    try expect(Place(region: "Most"))
    try edit(Self.item, "meeting", Self.first.description)
    try expect(Place(region: "Most", date: "2024-01-05", meeting: Self.first))
    try edit(Self.item, "meeting", Self.second.description)
    try expect(Place(region: "Most", date: "2024-02-06", meeting: Self.second))
  }

  @Test("items and attendance of a meeting are found by it, by the beginning of its identifier too")
  func ofMeeting() throws {
    try receive(meeting("2024-01-05"), meeting("2024-02-06", Self.second))
    try receive(item(of: Self.second), person(of: Self.first))
    let whole = Self.second.description
    for (sign, text, count) in [
      (RowFilter.Comparison.equal, whole, 1), (.equal, String(whole.prefix(20)), 1),
      (.equal, whole.uppercased(), 1), (.equal, Self.first.description, 0), (.equal, "nic", 0),
      (.different, whole, 0), (.different, Self.first.description, 1),
    ] {
      let filter = RowFilter(column: "meeting", sign, text: text)
      #expect(try office.replica.query(.items, filters: [filter]).count == count, "\(filter)")
      #expect(
        try office.replica.list(AgendaItem.kind, filters: [filter]).count == count, "\(filter)")
    }
    let first = RowFilter(column: "meeting", text: Self.first.description)
    #expect(try office.replica.query(.attendance, filters: [first]).count == 1)
    #expect(try office.replica.query(.attendance, regions: ["Most"], filters: [first]).isEmpty)
    #expect(try office.replica.query(.items, filters: [first]).isEmpty)
  }

  @Test("what a meeting says stands once in the file, however many belong to it")
  func sharedRow() throws {
    for hash in ["a", "b"] {
      try office.importing(hash, date: "2024-01-05") {
        var meeting = ExtractedMeeting()
        meeting.items = ["1", "2", "3"].map {
          ExtractedItem(number: $0, title: Fact("Bod", SourceRange(0, 3)), announced: true)
        }
        meeting.attendance = ["Olga Malá", "Ivan Dub"].map {
          ExtractedAttendance(
            person: Fact(PersonName($0), SourceRange(9, 12)), status: .present)
        }
        $0.meeting = meeting
      }
    }
    let counts = try office.replica.answer(
      sql: "SELECT count(*), count(DISTINCT meeting), min(date), max(region) FROM sitting")
    #expect(
      counts.rows == [[.integer(2), .integer(2), .text("2024-01-05"), .text("Liberec")]])
    #expect(try office.replica.query(.items, regions: ["liberec"]).count == 6)
    #expect(try office.replica.query(.attendance, regions: ["liberec"]).count == 4)
  }

  @Test(
    "what somebody changed behind the program's back is found and mended",
    arguments: [
      "DELETE FROM sitting", "UPDATE sitting SET date = '1999-01-01'",
      "UPDATE sitting SET region = 'Most'",
    ])
  func meddling(sql: String) throws {
    try receive(meeting("2024-01-05"), item(of: Self.first))
    try Stranger.write(office.path, sql)
    #expect(try office.replica.verify().problems == [.table("\"agendaItemFields\"")])
    _ = try office.replica.repair()
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first))
  }

  @Test("a meeting that turns out to be a document has no date to give")
  func meetingThatIsNone() throws {
    try receive(meeting("2024-01-05"), item(of: Self.first))
    try receive(titled("Zápis", ImportedDocument.name, ImportedDocument.kind))
    try expect(Place(region: "Liberec", meeting: Self.first))
  }

  @Test("a record that turns out to be a meeting passes its date on")
  func lateKind() throws {
    try receive(titled("Dílna", Project.name, Project.kind), item(of: Self.first))
    try expect(Place(region: "Liberec", meeting: Self.first))
    try receive(meeting("2024-01-05"))
    try expect(Place(region: "Liberec", date: "2024-01-05", meeting: Self.first))
  }

  /// The first meeting's record as one of another kind.
  private func titled(_ text: String, _ field: Field, _ kind: RecordKind) -> RecordEdit {
    RecordEdit(
      record: Self.first, kind: kind.id,
      operations: [.assign(field: field.id, value: .text(text), replaces: [])])
  }

  @Test("whatever happens in whatever order, tables say what the states say", arguments: 0..<12)
  func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let other = try Office("Most")
    let meetings = [Self.first, Self.second]
    for _ in 0..<24 {
      let region = ["Liberec", "Most"].randomElement(using: &random) ?? ""
      let id = meetings.randomElement(using: &random)
      let day = "2024-01-0\(Int.random(in: 1...3, using: &random))"
      let any = ([Self.item, Self.person] + meetings).randomElement(using: &random) ?? Self.item
      let bundle =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try Forger().bundle([item(of: id, region: region)])
        case 1: try Forger().bundle([person(of: id, region: region)])
        case 2: try Forger().bundle([meeting(day, region: region, id ?? Self.first)])
        case 3:
          try Forger().bundle([
            person(of: id, region: region), meeting(day, region: region, id ?? Self.first),
          ])
        default: Bundle?.none
        }
      if let bundle {
        try (Bool.random(using: &random) ? office : other).replica.apply(bundle)
      } else if Bool.random(using: &random) {
        try? office.replica.delete(any, author: "Jana", clock: 20_000)
      } else {
        try? edit(any, "region", region)
      }
      if Int.random(in: 0..<4, using: &random) == 0 { try office.take(from: other) }
    }
    try office.take(from: other)
    try other.take(from: office)
    #expect(try office.replica.verify().problems == [])
    #expect(try other.replica.verify().problems == [])
    for view in [ConsolidatedView.items, .attendance, .meetings, .rates] {
      #expect(try Self.answers(view, office) == Self.answers(view, other))
    }
  }

  /// The rows of a view, in whatever order.
  private static func answers(_ view: ConsolidatedView, _ office: Office) throws -> Set<String> {
    Set(try office.replica.query(view).map { "\($0.id) \($0.region) \($0.cells)" })
  }
}

extension ViewRow.Cell {
  /// The words of a cell that has some.
  fileprivate var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
