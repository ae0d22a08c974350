/// The files of one replica: the database and what stands beside it.
struct ReplicaFiles {
  /// The database.
  let database: String

  /// The private key that signs this replica's changes. It is not in the database, so that the
  /// database can be shown and copied, and a copy without its key cannot write under the same
  /// identity.
  var key: String { database + ".key" }

  /// The lock of the program that writes.
  var lock: String { database + ".lock" }

  /// Removes everything, after a creation that failed.
  func remove() {
    for path in [database, database + "-wal", database + "-shm", key, lock] { Files.remove(path) }
  }
}
