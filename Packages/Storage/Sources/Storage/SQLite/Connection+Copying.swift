internal import CSQLite

extension Connection {
  /// Copies the whole database into a new file, as it is at one moment, while others read and write
  /// (https://www.sqlite.org/backup.html).
  func copy(to path: String) throws(SQLiteError) {
    let target = try Connection(path: path, mode: .creating)
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.error(sqlite3_errcode(target.handle), "")
    }
    let code = sqlite3_backup_step(backup, -1)
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw target.error(code, "") }
  }
}
