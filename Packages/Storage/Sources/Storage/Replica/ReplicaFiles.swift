/// The files of one replica: the database and what stands beside it.
struct ReplicaFiles {
  /// The database.
  let database: String

  /// The private key that signs this replica's changes. It is not in the database, so that the
  /// database can be shown and copied, and a copy without its key cannot write under the same
  /// identity.
  var key: String { database + ".key" }

  /// The private key of the log that is internal to the region.
  var internalKey: String { database + ".internal.key" }

  /// A key that waits for the database that needs it.
  var nextKey: String { key + ".new" }

  /// What tells the database from its copies.
  var lineage: String { database + ".lineage" }

  /// The lock of the program that writes.
  var lock: String { database + ".lock" }

  /// SQLite's log of changes that are not in the database file yet. Where the database is a link,
  /// SQLite has its files beside what the link leads to.
  var writeAheadLog: String { Files.resolved(database) + "-wal" }

  /// The memory that programs share to find their way in that log.
  var sharedMemory: String { Files.resolved(database) + "-shm" }

  /// A log of changes of a file that a backup was put into the place of.
  var replacedLog: String { writeAheadLog + ".replaced" }

  /// Every file that belongs to the replica.
  var all: [String] {
    [database, writeAheadLog, sharedMemory, replacedLog, key, nextKey, internalKey, lineage, lock]
  }

  /// - Throws: ``StorageError/exists(path:)`` when there is a database or a key.
  func requireAbsence() throws(StorageError) {
    for path in [database, key] where Files.exists(path) { throw .exists(path: path) }
  }

  /// Removes everything, of a copy that nobody else knows.
  func removeAll() {
    for path in all { Files.remove(path) }
  }

  /// Removes everything but the lock, after a creation that failed; whoever waits for the lock has
  /// it open.
  func remove() {
    for path in all where path != lock { Files.remove(path) }
  }
}

extension Replica {
  /// Whether a file is one of this replica's own, by whatever path, and so must not be overwritten.
  public func owns(_ file: String) -> Bool {
    files.all.contains { Files.areSame($0, file) }
  }
}
