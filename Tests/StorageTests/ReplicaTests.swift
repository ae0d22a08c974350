import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

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

  @Test("with a key that is not its own a replica answers questions and refuses to write")
  func foreignKey() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    do { _ = try Replica.create(at: path, region: "Liberec", clock: 1) }
    let key = path + ".key"
    #expect(try Files.read(key).count == 32)
    for foreign in [[UInt8](repeating: 7, count: 32), [1, 2, 3], []] {
      try Files.write(foreign, to: key)
      #expect(throws: StorageError.keyForeign(path: key)) {
        try Replica(opening: path, for: .writing)
      }
    }
    #expect(try Replica(opening: path, for: .reading).region == "Liberec")
  }

  @Test("of two that create one database at once, one does, and nothing of it is lost")
  func creatingAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let created = await withTaskGroup(of: String?.self) { group in
      for region in ["Liberec", "Žatec", "Chomutov"] {
        group.addTask { try? Replica.create(at: path, region: region, clock: 1).region }
      }
      return await group.reduce(into: []) { names, name in names += name.map { [$0] } ?? [] }
    }
    let region = try #require(created.first)
    #expect(created.count == 1)
    #expect(try Replica(opening: path, for: .writing).region == region)
  }

  @Test("a database in a folder where nothing can be written answers questions")
  func readOnlyFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a ř%.db")
    do { _ = try Replica.create(at: path, region: "Liberec", clock: 1) }
    // The superuser may write anywhere, so what stands in the way here is a folder with that name.
    for suffix in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    try FileManager.default.createDirectory(
      atPath: path + "-shm", withIntermediateDirectories: false)
    let replica = try Replica(opening: path, for: .reading)
    #expect(replica.region == "Liberec")
    #expect(try replica.list(Project.kind).isEmpty)
  }

  @Test("names that are not one short line are refused", arguments: ["", " ", "a\nb", "\u{202E}a"])
  func badNames(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: StorageError.badRegion(name.filter { $0 != " " })) {
      try Replica.create(at: folder.path("a.db"), region: name, clock: 1)
    }
    #expect(!Files.exists(folder.path("a.db")))
    guard name.contains("a") else { return }
    let office = try Office("Liberec")
    let fields = [FieldAssignment(field: "name", text: "Dílna")]
    #expect(throws: StorageError.badAuthor(name)) {
      try office.replica.add(Project.kind, fields, author: name, clock: 1)
    }
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

  @Test("an organisation with an IČO is known by it, and a wrong IČO is refused")
  func naturalKey() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let fields = { (ico: String) in
      [FieldAssignment(field: "name", text: "Spolek"), FieldAssignment(field: "ico", text: ico)]
    }
    let kind = Organization.kind
    let id = try liberec.replica.add(kind, fields("25596641"), author: "", clock: 2_000)
    #expect(try zatec.replica.add(kind, fields("255 96 641"), author: "", clock: 2_000) == id)
    #expect(throws: StorageError.recordExists(id)) {
      try liberec.replica.add(kind, fields("25596641"), author: "", clock: 3_000)
    }
    #expect(throws: StorageError.self) {
      try liberec.replica.add(kind, fields("25596642"), author: "", clock: 3_000)
    }
  }

  @Test("a record without a value, a field given twice and a reference to another kind are refused")
  func wrongAssignments() throws {
    let office = try Office("Liberec")
    let project = try office.addProject("Dílna")
    let before = try office.dump()
    let add = { (kind: RecordKind, fields: [(String, String)]) in
      let fields = fields.map { FieldAssignment(field: $0.0, text: $0.1) }
      return try office.replica.add(kind, fields, author: "", clock: 3_000)
    }
    #expect(throws: StorageError.nothingToAdd) { try add(Project.kind, [("name", " ")]) }
    #expect(throws: StorageError.fieldTwice("name")) {
      try add(Project.kind, [("name", "a"), ("name", "b")])
    }
    #expect(throws: StorageError.self) {
      try add(Attendance.kind, [("meeting", project.description)])
    }
    let nameless = StorageError.badValue(field: Project.name, text: "", reason: .missing)
    #expect(throws: nameless) { try add(Project.kind, [("status", "running")]) }
    #expect(throws: nameless) {
      try office.replica.edit(
        project, [FieldAssignment(field: "name", text: "")], author: "", clock: 3_000)
    }
    #expect(throws: StorageError.self) {
      try add(
        Link.kind,
        [("record", "\(project)"), ("other", "\(project)"), ("relation", "same")])
    }
    #expect(throws: StorageError.self) { try add(ImportedDocument.kind, [("text", "x")]) }
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

  @Test("a prefix that several records share is refused, with the first of them")
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
    let candidates = ids.filter { $0.description.hasPrefix(String(shared)) }.sorted()
    let expected = StorageError.ambiguousRecord(
      String(shared), candidates: Array(candidates.prefix(5)), areAll: candidates.count < 6)
    #expect(throws: expected) { try office.replica.record(withPrefix: String(shared)) }
    #expect(throws: StorageError.noSuchRecord("")) { try office.replica.record(withPrefix: "") }
  }
}
