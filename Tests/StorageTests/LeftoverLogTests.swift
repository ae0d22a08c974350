import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

/// What a crash leaves beside a database, into whose place a backup may be put.
@Suite("What a crash left in the write-ahead log")
struct LeftoverLogTests {
  private let folder: TemporaryFolder
  private static let files = ["", "-wal", ".key", ".lineage"]
  private var path: String { folder.path("crashed.db") }

  /// An office that crashed after its second project, with a backup from after the first.
  init() throws {
    folder = try TemporaryFolder()
    let original = folder.path("office.db")
    let replica = try Replica.create(at: original, region: "Liberec", clock: 1_000)
    try Self.add("Dílna", to: replica, clock: 2_000)
    try replica.backup(to: folder.path("backup.db"))
    try replica.checkpoint()
    try Self.add("Byty", to: replica, clock: 3_000)
    // Under second names, files stay as they are when the first ones go.
    for suffix in Self.files {
      try FileManager.default.linkItem(atPath: original + suffix, toPath: path + suffix)
    }
    #expect(try Files.read(path + "-wal").count > 4_096)
  }

  private static func add(_ name: String, to replica: Replica, clock: UInt64) throws {
    _ = try replica.add(
      Project.kind, [FieldAssignment(field: "name", text: name)], author: "Jana", clock: clock)
  }

  private func names(_ access: Replica.Access) throws -> Set<ViewRow.Cell> {
    Set(try Replica(opening: path, for: access).list(Project.kind).map { $0.cells[0] })
  }

  private func put(_ name: String, inPlace: Bool) throws {
    let from = URL(filePath: folder.path(name))
    if inPlace {
      try Data(contentsOf: from).write(to: URL(filePath: path), options: [])
    } else {
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(at: from, to: URL(filePath: path))
    }
  }

  private var isSetAside: Bool { Files.exists(path + "-wal.replaced") }

  @Test("belongs to the file, and comes back with it")
  func crash() throws {
    #expect(try names(.reading) == [.text("Dílna"), .text("Byty")])
    #expect(try names(.writing) == [.text("Dílna"), .text("Byty")])
    #expect(!isSetAside)
  }

  @Test("goes along where all files are moved")
  func moved() throws {
    let place = folder.path("jinam")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    for suffix in Self.files {
      try FileManager.default.copyItem(
        atPath: path + suffix, toPath: place + "/crashed.db" + suffix)
    }
    let replica = try Replica(opening: place + "/crashed.db", for: .writing)
    #expect(try replica.list(Project.kind).count == 2)
    #expect(replica.renewal?.reason == .copied)
  }

  @Test(
    "is set aside when a backup took the place of the file, however it was put there",
    arguments: [true, false], [true, false])
  func replaced(inPlace: Bool, isReadFirst: Bool) throws {
    try put("backup.db", inPlace: inPlace)
    if isReadFirst { #expect(try names(.reading) == [.text("Dílna")]) }
    let replica = try Replica(opening: path, for: .writing)
    #expect(isSetAside && replica.renewal != nil)
    #expect(try replica.verify().problems.isEmpty)
    try Self.add("Kurzy", to: replica, clock: 4_000)
    #expect(try names(.reading) == [.text("Dílna"), .text("Kurzy")])
  }

  @Test("is set aside once more when the same backup is put back after the next crash")
  func replacedTwice() throws {
    try put("backup.db", inPlace: true)
    let again = folder.path("again.db")
    do {
      let replica = try Replica(opening: path, for: .writing)
      try Self.add("Kurzy", to: replica, clock: 4_000)
      for suffix in Self.files {
        try FileManager.default.linkItem(atPath: path + suffix, toPath: again + suffix)
      }
    }
    try Data(contentsOf: URL(filePath: folder.path("backup.db")))
      .write(to: URL(filePath: again), options: [])
    let replica = try Replica(opening: again, for: .writing)
    #expect(try replica.list(Project.kind).count == 1)
    #expect(try replica.verify().problems.isEmpty)
  }
}
