import Domain

/// The layout of the database file, brought up to date when a replica is opened for writing.
///
/// The log and the merged state are the truth and change only by migrations, which are append-only.
/// Everything derived from them (typed tables, views, search index) is dropped and made anew
/// whenever its declaration changes, so it needs no migrations.
enum Schema {
  /// Sets up an empty file.
  static func create(_ connection: Connection) throws {
    // Written before the file goes over to WAL, so that the header of the file itself says whose it
    // is.
    // Room that the search index gives up can be given back; it has to be said before all tables.
    try connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    try connection.execute("PRAGMA application_id = \(SQLiteHeader.applicationID)")
    try makeDurable(connection)
    try bringUpToDate(connection)
  }

  /// Refuses a file that a newer version of the program wrote, and one that was never finished.
  static func check(_ connection: Connection, path: String) throws {
    let found = try version(connection)
    guard found > 0 else { throw StorageError.damaged(place: "user_version") }
    guard found <= Migration.all.count else {
      throw StorageError.newerSchema(path: path, found: found, known: Migration.all.count)
    }
  }

  /// Makes commits durable, runs the migrations that the file lacks and renews what is derived; a
  /// backup becomes a file like every other first.
  static func prepareForWriting(_ connection: Connection, _ files: ReplicaFiles) throws {
    try makeDurable(connection)
    try BackupMark.remove(from: files, connection)
    try bringUpToDate(connection)
  }

  private static func makeDurable(_ connection: Connection) throws {
    try connection.execute("PRAGMA journal_mode = WAL")
    // With NORMAL a power cut loses commits that were acknowledged.
    try connection.execute("PRAGMA synchronous = FULL")
    try connection.execute("PRAGMA secure_delete = ON")
  }

  private static func bringUpToDate(_ connection: Connection) throws {
    let found = try version(connection)
    if found < Migration.all.count {
      try connection.transaction { try migrate(connection, from: found) }
    }
    try renewDerived(connection)
  }

  /// Runs the steps that come after a version. What has to be worked out is once all tables are as
  /// this version of the program knows them.
  private static func migrate(_ connection: Connection, from found: Int) throws {
    let steps = Migration.all.dropFirst(found)
    if found > 0 { try forgetDerived(connection) }
    for migration in steps { try connection.execute(migration.sql) }
    for migration in steps { try migration.fill?(connection) }
    try connection.execute("PRAGMA user_version = \(Migration.all.count)")
  }

  /// Drops everything that is derived, which names tables as they are before a step.
  private static func forgetDerived(_ connection: Connection) throws {
    try WriteGuards.drop(connection)
    try DerivedSchema.dropAll(connection)
    try connection.run("DELETE FROM setting WHERE name = ?", .text(derivedSetting))
  }

  /// How many of the migrations the file has.
  static func version(_ connection: Connection) throws -> Int {
    try BackupMark.schemaVersion(connection)
  }

  /// Whether log, state and everything derived are laid out as this version of the program does it.
  static func isCurrent(_ connection: Connection) throws -> Bool {
    try version(connection) == Migration.all.count && derived(connection) == wantedDerived
  }

  /// The index terms belong to what is derived, so an index by an older analyser is made anew; so
  /// are rows that an older version made otherwise.
  private static let wantedDerived = Fingerprint.sha256(
    Array(
      (DerivedSchema.statements + WriteGuards.statements + [
        "analyser \(CzechAnalyzer.version)", "projection \(Projection.version)",
      ])
      .joined(separator: ";\n").utf8))

  private static let derivedSetting = "derivedSchema"

  private static func derived(_ connection: Connection) throws -> String? {
    try connection.setting(derivedSetting)
  }

  private static func renewDerived(_ connection: Connection) throws {
    guard try derived(connection) != wantedDerived else { return }
    try connection.transaction { try makeDerived(connection) }
  }

  /// Makes everything that is derived anew, within a transaction of the caller.
  static func makeDerived(_ connection: Connection) throws {
    try WriteGuards.drop(connection)
    try DerivedSchema.dropAll(connection)
    for statement in DerivedSchema.statements + WriteGuards.statements {
      try connection.execute(statement)
    }
    try connection.note(wantedDerived, as: derivedSetting)
    var projection = Projection(connection)
    try projection.projectEverything()
  }
}
