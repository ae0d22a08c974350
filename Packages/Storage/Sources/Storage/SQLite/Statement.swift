internal import CSQLite

/// A prepared statement. Final class because it owns a C handle that is finalised exactly once.
final class Statement {
  private let handle: OpaquePointer
  private let sql: String
  /// Whether the statement is between its first step and its reset.
  private(set) var isBusy = false

  init(_ handle: OpaquePointer, sql: String) {
    self.handle = handle
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// The current row; valid until the next step.
  var row: Row { Row(handle) }

  /// Sets the values of the parameters, from the first.
  func bind(_ values: [SQLValue]) throws(SQLiteError) {
    isBusy = true
    for (place, value) in zip(Int32(1)..., values) {
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let number): sqlite3_bind_int64(handle, place, number)
        case .text(let text): bind(text, at: place)
        case .blob(let bytes): bind(bytes, at: place)
        }
      guard code == SQLITE_OK else { throw error(code) }
    }
  }

  /// Moves to the next row; `false` after the last.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code)
    }
  }

  /// Makes the statement ready for another run.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    isBusy = false
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // SQLite takes a null pointer for NULL, and an empty buffer may have one.
        guard let start = characters.baseAddress else {
          return sqlite3_bind_text(handle, place, "", 0, csqlite_transient())
        }
        return sqlite3_bind_text64(
          handle, place, start, UInt64(characters.count), csqlite_transient(), UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(_ bytes: [UInt8], at place: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, !buffer.isEmpty else {
        return sqlite3_bind_zeroblob(handle, place, 0)
      }
      return sqlite3_bind_blob64(handle, place, start, UInt64(buffer.count), csqlite_transient())
    }
  }

  private func error(_ code: Int32) -> SQLiteError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    return SQLiteError(code: code, message: message, sql: sql)
  }
}
