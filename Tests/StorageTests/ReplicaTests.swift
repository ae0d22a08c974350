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

@Suite("A replica")
struct ReplicaTests {
  @Test("a new replica knows its region and holds one change, its introduction")
  func creation() throws {
    let office = try Office("Liberec")
    #expect(office.replica.region == "Liberec")
    #expect(try office.replica.versionVector()[office.replica.id] == 1)
  }

  @Test("a file that exists is never overwritten")
  func noOverwriting() throws {
    let office = try Office("Liberec")
    #expect(throws: StorageError.exists(path: office.path)) {
      try Replica.create(at: office.path, region: "Žatec", clock: 1)
    }
  }

  @Test("a second writer is refused while the first is open, readers are not")
  func oneWriter() throws {
    let office = try Office("Liberec")
    #expect(throws: StorageError.busy(path: office.path)) {
      try Replica(opening: office.path, for: .writing)
    }
    #expect(try Replica(opening: office.path, for: .reading).region == "Liberec")
  }

  @Test("without its key a replica answers questions and refuses to write")
  func missingKey() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    do { _ = try Replica.create(at: path, region: "Liberec", clock: 1) }
    let key = path + ".key"
    let bytes = try Files.read(key)
    #expect(bytes.count == 32)
    try Files.write([UInt8](repeating: 7, count: 32), to: key)
    #expect(throws: StorageError.keyForeign(path: key)) {
      try Replica(opening: path, for: .writing)
    }
    #expect(try Replica(opening: path, for: .reading).region == "Liberec")
  }

  @Test("a database of another program and a file that is none are refused untouched")
  func foreignFiles() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(Array("Zápis z jednání".utf8), to: "a.db")
    #expect(throws: StorageError.notSoulad(path: text)) {
      try Replica(opening: text, for: .writing)
    }
    #expect(throws: StorageError.missing(path: folder.path("none.db"))) {
      try Replica(opening: folder.path("none.db"), for: .reading)
    }
    #expect(try Files.read(text) == Array("Zápis z jednání".utf8))
  }

  @Test("what was written is there when the file is opened again")
  func durability() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    var id: RecordID?
    do {
      let replica = try Replica.create(at: path, region: "Liberec", clock: 1)
      id = try replica.add(
        Project.kind, [FieldAssignment(field: "name", text: "Dílna")], author: "", clock: 2)
    }
    let again = try Replica(opening: path, for: .reading)
    #expect(try again.record(withPrefix: try #require(id).description) == id)
  }
}

@Suite("Editing")
struct EditingTests {
  @Test("a field takes a value, another value, and none")
  func editing() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    #expect(try office.value(id, "status") == .text("submitted"))
    try office.replica.edit(
      id, [FieldAssignment(field: "status", text: "schválen")], author: "", clock: 3_000)
    #expect(try office.value(id, "status") == .text("approved"))
    try office.replica.edit(
      id, [FieldAssignment(field: "status", text: "")], author: "", clock: 4_000)
    #expect(try office.value(id, "status") == ViewRow.Cell.none)
  }

  @Test("a set takes exactly the values given")
  func sets() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    let themes = { (text: String) in [FieldAssignment(field: "themes", text: text)] }
    try office.replica.edit(id, themes("debts, housing"), author: "", clock: 3_000)
    #expect(try office.value(id, "themes") == .list(["debts", "housing"]))
    try office.replica.edit(id, themes("bydlení"), author: "", clock: 4_000)
    #expect(try office.value(id, "themes") == .list(["housing"]))
  }

  @Test("writing what is so already makes no change")
  func nothingNew() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    let before = try office.replica.versionVector()
    try office.replica.edit(
      id, [FieldAssignment(field: "status", text: "submitted")], author: "", clock: 3_000)
    #expect(try office.replica.versionVector() == before)
  }

  @Test("a wrong value or field leaves nothing half-done")
  func refusal() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    let before = try office.dump()
    #expect(throws: StorageError.self) {
      try office.replica.edit(
        id,
        [
          FieldAssignment(field: "holder", text: "Spolek"),
          FieldAssignment(field: "status", text: "snad"),
        ], author: "", clock: 3_000)
    }
    #expect(throws: StorageError.self) {
      try office.replica.edit(
        id, [FieldAssignment(field: "colour", text: "x")], author: "", clock: 3_000)
    }
    #expect(try office.dump() == before)
  }

  @Test("a deleted record is in no list and has no prefix")
  func deletion() throws {
    let office = try Office("Liberec")
    let id = try office.addProject("Dílna")
    try office.replica.delete(id, author: "", clock: 3_000)
    #expect(try office.replica.list(Project.kind).isEmpty)
    #expect(throws: StorageError.noSuchRecord(id.description)) {
      try office.replica.record(withPrefix: id.description)
    }
  }

  @Test("a prefix that several records share is refused, with their number")
  func prefixes() throws {
    let office = try Office("Liberec")
    for number in 0..<40 {
      _ = try office.addProject("Projekt \(number)", clock: 2_000 + UInt64(number))
    }
    let ids = try office.replica.list(Project.kind).map(\.id)
    let shared = try #require(
      "0123456789abcdefghjkmnpqrstvwxyz".first { letter in
        ids.count { $0.description.hasPrefix(String(letter)) } > 1
      })
    let count = ids.count { $0.description.hasPrefix(String(shared)) }
    #expect(throws: StorageError.ambiguousRecord(String(shared), count: count)) {
      try office.replica.record(withPrefix: String(shared))
    }
    #expect(throws: StorageError.noSuchRecord("")) { try office.replica.record(withPrefix: "") }
  }
}
