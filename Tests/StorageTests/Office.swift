import Domain
import Storage
import Sync
import TestSupport
import Testing

/// A replica in a folder of its own.
struct Office {
  let folder: TemporaryFolder
  let replica: Replica
  var path: String { folder.path("office.db") }

  init(_ region: String) throws {
    folder = try TemporaryFolder()
    replica = try Replica.create(at: folder.path("office.db"), region: region, clock: 1_000)
  }

  /// Adds a project and returns its identifier.
  func addProject(_ name: String, clock: UInt64 = 2_000) throws -> RecordID {
    let fields = [
      FieldAssignment(field: "name", text: name),
      FieldAssignment(field: "status", text: "submitted"),
    ]
    return try replica.add(Project.kind, fields, author: "Jana", clock: clock)
  }

  /// Imports a document of these facts.
  func importing(
    _ hash: String, region: String = "Liberec", date: String?,
    _ fill: (inout ExtractedDocument) -> Void
  ) throws {
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.region = Fact(region, SourceRange(0, 3))
    extracted.date = date.flatMap { CalendarPeriod($0) }.map { Fact($0, SourceRange(4, 8)) }
    fill(&extracted)
    let file = ImportedFile(
      name: hash + ".txt", sha256: hash, plainText: String(repeating: "slovo ", count: 20),
      extracted: extracted)
    _ = try replica.importDocument(file, clock: 2_000)
  }

  /// Imports minutes of a body's meeting.
  func importing(meetingOf body: String, on date: String, in region: String, _ hash: String = "")
    throws
  {
    try importing(body + date + hash, region: region, date: date) {
      var meeting = ExtractedMeeting()
      meeting.body = Fact(body, SourceRange(0, 5))
      $0.meeting = meeting
    }
  }

  /// What a column of a view says, row by row.
  func cells(
    _ view: ConsolidatedView, _ column: String, where conditions: String...
  ) throws -> [ViewRow.Cell] {
    let place = try #require(view.columns.firstIndex { $0.field.name == column })
    let filters = try conditions.map { try #require(RowFilter($0)) }
    return try replica.query(view, filters: filters).map { $0.cells[place] }
  }

  /// The shown value of a field of a record.
  func value(_ id: RecordID, _ field: String) throws -> ViewRow.Cell? {
    let row = try replica.show(id)
    let place = row.kind.listedFields.firstIndex { $0.name == field }
    return place.map { row.cells[$0] }
  }

  /// The whole merged state.
  func dump() throws -> String {
    var lines: [String] = []
    try replica.dump { lines.append($0) }
    return lines.joined(separator: "\n")
  }

  /// Takes everything that another office has.
  func take(from other: Office) throws {
    try replica.apply(Bundle(decoding: try other.replica.bundle().encoded()))
  }
}
