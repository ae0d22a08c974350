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
    [IdentifierColumns.view] + RecordKind.all.map(table) + RecordKind.all.flatMap(indexes)
    + SittingSchema.statements + EvidenceSchema.statements + SearchSchema.statements + [
      """
      -- Which records speak of one thing; entity stands for the thing, and the
      -- current record is the one that views show.
      CREATE TABLE sameness (
        record INTEGER PRIMARY KEY,  -- record.number
        entity INTEGER NOT NULL,  -- computed from the thing's name and region
        isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1)),
        isCorrected INTEGER NOT NULL,  -- whether a person wrote of any record of the thing
        home INTEGER  -- as entity, of a record with another name or region than the thing
      ) STRICT
      """,
      "CREATE INDEX samenessOfEntity ON sameness (entity, isCurrent)",
      "CREATE INDEX samenessByHome ON sameness (home) WHERE home IS NOT NULL",
      "CREATE INDEX samenessAwayOfEntity ON sameness (entity) WHERE home IS NOT NULL",
      """
      -- The regions of things that are known in several, with the current record of each.
      CREATE TABLE thingRegion (
        record INTEGER NOT NULL,  -- record.number
        region TEXT NOT NULL,
        PRIMARY KEY (record, region)
      ) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX thingRegionByRegion ON thingRegion (region)",
      """
      -- Forms of the names of organisations, for suggestions of which are one.
      CREATE TABLE thingName (
        form TEXT NOT NULL,  -- index terms; after < or > the first or last letters of a word
        region TEXT NOT NULL,
        entity INTEGER NOT NULL,  -- sameness.entity
        word TEXT NOT NULL,  -- the whole of such a word
        scope INTEGER NOT NULL,  -- where it means the same: 0 anywhere, else in the region
        PRIMARY KEY (form, region, entity, word)
      ) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX thingNameOfEntity ON thingName (entity)",
      """
      -- What waits for a decision; field is 'existence' for a record deleted and edited at once.
      CREATE TABLE conflict (
        record TEXT NOT NULL,
        field TEXT NOT NULL,
        kind INTEGER NOT NULL,
        PRIMARY KEY (record, field)
      ) STRICT, WITHOUT ROWID
      """,
    ] + RecordKind.all.map(fieldsView) + [ConsolidatedView.callRegions]
    + ConsolidatedView.all.map(\.definition)

  /// The derived tables.
  static let tables =
    RecordKind.all.map { $0.name + "Record" } + EvidenceSchema.tables + SearchSchema.tables
    + [SittingSchema.table, "sameness", "thingRegion", "thingName", "conflict"]

  /// What the tables say, whatever the numbers in them: those depend on the order of writing.
  static let comparable: [(table: String, columns: String)] =
    RecordKind.all.map { kind in
      let names = (["id"] + allColumns(of: kind)).map(quoted)
      return (kind.view, names.joined(separator: ", "))
    } + [
      ("conflict", "record, kind, field"),
      ("sameness", "\(id(of: "sameness.record")), entity, isCurrent, isCorrected, home"),
      ("thingRegion", "\(id(of: "thingRegion.record")), region"),
      ("thingName", "form, region, entity, word, scope"),
      ("proof", "\(id(of: "proof.record")), \(id(of: "proof.document")), places"),
      ("indexedDocument", "\(id(of: "document")), firstLine, region, body, date, year, kind"),
      ("abbreviation", "short, reading, \(id(of: "document")), shortKey, readingKey"),
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
      if name == SearchSchema.index {
        try SearchSchema.drop(connection)
      } else {
        try connection.execute("DROP \(type == "view" ? "VIEW" : "TABLE") \(quoted(name))")
      }
    }
  }

  /// A name as SQL quotes it.
  static func quoted(_ name: String) -> String { "\"\(name)\"" }

  /// The identifier of the record with a number.
  static func id(of number: String) -> String {
    "(SELECT named.id FROM identifiedRecord AS named WHERE named.number = \(number))"
  }

  private static func table(_ kind: RecordKind) -> String {
    let columns = storedColumns(of: kind).map { field in
      "  \(quoted(field.name)) \(type(of: field)),  -- \(comment(on: field, kind))"
    }
    let keys = DerivedColumns.keys(of: kind).flatMap { keys in
      keys.columns.map { "  \(quoted($0)) TEXT,  -- from the words of \(keys.field.name)" }
    }
    let words = DerivedColumns.words(of: kind).map { column in
      "  \(quoted(column)) TEXT,  -- fields that persons wrote, with the times; the last day"
    }
    let sitting =
      SittingSchema.has(kind)
      ? ["  sitting INTEGER NOT NULL,  -- sitting.number, which has meeting and region"] : []
    let quote = DerivedColumns.quotedText(of: kind).map { field in
      DerivedColumns.quotePlace.map {
        "  \($0) INTEGER,  -- where \(field.name) stands, unless it is here"
      }
    }
    return """
      -- One row for each \(kind.label.english) that is not deleted. The view
      -- \(kind.name)Fields has identifiers for the numbers of records.
      CREATE TABLE \(kind.table) (
        recordNumber INTEGER PRIMARY KEY,  -- record.number
      \((columns + keys + words + sitting + (quote ?? [])).joined(separator: "\n"))
        CHECK (recordNumber > 0)
      ) STRICT
      """
  }

  private static func comment(on field: Field, _ kind: RecordKind) -> String {
    let isQuoted = DerivedColumns.quotedText(of: kind) == field
    return field.label.english + (isQuoted ? ", where no document has these words" : "")
  }

  /// All fields of the records of a kind, as `soulad list` shows them.
  private static func fieldsView(_ kind: RecordKind) -> String {
    let columns = kind.columns.map { field in
      "  \(DerivedColumns.expression(of: field, kind)) AS \(quoted(field.name)),"
    }
    let derived =
      (DerivedColumns.keys(of: kind).flatMap(\.columns) + DerivedColumns.words(of: kind))
      .map { "  own.\(quoted($0))," } + dateColumn(of: kind).map { "  sitting.date AS \($0)," }
    return """
      -- All fields of each \(kind.label.english).
      CREATE VIEW \(kind.view) AS SELECT
        \(id(of: "own.recordNumber")) AS id,
      \((columns + derived).joined(separator: "\n"))
        own.recordNumber
      FROM \(kind.rows)
      """
  }

  /// The column of the date of the meeting, of kinds that belong to one.
  private static func dateColumn(of kind: RecordKind) -> [String] {
    SittingSchema.has(kind) ? ["meetingDate"] : []
  }

  /// The names of the columns of a kind's view, without the identifier.
  static func allColumns(of kind: RecordKind) -> [String] {
    kind.columns.map(\.name) + DerivedColumns.keys(of: kind).flatMap(\.columns)
      + DerivedColumns.words(of: kind) + dateColumn(of: kind)
  }

  /// Views join records with those that they refer to, and are filtered and sorted by some columns.
  private static func indexes(_ kind: RecordKind) -> [String] {
    DerivedColumns.indexes(of: kind).map { columns in
      let name = quoted("\(kind.name)By\(columns.map(capitalized).joined())")
      let list = columns.map(quoted).joined(separator: ", ")
      let isSparse = columns.count == 1 && DerivedColumns.sparse.contains(columns[0])
      let condition = isSparse ? " WHERE \(quoted(columns[0])) IS NOT NULL" : ""
      return "CREATE INDEX \(name) ON \(kind.table) (\(list))\(condition)"
    }
  }

  private static func capitalized(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Whether a column holds the number of a record.
  static func isNumber(_ field: Field) -> Bool {
    if case .reference = field.type { field.merge == .register } else { false }
  }

  /// The columns of a kind's table: all but a document's text, which stands in the log, and what
  /// stands in a sitting.
  static func storedColumns(of kind: RecordKind) -> [Field] {
    let others =
      kind == ImportedDocument.kind ? [ImportedDocument.text] : SittingSchema.key(of: kind)
    return kind.columns.filter { !others.contains($0) }
  }

  private static func type(of field: Field) -> String {
    guard field.merge == .register else { return "TEXT" }
    return switch field.type {
    case .integer, .boolean, .reference: "INTEGER"
    case .text, .longText, .date, .companyNumber, .choice, .source: "TEXT"
    }
  }
}

extension RecordKind {
  /// The name of the kind's table as SQL quotes it; the plural names belong to the views.
  var table: String { DerivedSchema.quoted(name + "Record") }

  /// The view with all fields of the kind's records.
  var view: String { DerivedSchema.quoted(name + "Fields") }

  /// The fields that are columns of the kind's table; evidence has a table of its own.
  var columns: [Field] { fields.filter { $0 != .evidence } }
}
