internal import CSQLite
public import Sync

/// What there is to know about a database and the machine it is on, for somebody who helps.
public struct Checkup: Sendable {
  /// SQLite's version, `3.40.1`.
  public var sqliteVersion = ""
  /// Whether this SQLite loses nothing when two connections write and checkpoint at once; versions
  /// before 3.51.3 can, which the lock file prevents.
  public var hasSafeWriteAheadLog = false
  /// The layout of the file, and that of this program.
  public var schema = (found: 0, known: 0)
  /// What a quick look through the pages of the file found; empty for a sound file.
  public var damage: [String] = []
  /// Whether the key that signs changes is beside the database.
  public var hasKey = false
  /// Whether others than the owner can read that key.
  public var isKeyExposed = false
  /// The bytes that are free on the disk.
  public var freeBytes: UInt64 = 0
  /// The bytes of the database.
  public var size: UInt64 = 0
  /// How many decisions wait; `nil`, as below, where damage keeps that from being read.
  public var conflicts: Int?
  /// How many organisations are probably one with another.
  public var duplicates: Int?
  /// How many organisations have a wrong identification number in their documents.
  public var wrongNumbers: Int?
  /// The member that the others have waited for the longest; `nil` when they wait for nobody.
  public var silent: Member?
  /// The time of the newest change, in milliseconds since 1970.
  public var newestChange: UInt64 = 0
}

extension Replica {
  /// Looks the database over; cheaper than ``verify()`` and without proof.
  public func checkup() throws -> Checkup {
    try connection.reading {
      var found = Checkup()
      found.sqliteVersion = String(cString: sqlite3_libversion())
      found.hasSafeWriteAheadLog = sqlite3_libversion_number() >= 3_051_003
      found.schema.known = Migration.all.count
      found.schema.found = try Schema.version(connection)
      found.damage = damage()
      found.hasKey = Files.exists(files.key)
      found.isKeyExposed = Files.mode(of: files.key).map { $0 & 0o077 != 0 } ?? false
      (found.freeBytes, found.size) = Files.room(for: files.database)
      try readContent(into: &found)
      return found
    }
  }

  /// What the records say, as far as damage leaves it readable: what is wrong with a file shall be
  /// told whole, above all of a damaged one.
  private func readContent(into found: inout Checkup) throws {
    do {
      found.newestChange = UInt64(clamping: try count("SELECT max(timestamp) FROM change") >> 16)
      found.silent = try membershipInside().behind(ChangeLog(connection).sharedVector())
        .first { $0.replica != id }
      found.wrongNumbers = try count(
        "SELECT count(*) FROM organizationRecord WHERE icoAsWritten IS NOT NULL AND ico IS NULL")
      found.duplicates = try count("SELECT count(*) FROM duplicates")
      found.conflicts = try conflictCount()
    } catch {
      guard !found.damage.isEmpty else { throw error }
    }
  }

  /// What a quick look through the pages finds, in SQLite's words.
  private func damage() -> [String] {
    do {
      return try connection.rows("PRAGMA quick_check(5)") { $0.text(0) ?? "" }
        .filter { $0 != "ok" }
    } catch {
      return [(error as? SQLiteError)?.message ?? "\(error)"]
    }
  }

  private func count(_ sql: String) throws -> Int {
    try connection.first(sql) { Int($0.integer(0)) } ?? 0
  }
}
