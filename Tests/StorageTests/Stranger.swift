import TestSupport
import Testing

/// Somebody who writes to a database with another tool.
enum Stranger {
  /// Runs SQL on a file.
  static func write(_ path: String, _ sql: String) throws {
    // A stranger has to take the triggers away before anything can be written, and may put them
    // back.
    let unguarded = """
      PRAGMA writable_schema = ON;
      CREATE TEMP TABLE guard AS SELECT * FROM sqlite_schema WHERE type = 'trigger';
      DELETE FROM sqlite_schema WHERE type = 'trigger';
      PRAGMA writable_schema = RESET;
      """
    let guarded = """
      ;PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema SELECT * FROM guard
      WHERE tbl_name IN (SELECT name FROM sqlite_schema WHERE type = 'table');
      PRAGMA writable_schema = RESET;
      """
    #expect(try SQLiteShell.run(path, unguarded + sql + guarded) == 0)
  }
}
