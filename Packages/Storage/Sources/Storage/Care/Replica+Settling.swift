extension Replica {
  /// Fewer new documents are not worth it.
  private static let leastNew = 100

  /// Settles the file after documents were imported, if these are a good part of all: so a file
  /// that grows import by import is settled seldom enough to cost only a part of the importing.
  public func settle(afterImporting new: Int) throws {
    guard new >= Replica.leastNew else { return }
    let all = try connection.first("SELECT count(*) FROM documentRecord") { Int($0.integer(0)) }
    if new * 4 >= all ?? 0 { try settle() }
  }

  /// Moves everything that was written into the database file itself and puts the search index in
  /// order, so that the file is as small and as quick as it gets. Linear in what was written since.
  public func settle() throws {
    try connection.run("INSERT INTO passageIndex (passageIndex) VALUES ('optimize')")
    // What comes in any order leaves a third of the pages of an index empty.
    try connection.execute("REINDEX")
    try connection.forEach("PRAGMA incremental_vacuum") { _ in }
    try checkpoint()
  }

  /// Moves what was written into the database file itself, so that nothing of it is left beside the
  /// file. Returns whether all of it was moved: what others still read stays there for now.
  @discardableResult
  public func checkpoint() throws -> Bool { try connection.checkpoint() }
}
