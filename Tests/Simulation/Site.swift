import Domain
import Foundation
import Storage
import Sync
import TestSupport

/// One office, or the hub: a database in a file, a clock that is wrong in its own way, and what it
/// keeps of earlier times.
final class Site {
  let name: String
  let path: String
  /// How far its clock is from the time of the world, in milliseconds.
  var drift: Int64 = 0
  /// Copies of the file from earlier times, with everything beside it.
  private(set) var backups: [[String: [UInt8]]] = []
  /// The identity that each backup was made under.
  private(set) var identities: [ReplicaID] = []
  private var opened: Replica?
  private var generator: SeededGenerator

  private static let suffixes = ["", "-wal", ".key", ".internal.key", ".lineage"]

  /// Founds an office.
  init(name: String, path: String, seed: UInt64, clock: UInt64) throws {
    self.name = name
    self.path = path
    generator = SeededGenerator(seed: seed)
    opened = try Replica.create(at: path, region: name, clock: clock, using: generator)
  }

  /// Copies the files of another office and goes on with them.
  init(copying other: Site, name: String, path: String, seed: UInt64) throws {
    self.name = name
    self.path = path
    generator = SeededGenerator(seed: seed)
    for suffix in Self.suffixes {
      if let bytes = try? Files.read(other.path + suffix) {
        try Files.write(bytes, to: path + suffix, isDurable: false)
      }
    }
  }

  /// The database, opened when it is not.
  func replica() throws -> Replica {
    if let opened { return opened }
    let replica = try Replica(
      opening: path, for: .writing, using: SeededGenerator(seed: generator.next()))
    opened = replica
    return replica
  }

  /// Ends the program that works here.
  func close() { opened = nil }

  /// What the clock here shows.
  func clock(_ now: UInt64) -> UInt64 {
    UInt64(max(1, Int64(now) + drift))
  }

  /// Keeps the files as they are; the program is not running.
  func keepBackup() throws {
    identities.append(try replica().id)
    close()
    let files = Self.suffixes.compactMap { suffix in
      (try? Files.read(path + suffix)).map { (suffix, $0) }
    }
    backups.append(Dictionary(uniqueKeysWithValues: files))
  }

  /// Puts an earlier state back: the database alone, or the whole machine with what stands beside
  /// it, which hides from the program that it happened.
  func restore(_ backup: Int, withEverything: Bool) throws {
    close()
    let files = backups[backup]
    for suffix in withEverything ? Self.suffixes : ["", "-wal"] {
      guard let bytes = files[suffix] else {
        try? FileManager.default.removeItem(atPath: path + suffix)
        continue
      }
      // Written in place, as who restores an image does: the file keeps its number.
      if !Files.exists(path + suffix) { try Files.write([], to: path + suffix) }
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path + suffix))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    }
    try? FileManager.default.removeItem(atPath: path + "-shm")
  }
}
