import Domain

/// The tables of the places that prove records. There are several places a record, so those of one
/// document stand in one row; the view `evidence` has a row for each. It does with table functions
/// alone, as SQLite 3.40 takes scalar functions of JSON in a schema for unsafe.
enum EvidenceSchema {
  static let statements: [String] =
    [
      """
      -- The names of fields by their numbers in a kind of record.
      CREATE TABLE fieldName (
        kind INTEGER NOT NULL,  -- record.kind
        field INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (kind, field)
      ) STRICT, WITHOUT ROWID
      """,
      """
      -- Where a document proves a record: field,start,length,field,start,length,… in the order of
      -- the text, with fields by their numbers and UTF-8 bytes of the document's text.
      CREATE TABLE proof (
        record INTEGER NOT NULL,
        back INTEGER NOT NULL,  -- from the record to the document, a small number for most
        document INTEGER GENERATED ALWAYS AS (record - back) VIRTUAL,
        places TEXT NOT NULL,
        PRIMARY KEY (record, back)
      ) STRICT, WITHOUT ROWID
      """,
      """
      -- Most records have numbers close to that of the document that proves them: whoever asks for
      -- the records of a document looks at those, and here for the others.
      CREATE INDEX proofByDocument ON proof (document) WHERE \(isFar)
      """,
      """
      -- The places in documents that prove the fields of records: UTF-8 bytes of its text.
      CREATE VIEW evidence AS SELECT
        proved.id AS record, fieldName.name AS field, source.id AS document,
        first.value AS start, first.value + length.value AS "end"
      FROM identifiedRecord AS proved JOIN proof ON proof.record = proved.number
        JOIN identifiedRecord AS source ON source.number = proof.document
        JOIN json_each(\(list)) AS place ON place.key % 3 = 0
        JOIN json_each(\(list)) AS first ON first.key = place.key + 1
        JOIN json_each(\(list)) AS length ON length.key = place.key + 2
        JOIN fieldName ON fieldName.kind = proved.kind AND fieldName.field = place.value
      """,
    ]
    + RecordKind.all.flatMap { kind in
      kind.columns.map { field in
        "INSERT INTO fieldName VALUES (\(kind.id), \(field.id), '\(field.name)')"
      }
    }

  /// The places of a row as an array of JSON.
  private static let list = "'[' || proof.places || ']'"

  /// How far from the number of a document most of its records have theirs at most.
  private static let reach = 250
  private static let isFar = "back < -\(reach) OR back > \(reach)"

  /// Asks for the numbers of the records that a document proves, whose number is the first
  /// parameter.
  static let recordsOfDocument = """
    SELECT record FROM proof
    WHERE record BETWEEN ?1 - \(reach) AND ?1 + \(reach) AND document = ?1
    UNION ALL SELECT record FROM proof WHERE document = ?1 AND (\(isFar))
    """

  /// The tables.
  static let tables = ["fieldName", "proof"]

  /// How many places prove a field, of a row of the table called `proof`.
  static func count(of field: Field) -> String {
    """
    (SELECT count(*) FROM json_each(\(list)) AS place
     WHERE place.key % 3 = 0 AND place.value = \(field.id))
    """
  }
}
