import Domain

/// The tables, views and indexes that are derived from the merged state, made from the declarations
/// of the record kinds and of the views.
enum DerivedSchema {
  /// The statements that make everything, in their order.
  static let statements: [String] =
    RecordKind.all.map(table) + RecordKind.all.flatMap(indexes) + [
      """
      -- The places in documents that prove the fields of records: UTF-8 bytes of its text.
      CREATE TABLE evidence (
        record TEXT NOT NULL,
        field TEXT NOT NULL,
        document TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        PRIMARY KEY (record, field, document, start, "end")
      ) STRICT
      """,
      "CREATE INDEX evidenceOfDocument ON evidence (document)",
      """
      -- What waits for a decision; field is 'existence' for a record deleted and edited at once.
      CREATE TABLE conflict (
        record TEXT NOT NULL,
        kind INTEGER NOT NULL,
        field TEXT NOT NULL,
        PRIMARY KEY (record, field)
      ) STRICT
      """,
      """
      -- The lines of documents, with the index terms that searches look for.
      CREATE TABLE passage (
        number INTEGER PRIMARY KEY,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        stems TEXT NOT NULL
      ) STRICT
      """,
      "CREATE INDEX passageOfDocument ON passage (document)",
      """
      CREATE VIRTUAL TABLE passageIndex USING fts5 (
        stems, content = 'passage', content_rowid = 'number', tokenize = 'unicode61'
      )
      """,
    ] + ConsolidatedView.all.map(\.definition)

  /// The tables with their columns; row numbers depend on the order of writing and are left out.
  static let comparable: [(table: String, columns: String)] =
    RecordKind.all.map { kind in
      (kind.table, (["id"] + kind.columns.map(\.name)).map(quoted).joined(separator: ", "))
    } + [
      ("evidence", #"record, field, document, start, "end""#), ("conflict", "record, kind, field"),
      ("passage", #"document, position, start, "end", text, stems"#),
    ]

  /// Removes everything that is derived, also what an older version of the program derived: all
  /// views, and all tables but those of the migrations and those that a virtual table keeps.
  static func dropAll(_ connection: Connection) throws {
    let kept = Migration.tables
    let found = try connection.rows(
      """
      SELECT type, name FROM pragma_table_list
      WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')
      ORDER BY type = 'table'
      """
    ) { row in (row.text(0) ?? "", row.text(1) ?? "") }
    for (type, name) in found where !kept.contains(name) && !name.hasPrefix("sqlite_") {
      try connection.execute("DROP \(type == "view" ? "VIEW" : "TABLE") \(quoted(name))")
    }
  }

  /// A name as SQL quotes it.
  static func quoted(_ name: String) -> String { "\"\(name)\"" }

  private static func table(_ kind: RecordKind) -> String {
    let columns = kind.columns.map { field in
      "  \(quoted(field.name)) \(type(of: field)),  -- \(field.label.english)"
    }
    return """
      -- One row for each \(kind.label.english) that is not deleted.
      CREATE TABLE \(kind.table) (
      \(columns.joined(separator: "\n"))
        id TEXT PRIMARY KEY
      ) STRICT
      """
  }

  /// Views join records with those that they refer to.
  private static func indexes(_ kind: RecordKind) -> [String] {
    kind.columns.compactMap { field in
      guard case .reference = field.type else { return nil }
      let name = quoted("\(kind.name)By\(field.name)")
      return "CREATE INDEX \(name) ON \(kind.table) (\(quoted(field.name)))"
    }
  }

  private static func type(of field: Field) -> String {
    guard field.merge == .register else { return "TEXT" }
    return switch field.type {
    case .integer, .boolean: "INTEGER"
    case .text, .longText, .date, .companyNumber, .choice, .reference, .source: "TEXT"
    }
  }
}

extension RecordKind {
  /// The name of the kind's table as SQL quotes it; the plural names belong to the views.
  var table: String { DerivedSchema.quoted(name + "Record") }

  /// The fields that are columns of the kind's table; evidence has a table of its own.
  var columns: [Field] { fields.filter { $0 != .evidence } }
}
