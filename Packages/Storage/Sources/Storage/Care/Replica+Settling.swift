extension Replica {
  /// Moves everything that was written into the database file itself and puts the search index in
  /// order, so that the file is as small and as quick as it gets. Linear in what was written since.
  public func settle() throws {
    try connection.run("INSERT INTO passageIndex (passageIndex) VALUES ('optimize')")
    // What comes in any order leaves a third of the pages of an index empty.
    try connection.execute("REINDEX")
    try connection.forEach("PRAGMA incremental_vacuum") { _ in }
    try connection.forEach("PRAGMA wal_checkpoint(TRUNCATE)") { _ in }
  }
}
