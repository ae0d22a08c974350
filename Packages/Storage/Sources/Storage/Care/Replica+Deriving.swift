import Domain

/// Comparing what is derived with what the states make of it.
extension Replica {
  /// Derives all tables from the states once more, in a file of their own that nobody sees, and
  /// compares what they say and how they are declared.
  func compareTables(_ report: inout VerifyReport) throws {
    let fresh = try Connection(path: "", mode: .creating)
    try fresh.execute("PRAGMA journal_mode = OFF")
    try fresh.transaction {
      for migration in Migration.all { try fresh.execute(migration.sql) }
      for statement in DerivedSchema.statements { try fresh.execute(statement) }
      var projection = Projection(fresh)
      try projection.projectEverything(from: connection)
      for statement in WriteGuards.statements { try fresh.execute(statement) }
    }
    let wrong = Self.differences(try declarations(connection), try declarations(fresh))
    report.problems += wrong.map { .declaration($0) }
    for (table, columns) in DerivedSchema.comparable where !wrong.contains(table) {
      let found = try? content(of: table, columns, connection)
      if try found != content(of: table, columns, fresh) { report.problems.append(.table(table)) }
    }
    // A name that no document has any more may stay.
    if try !scopeNames(fresh).isSubset(of: (try? scopeNames(connection)) ?? []) {
      report.problems.append(.table("scopeName"))
    }
    let terms = try? indexTerms(connection)
    if try terms != indexTerms(fresh) { report.problems.append(.table(SearchSchema.index)) }
  }

  /// The names that are declared in one of two ways alone.
  private static func differences(
    _ left: [String: String], _ right: [String: String]
  ) -> [String] {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
  }

  /// How everything that is derived is declared, and the guards of all tables. The tables that the
  /// index keeps are another matter: SQLite declares them.
  private func declarations(_ connection: Connection) throws -> [String: String] {
    var declared: [String: String] = [:]
    try connection.forEach(
      "SELECT name, sql, type, tbl_name FROM sqlite_schema WHERE sql IS NOT NULL"
    ) { row in
      let (name, table) = (row.text(0) ?? "", row.text(3) ?? "")
      if row.text(2) != "trigger", Migration.tables.contains(table) { return }
      if SearchSchema.shadowTables.contains(name) { return }
      declared[name] = row.text(1)
    }
    return declared
  }

  /// What the rows of a table say, in whatever order they are: their number and a sum of numbers
  /// that only equal rows have.
  private func content(
    of table: String, _ columns: String, _ connection: Connection
  ) throws -> [Int] {
    var (count, sum) = (0, 0)
    try connection.forEach("SELECT \(columns) FROM \(table)") { row in
      var hasher = Hasher()
      for column in 0..<row.count { hasher.combine(row.text(column)) }
      count += 1
      sum &+= hasher.finalize()
    }
    return [count, sum]
  }

  /// The terms that searches for regions, bodies and kinds of documents are made of.
  private func scopeNames(_ connection: Connection) throws -> Set<String> {
    Set(try connection.rows("SELECT term FROM scopeName") { $0.text(0) ?? "" })
  }

  /// The terms of the search index with the number of lines and places that have each. The numbers
  /// of the lines depend on the order of writing.
  private func indexTerms(_ connection: Connection) throws -> [Int] {
    // A table of the connection alone, which writes nothing to the file.
    let asksOnly = try connection.first("PRAGMA query_only") { $0.integer(0) } == 1
    if asksOnly { try connection.execute("PRAGMA query_only = OFF") }
    defer { if asksOnly { try? connection.execute("PRAGMA query_only = ON") } }
    try connection.execute(
      "CREATE VIRTUAL TABLE temp.indexTerm USING fts5vocab(main, \(SearchSchema.index), 'row')")
    let terms = Result { try content(of: "temp.indexTerm", "term, doc, cnt", connection) }
    try connection.execute("DROP TABLE temp.indexTerm")
    return try terms.get()
  }
}
