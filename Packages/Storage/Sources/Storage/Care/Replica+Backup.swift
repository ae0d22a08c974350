extension Replica {
  /// Copies the database into a new file while others go on working, checks the copy whole and only
  /// then gives it its name. The rights of a hub come along; the key stays where it is.
  /// - Throws: ``StorageError/exists(path:)``; ``StorageError/badCopy(path:)`` when the copy does
  ///   not stand up to the check.
  public func backup(to path: String) throws {
    guard !Files.exists(path) else { throw StorageError.exists(path: path) }
    let copy = ReplicaFiles(database: path + ".part")
    defer { copy.removeAll() }
    try connection.copy(to: copy.database)
    let report = try Replica(opening: copy.database, for: .reading).verify()
    guard report.problems.isEmpty else { throw StorageError.badCopy(path: path) }
    try HubRights.copy(besides: files.database, to: path)
    try Files.settle(copy.database, as: path)
  }
}
