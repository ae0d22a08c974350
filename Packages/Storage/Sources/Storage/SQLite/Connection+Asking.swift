internal import CSQLite

extension Connection {
  /// Calls `body` with each row of the answer to somebody else's question, and stops it when it
  /// takes too long.
  /// - Throws: ``StorageError/notASelect`` for anything but one statement that only reads;
  ///   ``StorageError/badSQL(_:)``, ``StorageError/tooSlow``.
  func ask(
    _ sql: String, for time: Duration, columns: inout [String],
    _ body: (Row) throws -> Void
  ) throws {
    var deadline = ContinuousClock.now + time
    try withUnsafeMutablePointer(to: &deadline) { pointer in
      sqlite3_progress_handler(
        handle, 10_000,
        { context in
          // The pointer is that of `deadline`, which lives until the handler is taken away below.
          let end = context?.assumingMemoryBound(to: ContinuousClock.Instant.self).pointee
          return end.map { ContinuousClock.now > $0 ? 1 : 0 } ?? 1
        }, pointer)
      defer { sqlite3_progress_handler(handle, 0, nil, nil) }
      do {
        try askNow(sql, &columns, body)
      } catch let error as SQLiteError {
        throw error.reason == .interrupted ? StorageError.tooSlow : .badSQL(error.message)
      }
    }
  }

  private func askNow(
    _ sql: String, _ columns: inout [String], _ body: (Row) throws -> Void
  ) throws {
    var compiled: OpaquePointer?
    let isSingle = sql.withCString { start in
      var rest: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(handle, start, -1, &compiled, &rest)
      guard code == SQLITE_OK else { return true }
      return rest.map { String(cString: $0).trimmed.isEmpty } ?? true
    }
    guard let compiled else { throw error(sqlite3_errcode(handle), sql) }
    let statement = Statement(compiled, sql: sql)
    let count = Int(sqlite3_column_count(compiled))
    // What has no columns answers nothing: it begins a transaction or changes a setting.
    guard isSingle, count > 0, sqlite3_stmt_readonly(compiled) != 0 else {
      throw StorageError.notASelect
    }
    columns = (0..<count).map(statement.row.name)
    while try statement.step() { try body(statement.row) }
  }
}
