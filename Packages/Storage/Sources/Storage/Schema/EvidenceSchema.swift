import Domain

/// The tables of the places that prove records. There are several places a record, so records and
/// fields stand in them by small numbers; the view `evidence` gives their names.
enum EvidenceSchema {
  static let statements: [String] =
    [
      """
      -- The names of fields by the numbers of the table place.
      CREATE TABLE fieldName (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL
      ) STRICT
      """,
      """
      -- The places in documents that prove the fields of records: UTF-8 bytes of its text.
      CREATE TABLE place (
        record INTEGER NOT NULL,
        document INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        field INTEGER NOT NULL,
        PRIMARY KEY (record, document, start, "end", field)
      ) STRICT, WITHOUT ROWID
      """,
      """
      -- Which documents prove anything of which records.
      CREATE TABLE mention (
        document INTEGER NOT NULL,
        record INTEGER NOT NULL,
        PRIMARY KEY (document, record)
      ) STRICT, WITHOUT ROWID
      """,
      """
      -- The places in documents that prove the fields of records: UTF-8 bytes of its text.
      CREATE VIEW evidence AS SELECT
        proved.id AS record, fieldName.name AS field, source.id AS document,
        place.start AS start, place."end" AS "end"
      FROM place JOIN record AS proved ON proved.number = place.record
        JOIN record AS source ON source.number = place.document
        JOIN fieldName ON fieldName.number = place.field
      """,
    ]
    + RecordKind.all.flatMap { kind in
      kind.columns.map { field in
        "INSERT INTO fieldName VALUES (\(number(of: field.id, kind)), '\(field.name)')"
      }
    }

  /// The tables.
  static let tables = ["fieldName", "place", "mention"]

  /// The number of a field of a kind.
  static func number(of field: UInt16, _ kind: RecordKind) -> Int {
    Int(kind.id) * 1_000 + Int(field)
  }
}

/// Writes the places that prove records.
struct EvidenceTable {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Makes these the places that prove a record.
  func replace(
    _ places: [SourceReference], of record: Int64, _ kind: RecordKind, isNew: Bool,
    _ numbers: inout RecordNumbers
  ) throws {
    if !isNew {
      try connection.run(
        """
        DELETE FROM mention
        WHERE record = ?1 AND document IN (SELECT document FROM place WHERE record = ?1)
        """, .integer(record))
      try connection.run("DELETE FROM place WHERE record = ?", .integer(record))
    }
    var documents: Set<RecordID> = []
    for place in places {
      let document = try numbers.number(of: place.document)
      try connection.run(
        """
        INSERT OR IGNORE INTO place (record, document, start, "end", field)
        VALUES (?, ?, ?, ?, ?)
        """,
        .integer(record), .integer(document), SQLValue(place.range.start),
        SQLValue(place.range.end), SQLValue(EvidenceSchema.number(of: place.field, kind)))
      if documents.insert(place.document).inserted {
        try connection.run(
          "INSERT OR IGNORE INTO mention (document, record) VALUES (?, ?)", .integer(document),
          .integer(record))
      }
    }
  }
}
