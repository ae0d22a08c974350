import Domain
import Foundation
import Sync
import TestSupport
import Testing

@testable import Storage

/// What a crash leaves beside a database, into whose place a backup may be put.
@Suite("What a crash left in the write-ahead log")
struct LeftoverLogTests {
  /// What a crash leaves of a database, behind its path.
  private static let files = ["", "-wal", ".key", ".lineage"]

  private let folder: TemporaryFolder
  private var path: String { folder.path("crashed.db") }
  private var isSetAside: Bool { Files.exists(path + "-wal.replaced") }

  /// An office that crashed after its second project, with a backup from after the first.
  init() throws {
    folder = try TemporaryFolder()
    let original = folder.path("office.db")
    let replica = try Replica.create(at: original, region: "Liberec", clock: 1_000)
    try Self.add("Dílna", to: replica, clock: 2_000)
    try replica.backup(to: folder.path("backup.db"))
    try replica.checkpoint()
    try Self.add("Byty", to: replica, clock: 3_000)
    try crash(original, as: path)
    #expect(try Files.read(path + "-wal").count > 4_096)
  }

  /// Gives the files of a database second names, under which they stay as they are now when the
  /// first ones go.
  private func crash(_ open: String, as name: String) throws {
    for suffix in Self.files {
      try? FileManager.default.removeItem(atPath: name + suffix)
      try FileManager.default.linkItem(atPath: open + suffix, toPath: name + suffix)
    }
  }

  private static func add(_ name: String, to replica: Replica, clock: UInt64) throws {
    _ = try replica.add(
      Project.kind, [FieldAssignment(field: "name", text: name)], author: "Jana", clock: clock)
  }

  private static func names(_ replica: Replica) throws -> Set<ViewRow.Cell> {
    Set(try replica.list(Project.kind).map { $0.cells[0] })
  }

  private func names(_ access: Replica.Access) throws -> Set<ViewRow.Cell> {
    try Self.names(Replica(opening: path, for: access))
  }

  private func putBackup(at path: String, inPlace: Bool) throws {
    let from = URL(filePath: folder.path("backup.db"))
    if inPlace {
      try Data(contentsOf: from).write(to: URL(filePath: path), options: [])
    } else {
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(at: from, to: URL(filePath: path))
    }
  }

  @Test("belongs to the file, and comes back with it")
  func crashed() throws {
    #expect(try names(.reading) == [.text("Dílna"), .text("Byty")])
    #expect(try names(.writing) == [.text("Dílna"), .text("Byty")])
    #expect(!isSetAside)
  }

