import Domain

/// The tables, views and indexes that are derived from the merged state, made from the declarations
/// of the record kinds and of the views.
enum DerivedSchema {
  /// The statements that make everything, in their order.
  static let statements: [String] = plain.map(withComment)

  /// SQLite keeps a comment only within a statement, so one in front of it moves behind the first
  /// line.
  private static func withComment(_ statement: String) -> String {
    let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
    let comments = lines.prefix { $0.hasPrefix("-- ") }
    let rest = lines.dropFirst(comments.count)
    return (rest.prefix(1) + comments.map { "  " + $0 } + rest.dropFirst()).joined(separator: "\n")
  }

  private static let plain: [String] =
    RecordKind.all.map(table) + RecordKind.all.flatMap(indexes) + EvidenceSchema.statements + [
      """
      -- Which records speak of one thing; entity names the thing, and the
      -- current record is the one that views show.
      CREATE TABLE sameness (
        record TEXT PRIMARY KEY,
        entity TEXT NOT NULL,
        isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1))
      ) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX samenessOfEntity ON sameness (entity, isCurrent)",
      """
      -- What waits for a decision; field is 'existence' for a record deleted and edited at once.
      CREATE TABLE conflict (
        record TEXT NOT NULL,
        field TEXT NOT NULL,
        kind INTEGER NOT NULL,
        PRIMARY KEY (record, field)
      ) STRICT, WITHOUT ROWID
      """,
      """
      -- What the search index knows of a document. Later documents have higher numbers.
      CREATE TABLE indexedDocument (
        number INTEGER PRIMARY KEY,
        document TEXT NOT NULL UNIQUE,
        region TEXT NOT NULL,
        body TEXT,
        date TEXT,
        year TEXT,
        kind TEXT
      ) STRICT
      """,
      """
      -- What abbreviations stand for where documents introduce them, in folded letters.
      CREATE TABLE abbreviation (
        short TEXT NOT NULL,
        reading TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (short, reading, document)
      ) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX abbreviationOfDocument ON abbreviation (document)",
      """
      -- The index terms of the lines of documents: rowid = indexedDocument.number * 16384 + line.
      CREATE VIRTUAL TABLE passageIndex USING fts5 (
        stems, heading, scope, content = '', columnsize = 0, tokenize = 'unicode61'
      )
      """,
    ] + ConsolidatedView.all.map(\.definition)

  /// The tables with their columns; row numbers depend on the order of writing and are left out.
  static let comparable: [(table: String, columns: String)] =
    RecordKind.all.map { kind in
      (kind.table, (["id"] + allColumns(of: kind)).map(quoted).joined(separator: ", "))
    } + [
      ("evidence", #"record, field, document, start, "end""#), ("conflict", "record, kind, field"),
      ("sameness", "record, entity, isCurrent"),
      ("indexedDocument", "document, region, body, date, year, kind"),
      ("abbreviation", "short, reading, document"),
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
    let keys = DerivedColumns.keys(of: kind).map { key in
      "  \(quoted(key.column)) TEXT,  -- the index terms of \(key.field.name)"
    }
    let inherited = DerivedColumns.inherited(by: kind).map { column in
      "  \(quoted(column.column)) TEXT,  -- \(column.field.name) of the meeting"
    }
    return """
      -- One row for each \(kind.label.english) that is not deleted.
      CREATE TABLE \(kind.table) (
      \((columns + keys + inherited).joined(separator: "\n"))
        id TEXT PRIMARY KEY NOT NULL
      ) STRICT\(hasLongTexts(kind) ? "" : ", WITHOUT ROWID")
      """
  }

  /// Long texts do not belong into a b-tree of keys: its pages would hold little else.
  private static func hasLongTexts(_ kind: RecordKind) -> Bool {
    kind.columns.contains { $0.type == .longText }
  }

  /// The names of the columns of a kind's table, without the identifier.
  static func allColumns(of kind: RecordKind) -> [String] {
    kind.columns.map(\.name) + DerivedColumns.keys(of: kind).map(\.column)
      + DerivedColumns.inherited(by: kind).map(\.column)
  }

  /// Views join records with those that they refer to, and are filtered and sorted by some columns.
  private static func indexes(_ kind: RecordKind) -> [String] {
    let references = kind.columns.compactMap { field -> [String]? in
      guard case .reference = field.type else { return nil }
      return [field.name]
    }
    return (references + DerivedColumns.indexes(of: kind)).map { columns in
      let name = quoted("\(kind.name)By\(columns.map(capitalized).joined())")
      let list = columns.map(quoted).joined(separator: ", ")
      return "CREATE INDEX \(name) ON \(kind.table) (\(list))"
    }
  }

  private static func capitalized(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
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
