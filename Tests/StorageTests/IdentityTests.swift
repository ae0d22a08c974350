import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

/// Copies and restored backups, which would number their changes like the original.
@Suite("Identity of copies")
struct IdentityTests {
  /// The database of an office, its copies and the offices that it exchanges with.
  private final class Place {
    let folder: TemporaryFolder
    var path: String { folder.path("office.db") }

    init() throws {
      folder = try TemporaryFolder()
      _ = try Replica.create(at: path, region: "Liberec", clock: 1_000)
    }

    func open(_ name: String = "office") throws -> Replica {
      try Replica(opening: folder.path("\(name).db"), for: .writing)
    }

    /// Copies a database with everything that stands beside it.
    func copy(_ name: String, as copy: String, with suffixes: [String]) throws {
      for suffix in suffixes {
        let (from, to) = (folder.path(name + suffix), folder.path(copy + suffix))
        try? FileManager.default.removeItem(atPath: to)
        guard FileManager.default.fileExists(atPath: from) else { continue }
        try FileManager.default.copyItem(atPath: from, toPath: to)
      }
    }

    /// Puts the bytes of a backup into the file that is there, as a restoration does.
    func restore(_ name: String) throws {
      try Files.read(folder.path(name)).withUnsafeBytes { bytes in
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      }
    }
  }

  private static let everything = [".db", ".db-wal", ".db.key", ".db.lineage", ".db.lock"]

  private static func add(_ name: String, to replica: Replica, clock: UInt64) throws -> RecordID {
    try replica.add(
      Project.kind, [FieldAssignment(field: "name", text: name)], author: "Jana", clock: clock)
  }

  private static func exchange(_ first: Replica, _ second: Replica) throws {
    for _ in 0..<2 {
      try second.apply(Bundle(decoding: first.bundle().encoded()))
      try first.apply(Bundle(decoding: second.bundle().encoded()))
    }
  }

  private static func names(in replica: Replica) throws -> [String] {
    try replica.list(Project.kind).map { row in
      guard case .text(let name) = row.cells[0] else { return "" }
      return name
    }
  }

  private static func dump(_ replica: Replica) throws -> [String] {
    var lines: [String] = []
    try replica.dump { lines.append($0) }
    return lines
  }

  @Test("a file that goes on where it was keeps its identity")
  func same() throws {
    let place = try Place()
    let first = try place.open().id
    _ = try Self.add("Dílna", to: place.open(), clock: 2_000)
    let again = try place.open()
    #expect(again.id == first && again.renewal == nil)
  }

  @Test(
    "a copy with its key writes under a new identity, and both can exchange",
    arguments: [
      IdentityTests.everything, [".db", ".db.key"], [".db"],
    ])
  func copied(suffixes: [String]) throws {
    let place = try Place()
    _ = try Self.add("Dílna", to: place.open(), clock: 2_000)
    try place.copy("office", as: "copy", with: suffixes)
    let (original, copy) = (try place.open(), try place.open("copy"))
    #expect(original.renewal == nil)
    #expect(copy.renewal?.former == original.id && copy.id != original.id)
    #expect(copy.renewal?.reason == (suffixes.count > 1 ? .copied : .keyLost))
    _ = try Self.add("Byty", to: original, clock: 3_000)
    _ = try Self.add("Kurzy", to: copy, clock: 3_000)
    try Self.exchange(original, copy)
    #expect(try Self.dump(original) == Self.dump(copy))
    #expect(try Set(Self.names(in: copy)) == ["Dílna", "Byty", "Kurzy"])
    #expect(try copy.verify().problems.isEmpty)
  }

  @Test("a backup that was put back writes under a new identity and takes back what it lacks")
  func restored() throws {
    let place = try Place()
    _ = try Self.add("Dílna", to: place.open(), clock: 2_000)
    try place.open().backup(to: place.folder.path("backup.db"))
    let other = try Office("Žatec")
    do {
      let office = try place.open()
      _ = try Self.add("Byty", to: office, clock: 3_000)
      try Self.exchange(office, other.replica)
    }
    try place.restore("backup.db")
    let office = try place.open()
    #expect(office.renewal?.reason == .restored(missing: 1))
    _ = try Self.add("Kurzy", to: office, clock: 4_000)
    try Self.exchange(office, other.replica)
    #expect(try Self.dump(office) == other.dump().split(separator: "\n").map(String.init))
    #expect(try Set(Self.names(in: office)) == ["Dílna", "Byty", "Kurzy"])
  }

  @Test("a backup can be put back as often as it takes")
  func restoredTwice() throws {
    let place = try Place()
    try place.open().backup(to: place.folder.path("backup.db"))
    var identities = Set<ReplicaID>()
    for clock in UInt64(2)...4 {
      do {
        let office = try place.open()
        identities.insert(office.id)
        _ = try Self.add("Dílna", to: office, clock: clock * 1_000)
      }
      try place.restore("backup.db")
    }
    #expect(try place.open().renewal?.reason == .restored(missing: nil))
    #expect(identities.count == 3)
  }

  @Test("a fork that nothing beside the file gives away is mended when the others' history comes")
  func forked() throws {
    let place = try Place()
    let id = try Self.add("Dílna", to: place.open(), clock: 2_000)
    // The whole machine is put back: the file, and all that stands beside it.
    try place.copy("office", as: "old", with: Self.everything)
    let other = try Office("Žatec")
    do {
      let office = try place.open()
      try office.edit(id, "status", "approved", clock: 3_000)
      try Self.exchange(office, other.replica)
    }
    try place.restore("old.db")
    try Files.write(
      Files.read(place.folder.path("old.db.lineage")), to: place.folder.path("office.db.lineage"))
    let office = try place.open()
    #expect(office.renewal == nil)
    let former = office.id
    try office.edit(id, "status", "rejected", clock: 4_000)
    try office.edit(id, "status", "running", clock: 5_000)
    try office.edit(id, "holder", "Spolek", clock: 6_000)
    try office.apply(other.replica.bundle())
    #expect(office.renewal?.reason == .forked(reissued: 3))
    #expect(office.id != former)
    try Self.exchange(office, other.replica)
    #expect(try Self.dump(office) == other.dump().split(separator: "\n").map(String.init))
    #expect(try other.value(id, "holder") == .text("Spolek"))
    // Neither office saw the other's status, so both are there to choose from.
    #expect(try office.conflictCount() == 1)
    #expect(try office.verify().problems.isEmpty)
    #expect(try Replica(opening: place.path, for: .reading).id == office.id)
  }

  @Test("changes of its own that come from others make a restored file new")
  func ownChangesFromOthers() throws {
    let place = try Place()
    _ = try Self.add("Dílna", to: place.open(), clock: 2_000)
    try place.copy("office", as: "old", with: Self.everything)
    let other = try Office("Žatec")
    do {
      let office = try place.open()
      _ = try Self.add("Byty", to: office, clock: 3_000)
      try Self.exchange(office, other.replica)
    }
    try place.restore("old.db")
    try Files.write(
      Files.read(place.folder.path("old.db.lineage")), to: place.folder.path("office.db.lineage"))
    let office = try place.open()
    try office.apply(other.replica.bundle())
    #expect(office.renewal?.reason == .restored(missing: 1))
    #expect(try Set(Self.names(in: office)) == ["Dílna", "Byty"])
  }
}

extension Replica {
  fileprivate func edit(_ id: RecordID, _ field: String, _ text: String, clock: UInt64) throws {
    try edit(
      id, [FieldAssignment(field: field, text: text)], author: "Jana", clock: clock)
  }
}
