/// The write-ahead log that a crash left beside a database.
enum LeftoverLog {
  /// Sets the log aside when a backup was put into the place of the file that it belongs to; SQLite
  /// would mix both. To be called while nobody in this program has the file open.
  /// - Throws: ``FileError`` when it cannot be set aside, which is better than to go on.
  static func setAside(beside files: ReplicaFiles) throws {
    guard Files.size(of: files.writeAheadLog) > 0, let noted = Lineage(beside: files)?.tokens,
      !noted.isEmpty, let found = token(within: files.database), !noted.contains(found),
      // Whoever has the file open for writing goes on writing the log.
      let lock = try FileLock(files.lock)
    else { return }
    try withExtendedLifetime(lock) { () throws(FileError) in
      try Files.settle(files.writeAheadLog, as: files.replacedLog)
      Files.remove(files.sharedMemory)
    }
  }

  /// The token that stands in a file itself, whatever the log says. A file that a crash left in the
  /// middle of a checkpoint may not be readable so, and says nothing.
  private static func token(within path: String) -> String? {
    guard let connection = try? Connection(path: path, mode: .unchangeable) else { return nil }
    return try? FileToken.read(connection).first
  }
}
