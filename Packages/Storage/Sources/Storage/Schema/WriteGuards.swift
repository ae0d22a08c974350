/// Triggers that refuse every write that does not come through the program: what another tool
/// changed would be in no signed change, and lost with the next projection.
///
/// They ask for a function that only this program's connections have; any other tool stops with
/// *no such function: written_by_soulad* and changes nothing. These do without the triggers, which
/// would cost as much as the rows.
enum WriteGuards {
  /// The name of the function.
  static let function = "written_by_soulad"

  /// The tables that are guarded. The search index can have no triggers, but the tables that it is
  /// kept in can.
  static let tables =
    Migration.tables.sorted() + DerivedSchema.tables + SearchSchema.shadowTables

  /// The statements that make the triggers, once all tables are there.
  static let statements = tables.flatMap { table in
    ["INSERT", "UPDATE", "DELETE"].map { write in
      """
      CREATE TRIGGER \(DerivedSchema.quoted("guard\(write)Of_\(table)"))
      BEFORE \(write) ON \(DerivedSchema.quoted(table)) WHEN NOT \(function)() BEGIN
        -- Write through the program: soulad add, edit, delete, import.
        SELECT RAISE(ABORT, 'only Soulad writes to this file');
      END
      """
    }
  }

  /// Takes all triggers away, those of other versions of the program included.
  static func drop(_ connection: Connection) throws {
    let names = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
      $0.text(0) ?? ""
    }
    for name in names { try connection.execute("DROP TRIGGER \(DerivedSchema.quoted(name))") }
  }
}
