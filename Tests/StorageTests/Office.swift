import Domain
import Storage
import Sync
import TestSupport

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
