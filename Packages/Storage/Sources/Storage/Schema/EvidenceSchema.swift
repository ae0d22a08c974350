import Domain

/// The tables of the places that prove records. There are several places a record, so records and
/// fields stand in them by small numbers; the view `evidence` gives their names.
enum EvidenceSchema {
  static let statements: [String] =
    [
      """
      -- Small numbers of records, for the table place.
      CREATE TABLE recordNumber (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE
      ) STRICT
      """,
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
      "CREATE INDEX placeOfDocument ON place (document, record)",
      """
      -- The places in documents that prove the fields of records: UTF-8 bytes of its text.
      CREATE VIEW evidence AS SELECT
        proved.id AS record, fieldName.name AS field, source.id AS document,
        place.start AS start, place."end" AS "end"
      FROM place JOIN recordNumber AS proved ON proved.number = place.record
        JOIN recordNumber AS source ON source.number = place.document
        JOIN fieldName ON fieldName.number = place.field
      """,
    ]
    + RecordKind.all.flatMap { kind in
      kind.columns.map { field in
        "INSERT INTO fieldName VALUES (\(number(of: field.id, kind)), '\(field.name)')"
      }
    }

  /// The tables.
  static let tables = ["recordNumber", "fieldName", "place"]

  /// The number of a field of a kind.
  static func number(of field: UInt16, _ kind: RecordKind) -> Int {
    Int(kind.id) * 1_000 + Int(field)
  }
}

/// Writes the places that prove records.
struct EvidenceTable {
  private let connection: Connection
  private var numbers: [RecordID: Int64] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Makes these the places that prove a record.
  mutating func replace(
    _ places: [SourceReference], of id: RecordID, _ kind: RecordKind
  ) throws {
    if let known = try known(id) {
      try connection.run("DELETE FROM place WHERE record = ?", .integer(known))
    }
    guard !places.isEmpty else { return }
    let record = try number(of: id)
    for place in places {
      try connection.run(
        """
        INSERT OR IGNORE INTO place (record, document, start, "end", field)
        VALUES (?, ?, ?, ?, ?)
        """,
        .integer(record), .integer(try number(of: place.document)), SQLValue(place.range.start),
        SQLValue(place.range.end), SQLValue(EvidenceSchema.number(of: place.field, kind)))
    }
  }

  private func known(_ id: RecordID) throws -> Int64? {
    try connection.first("SELECT number FROM recordNumber WHERE id = ?", .text(id.description)) {
      $0.integer(0)
    }
  }

  private mutating func number(of id: RecordID) throws -> Int64 {
    if let number = numbers[id] { return number }
    var number = try known(id)
    if number == nil {
      try connection.run("INSERT INTO recordNumber (id) VALUES (?)", .text(id.description))
      number = connection.lastInsertedRow
    }
    numbers[id] = number
    return number ?? 0
  }
}
