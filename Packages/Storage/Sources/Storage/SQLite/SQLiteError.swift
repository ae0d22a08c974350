internal import CSQLite

/// A failure that SQLite reported.
public struct SQLiteError: Error, Sendable, Hashable {
  /// The extended result code, as in https://www.sqlite.org/rescode.html.
  public let code: Int32
  /// SQLite's own words, in English.
  public let message: String
  /// The statement that failed; empty when there was none.
  public let sql: String

  /// What went wrong, as far as a caller treats it differently.
  public enum Reason: Sendable, Hashable {
    /// Another program holds the database.
    case busy
    /// The disk is full.
    case full
    /// Reading or writing failed.
    case inputOutput
    /// The file is damaged.
    case corrupt
    /// The file is no SQLite database.
    case notADatabase
    /// The file or its folder cannot be written or opened.
    case cannotWrite
    /// The question ran longer than allowed.
    case interrupted
    /// Anything else.
    case other
  }

  /// The reason, from the primary result code.
  public var reason: Reason {
    // Without room for the memory that its programs share, a file cannot even be read.
    if code == SQLITE_IOERR | (19 << 8) { return .full }
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_IOERR: .inputOutput
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .cannotWrite
    case SQLITE_INTERRUPT: .interrupted
    default: .other
    }
  }
}
