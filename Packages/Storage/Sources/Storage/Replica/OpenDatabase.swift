internal import Glibc
import Synchronization

/// A database that this program has open.
///
/// The locks that SQLite holds on a file belong to the whole program and go when *any* descriptor
/// of the file is closed (https://www.sqlite.org/howtocorrupt.html, section 2.2): another program
/// would then take itself for the last reader and remove the write-ahead log under this one. So
/// what SQLite is not asked for is looked at only while nobody here has the file open. Final class
/// because it counts for as long as it lives.
final class OpenDatabase {
  private struct Identity: Hashable {
    let device: UInt
    let node: UInt

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, node) = (UInt(status.st_dev), UInt(status.st_ino))
    }
  }

  private static let counts = Mutex<[Identity: Int]>([:])
  private let identity: Identity

  /// Takes note that a file is about to be opened, and sets aside a log that is not its own.
  /// - Throws: ``StorageError/missing(path:)``; ``StorageError/notSoulad(path:)`` for a file of
  ///   another program.
  init(_ files: ReplicaFiles) throws {
    let path = files.database
    guard let identity = Identity(path) else { throw StorageError.missing(path: path) }
    try OpenDatabase.counts.withLock { counts in
      if counts[identity] == nil {
        guard try SQLiteHeader.isSoulad(path) else { throw StorageError.notSoulad(path: path) }
        try LeftoverLog.setAside(beside: files)
      }
      counts[identity, default: 0] += 1
    }
    self.identity = identity
  }

  /// Takes note of a file that was just made and is not finished.
  init(creating path: String) throws {
    guard let identity = Identity(path) else { throw StorageError.missing(path: path) }
    OpenDatabase.counts.withLock { $0[identity, default: 0] += 1 }
    self.identity = identity
  }

  deinit {
    OpenDatabase.counts.withLock { counts in
      counts[identity] = (counts[identity] ?? 1) > 1 ? (counts[identity] ?? 1) - 1 : nil
    }
  }
}
