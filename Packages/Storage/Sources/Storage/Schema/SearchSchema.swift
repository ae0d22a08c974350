/// The tables of the texts of documents and their index.
enum SearchSchema {
  static let statements = [
    """
    -- Where the text of a document stands: in the change that wrote it, or here where the log has
    -- no such change.
    CREATE TABLE textPlace (
      document INTEGER PRIMARY KEY,  -- documentRecord.recordNumber
      replica INTEGER,  -- change.replica
      sequence INTEGER,  -- change.sequence
      text TEXT CHECK ((text IS NULL) = (sequence IS NOT NULL))
    ) STRICT
    """,
    """
    -- The whole texts of documents; document is documentRecord.recordNumber.
    CREATE VIEW documentText AS SELECT document, coalesce(text, (
        SELECT change.text FROM change
        WHERE change.replica = textPlace.replica AND change.sequence = textPlace.sequence)) AS text
    FROM textPlace
    """,
    """
    -- The lines of documents, numbered from 0 as rows of the search index mean them.
    CREATE VIEW documentLine AS SELECT document, key AS line, value AS text
    FROM documentText JOIN json_each('["' || \(escapedLines) || '"]')
    """,
    """
    -- What the search index knows of documents: a row for each 64 lines of one. Later documents
    -- have higher numbers, and so have the later lines of each.
    CREATE TABLE indexedDocument (
      number INTEGER PRIMARY KEY,
      document INTEGER NOT NULL,  -- record.number
      firstLine INTEGER NOT NULL,  -- of the 64, counted from 0 in the document
      region TEXT NOT NULL,
      body TEXT,
      date TEXT,
      year TEXT,
      kind TEXT,
      UNIQUE (document, firstLine)
    ) STRICT
    """,
    """
    -- What abbreviations stand for where documents introduce them, in folded letters.
    CREATE TABLE abbreviation (
      short TEXT NOT NULL,
      reading TEXT NOT NULL,
      document INTEGER NOT NULL,  -- record.number
      -- The columns of the key come first, or the check of integrity of some versions of SQLite
      -- looks for these in their places.
      shortKey TEXT NOT NULL,  -- as the name of an organisation, from the words of short
      readingKey TEXT NOT NULL,  -- from the words of reading
      PRIMARY KEY (short, reading, document)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX abbreviationOfDocument ON abbreviation (document)",
    """
    -- The terms that the index has for regions, bodies and kinds of documents, with the index terms
    -- of their names.
    CREATE TABLE scopeName (
      term TEXT PRIMARY KEY,
      stems TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- The index terms of the lines of documents: rowid >> 6 is indexedDocument.number, and
    -- firstLine + (rowid & 63) is the line. Behind the words of a line stand region, body and kind
    -- of its document, each as a term with ª in front, which no word has; minutes have no term of
    -- their kind. Rows of documents of one year follow each other.
    CREATE VIRTUAL TABLE passageIndex USING fts5 (
      stems, content = '', columnsize = 0, tokenize = 'unicode61'
    )
    """,
  ]

  /// The column `text` as strings of JSON with one line each. Scalar functions of JSON would do it,
  /// but SQLite 3.40 takes them in a schema for unsafe.
  private static let escapedLines = [
    ("'\\'", "'\\\\'"), ("'\"'", "'\\\"'"), ("char(9)", "'\\t'"), ("char(11)", "'\\u000b'"),
    ("char(12)", "'\\f'"), ("char(13)", "'\\r'"), ("char(10)", "'\",\"'"),
  ].reduce("documentText.text") { text, part in "replace(\(text), \(part.0), \(part.1))" }

  /// The tables of a name of their own, which can have triggers.
  static let tables = ["textPlace", "indexedDocument", "abbreviation", "scopeName"]

  /// The search index.
  static let index = "passageIndex"

  /// The tables in which FTS5 keeps the index (https://www.sqlite.org/fts5.html, section 9).
  static let shadowTables = ["data", "idx", "config"].map { "\(index)_\($0)" }

  /// Drops the index. One without its structure is made empty first, or it could not be dropped;
  /// one that works is never, as it may have terms in memory that it has yet to write.
  static func drop(_ connection: Connection) throws {
    let statement = "DROP TABLE \(index)"
    if (try? connection.execute(statement)) != nil { return }
    for table in shadowTables { try connection.execute("DELETE FROM \(table)") }
    // The averages, and a structure without segments, as FTS5 writes them into a new index.
    try connection.execute(
      "INSERT INTO \(index)_data (id, block) VALUES (1, x''), (10, x'00000000000000')")
    try connection.execute("INSERT INTO \(index)_config (k, v) VALUES ('version', 4)")
    try connection.execute(statement)
  }
}
