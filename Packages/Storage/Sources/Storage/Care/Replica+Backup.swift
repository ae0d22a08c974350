extension Replica {
  /// Copies the database into a new file while others go on working, checks the copy whole, marks
  /// it as a backup and only then gives it its name. The rights of a hub come along; the key stays
  /// where it is.
  /// - Throws: ``StorageError/exists(path:)``; ``StorageError/badCopy(path:)`` when the copy does
  ///   not stand up to the check.
  public func backup(to path: String) throws {
    guard !Files.exists(path) else { throw StorageError.exists(path: path) }
    let copy = ReplicaFiles(database: path + ".part")
    defer { copy.removeAll() }
    try makeCopy(copy.database, called: path)
    let report = try Replica(opening: copy.database, for: .reading).verify()
    guard report.problems.isEmpty else { throw StorageError.badCopy(path: path) }
    guard try BackupMark.set(Connection(path: copy.database, mode: .writing)) else {
      throw StorageError.badCopy(path: path)
    }
    try HubRights.copy(besides: files.database, to: path)
    try Files.settle(copy.database, as: path)
  }

  /// Copies the database. What is wrong with the place of the copy is told of the copy.
  private func makeCopy(_ copy: String, called path: String) throws {
    do {
      try Files.write([], to: copy, mode: 0o600)
      try connection.copy(to: copy)
    } catch let error as FileError {
      throw FileError(number: error.number, path: path)
    } catch let error as SQLiteError where error.reason == .full {
      throw FileError.full(path)
    }
  }
}
