import Domain

/// A random text that stands in one database file and in no other: a backup gets its own.
///
/// What a crash left in SQLite's write-ahead log belongs to the file that it was written beside.
/// SQLite cannot tell whether that is still the file that stands there, and would mix both
/// (https://www.sqlite.org/howtocorrupt.html, section 1.4).
enum FileToken {
  private static let setting = "fileToken"

  /// The token of the file that a connection sees; none in one that an older version wrote.
  static func read(_ connection: Connection) throws -> [String] {
    try connection.setting(setting).map { [$0] } ?? []
  }

  /// A token that nobody has.
  static func random() -> String {
    var random = SystemRandomNumberGenerator()
    return RecordID.random(using: &random).description
  }

  /// Gives a file its token.
  static func note(_ token: String, _ connection: Connection) throws {
    try connection.note(token, as: setting)
  }

  /// Gives a token to a file that has none.
  @Sendable
  static func fill(_ connection: Connection) throws {
    // One that has it keeps it: the new one would stand in the log alone after a crash.
    if try read(connection).isEmpty { try note(random(), connection) }
  }
}
