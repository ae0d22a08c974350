import Domain
import Storage
import Sync
import TestSupport
import Testing

@Suite("What is internal to a region")
struct InternalLogTests {
  private static func add(
    _ name: String, to office: Office, scope: Scope, clock: UInt64 = 2_000
  ) throws -> RecordID {
    let fields = [
      FieldAssignment(field: "name", text: name), FieldAssignment(field: "themes", text: "housing"),
    ]
    return try office.replica.add(
      Project.kind, fields, scope: scope, author: "Jana", clock: clock)
  }

  private static func names(in office: Office) throws -> Set<String> {
    Set(
      try office.replica.list(Project.kind).compactMap { row in
        if case .text(let name) = row.cells[0] { name } else { nil }
      })
  }

  private static func takeAll(_ from: Office, to other: Office) throws {
    try other.replica.apply(
      Bundle(decoding: from.replica.bundle(scope: .internal).encoded()))
  }

  @Test("leaves the office with no exchange, and nothing shared names it")
  func staysInside() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    _ = try Self.add("Společný", to: liberec, scope: .shared)
    let secret = try Self.add("Tajný", to: liberec, scope: .internal)
    _ = try Self.add("Další", to: liberec, scope: .shared, clock: 3_000)
    try zatec.take(from: liberec)
    #expect(try Self.names(in: zatec) == ["Společný", "Další"])
    #expect(try Self.names(in: liberec) == ["Společný", "Tajný", "Další"])
    #expect(try liberec.dump() == zatec.dump())
    #expect(try liberec.replica.isInternal(secret))
    #expect(try zatec.replica.versionVector().dominates(liberec.replica.versionVector()))
    let bytes = try liberec.replica.bundle().encoded()
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Tajný"))
    #expect(try liberec.replica.verify().problems.isEmpty)
  }

  @Test("goes to another office of the region, and to no other region")
  func sameRegion() throws {
    let offices = try (Office("Liberec"), Office("Liberec"), Office("Žatec"))
    let id = try Self.add("Tajný", to: offices.0, scope: .internal)
    try Self.takeAll(offices.0, to: offices.1)
    #expect(try Self.names(in: offices.1) == ["Tajný"])
    #expect(throws: SyncError.self) { try Self.takeAll(offices.0, to: offices.2) }
    #expect(try Self.names(in: offices.2).isEmpty)
    // An edit of what is internal is internal too.
    try offices.1.edit(id, "holder", "Spolek", clock: 4_000)
    try offices.2.take(from: offices.1)
    #expect(try Self.names(in: offices.2).isEmpty)
    try Self.takeAll(offices.1, to: offices.0)
    #expect(try offices.0.value(id, "holder") == .text("Spolek"))
  }

  @Test("is shared by a person's word, with its values and sets")
  func sharing() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let colleague = try Office("Liberec")
    let id = try Self.add("Tajný", to: liberec, scope: .internal)
    try Self.takeAll(liberec, to: colleague)
    try liberec.replica.share([id], author: "Jana", clock: 5_000)
    #expect(try !liberec.replica.isInternal(id))
    try zatec.take(from: liberec)
    #expect(try zatec.value(id, "name") == .text("Tajný"))
    #expect(try zatec.value(id, "themes") == .list(["housing"]))
    #expect(try liberec.dump() == zatec.dump())
    #expect(try liberec.replica.conflicts().isEmpty)
    // A later edit elsewhere holds here too.
    try zatec.edit(id, "name", "Veřejný", clock: 6_000)
    try liberec.take(from: zatec)
    #expect(try liberec.value(id, "name") == .text("Veřejný"))
    #expect(try liberec.replica.conflicts().isEmpty)
    // An internal edit that had not seen the sharing is kept, as a question within the region.
    try colleague.edit(id, "name", "Jiný", clock: 7_000)
    try Self.takeAll(colleague, to: liberec)
    #expect(try liberec.replica.conflictCount() == 1)
    try liberec.replica.resolve(id, field: "name", text: "Jiný", author: "Jana", clock: 8_000)
    try zatec.take(from: liberec)
    #expect(try zatec.value(id, "name") == .text("Jiný"))
    #expect(try liberec.replica.conflicts().isEmpty)
    for office in [liberec, zatec] { #expect(try office.replica.verify().problems.isEmpty) }
  }

  @Test("is not shared while another internal record is named")
  func internalReference() throws {
    let office = try Office("Liberec")
    let meeting = try office.replica.add(
      Meeting.kind, [FieldAssignment(field: "date", text: "2024-01-05")], scope: .internal,
      author: "Jana", clock: 2_000)
    let item = try office.replica.add(
      AgendaItem.kind,
      [
        FieldAssignment(field: "title", text: "Byty"),
        FieldAssignment(field: "meeting", text: meeting.description),
      ], scope: .internal, author: "Jana", clock: 3_000)
    #expect(throws: StorageError.internalReference(item, field: "meeting")) {
      try office.replica.share([item], author: "Jana", clock: 4_000)
    }
    try office.replica.share([item, meeting], author: "Jana", clock: 4_000)
    #expect(try !office.replica.isInternal(item))
  }

  @Test("is what names an internal record: a new record whole, of a known one what it says of it")
  func naming() throws {
    let (office, other) = (try Office("Liberec"), try Office("Žatec"))
    let meetings = try [Scope.internal, .shared].map { scope in
      try office.replica.add(
        Meeting.kind, [FieldAssignment(field: "date", text: "2024-01-05")], scope: scope,
        author: "Jana", clock: 2_000)
    }
    let items = try meetings.map { meeting in
      try office.replica.add(
        AgendaItem.kind,
        [
          FieldAssignment(field: "title", text: "Dluhy"),
          FieldAssignment(field: "meeting", text: meeting.description),
        ], author: "Jana", clock: 3_000)
    }
    let (meeting, inside, shared) = (meetings[0], items[0], items[1])
    try office.replica.edit(
      shared,
      [
        FieldAssignment(field: "meeting", text: meeting.description),
        FieldAssignment(field: "title", text: "Oddlužení"),
      ], author: "Jana", clock: 4_000)
    #expect(try office.replica.isInternal(inside) && !office.replica.isInternal(shared))
    #expect(try office.value(shared, "meeting") == .text(meeting.description))
    let bytes = try office.replica.bundle().encoded()
    for id in [meeting, inside] { #expect(bytes.firstRange(of: id.bytes) == nil) }
    try other.take(from: office)
    #expect(try other.value(shared, "title") == .text("Oddlužení"))
    #expect(try other.value(shared, "meeting") == .text(meetings[1].description))
    #expect(try office.replica.verify().problems.isEmpty)
  }
}
