/// What tells a backup that nobody has written to yet from every other file: a bit of the version
/// in the header of the file itself (https://www.sqlite.org/fileformat.html, section 1.3.12).
///
/// Whoever opens a backup for writing takes the mark away, in the file and not in the write-ahead
/// log alone, before anything else. So a log beside a file that has the mark holds nothing that was
/// written to this file.
enum BackupMark {
  private static let bit = 1 << 24

  /// The version of the schema, without the mark.
  static func schemaVersion(_ connection: Connection) throws -> Int {
    try version(connection) & ~bit
  }

  /// Whether the file itself has the mark, whatever the log says; `nil` for a file that cannot be
  /// read so, as a crash in the middle of a checkpoint may leave it.
  static func isSet(in path: String) -> Bool? {
    // SQLite keeps the locks that this program has on the file; closing a descriptor would not.
    guard let connection = try? Connection(path: path, mode: .unchangeable),
      let version = try? version(connection)
    else { return nil }
    return version & bit != 0
  }

  /// Marks a file to which nothing is written, and returns whether the mark got into it.
  @discardableResult
  static func set(_ connection: Connection) throws -> Bool {
    guard try connection.checkpoint() else { return false }
    try write(version(connection) | bit, connection)
    return try connection.checkpoint()
  }

  /// Takes the mark away for good; under the lock of whoever writes, before anything is written.
  /// - Throws: ``StorageError/busy(path:)`` while others read what stands in the log, so that it
  ///   does not get into the file.
  static func remove(from files: ReplicaFiles, _ connection: Connection) throws {
    let version = try version(connection)
    // It may come from the log, too, where somebody copied a backup in with another tool. The file
    // itself has another version than the connection sees only where there is a log.
    let isSeen = version & bit != 0
    guard isSeen || Files.size(of: files.writeAheadLog) > 0 && isSet(in: files.database) != false
    else { return }
    if isSeen { try write(version & ~bit, connection) }
    guard try connection.checkpoint() else { throw StorageError.busy(path: files.database) }
  }

  private static func version(_ connection: Connection) throws -> Int {
    try connection.first("PRAGMA user_version") { Int($0.integer(0)) } ?? 0
  }

  private static func write(_ version: Int, _ connection: Connection) throws {
    try connection.execute("PRAGMA user_version = \(version)")
  }
}