  @Test("goes along where all files are moved")
  func moved() throws {
    let place = folder.path("jinam.db")
    for suffix in Self.files {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: place + suffix)
    }
    let replica = try Replica(opening: place, for: .writing)
    #expect(try replica.list(Project.kind).count == 2)
    #expect(replica.renewal?.reason == .copied)
  }

  @Test(
    "is set aside when a backup took the place of the file, however it was put there",
    arguments: [true, false], [true, false])
  func replaced(inPlace: Bool, isReadFirst: Bool) throws {
    try putBackup(at: path, inPlace: inPlace)
    if isReadFirst { #expect(try names(.reading) == [.text("Dílna")]) }
    let replica = try Replica(opening: path, for: .writing)
    #expect(isSetAside && replica.renewal != nil)
    #expect(try replica.verify().problems.isEmpty)
    try Self.add("Kurzy", to: replica, clock: 4_000)
    #expect(try names(.reading) == [.text("Dílna"), .text("Kurzy")])
  }

  @Test("is the backup's own once that was written to", arguments: [false, true])
  func afterRestoring(isPutBackAgain: Bool) throws {
    let next = folder.path("next.db")
    do {
      try putBackup(at: path, inPlace: true)
      let replica = try Replica(opening: path, for: .writing)
      try Self.add("Kurzy", to: replica, clock: 4_000)
      try crash(path, as: next)
    }
    if isPutBackAgain { try putBackup(at: next, inPlace: true) }
    let replica = try Replica(opening: next, for: .writing)
    let names: Set<ViewRow.Cell> = [.text("Dílna"), .text("Kurzy")]
    #expect(try Self.names(replica) == (isPutBackAgain ? [.text("Dílna")] : names))
    #expect(Files.exists(next + "-wal.replaced") == isPutBackAgain)
    #expect(try replica.verify().problems.isEmpty)
  }

  @Test("is the file's own where it was restored without any change of its own since the backup")
  func withoutOwnChanges() throws {
    let office = try Office("Žatec")
    let backup = folder.path("zatec.db")
    try office.replica.backup(to: backup)
    let place = folder.path("hub.db")
    try FileManager.default.copyItem(atPath: backup, toPath: place)
    try FileManager.default.copyItem(atPath: office.path + ".key", toPath: place + ".key")
    let after = folder.path("after.db")
    let lineage = folder.path("lineage")
    let other = try Office("Most")
    _ = try other.addProject("Dílna")
    do {
      _ = try Replica(opening: place, for: .writing)
      try FileManager.default.copyItem(atPath: place + ".lineage", toPath: lineage)
      let replica = try Replica(opening: place, for: .writing)
      try replica.apply(other.replica.bundle())
      try crash(place, as: after)
    }
    // What is noted beside the file may be older than the file after a power cut.
    try FileManager.default.removeItem(atPath: after + ".lineage")
    try FileManager.default.copyItem(atPath: lineage, toPath: after + ".lineage")
    #expect(try Self.names(Replica(opening: after, for: .writing)) == [.text("Dílna")])
    #expect(!Files.exists(after + "-wal.replaced"))
  }

  @Test("keeps a backup from being written to while somebody reads it as it was")
  func readMeanwhile() throws {
    try putBackup(at: path, inPlace: false)
    try FileManager.default.removeItem(atPath: path + "-wal")
    do {
      let reader = try Connection(path: path, mode: .reading)
      try reader.execute("BEGIN; SELECT * FROM record")
      #expect(throws: StorageError.busy(path: path)) { try Replica(opening: path, for: .writing) }
      #expect(BackupMark.isSet(in: path) == true)
    }
    let replica = try Replica(opening: path, for: .writing)
    #expect(BackupMark.isSet(in: path) == false)
    try Self.add("Kurzy", to: replica, clock: 4_000)
    #expect(try names(.reading) == [.text("Dílna"), .text("Kurzy")])
  }

  @Test(
    "is seen beside what a link leads to, and through paths with two slashes", arguments: ["", "/"])
  func linked(prefix: String) throws {
    try putBackup(at: path, inPlace: true)
    let link = folder.path("odkaz.db")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let replica = try Replica(opening: prefix + link, for: .reading)
    #expect(try Self.names(replica) == [.text("Dílna")])
    #expect(isSetAside)
  }

  @Test("a mark that another tool copied into the log is taken away like that of the file")
  func markInLog() throws {
    let other = try Connection(path: path, mode: .writing)
    try other.execute("PRAGMA user_version = \((1 << 24) + Migration.all.count)")
    #expect(BackupMark.isSet(in: path) == false)
    let replica = try Replica(opening: path, for: .writing)
    try Self.add("Kurzy", to: replica, clock: 4_000)
    #expect(try replica.checkpoint())
    #expect(BackupMark.isSet(in: path) == false)
  }

  @Test("a backup that is only looked at stays one, though its tables are of another version")
  func readByNewerVersion() throws {
    let backup = folder.path("backup.db")
    try Stranger.write(backup, "DELETE FROM setting WHERE name = 'derivedSchema'")
    #expect(BackupMark.isSet(in: backup) == true)
    #expect(try Self.names(Replica(opening: backup, for: .reading)) == [.text("Dílna")])
    #expect(BackupMark.isSet(in: backup) == true)
    let replica = try Replica(opening: backup, for: .reading)
    #expect(try replica.checkup().schema.found == Migration.all.count)
    #expect(try replica.verify().problems.isEmpty)
  }
}
