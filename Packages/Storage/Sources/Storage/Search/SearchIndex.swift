import Domain

/// The lines of documents under their index terms, and what a line's document is.
///
/// A row of `passageIndex` is one line: its number holds the day of the document, then the number
/// of the document within that day, then the number of the line, so that later numbers are later
/// minutes and one walk backwards meets the newest first. The index has no copy of the text; what
/// is to be taken out of it is computed again from the document.
struct SearchIndex {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// What the index says of a document besides its words.
  struct Scope: Equatable {
    var region: String
    var body: String?
    var date: String?
    var kind: String?

    var year: String? { date.map { String($0.prefix(4)) } }
  }

  /// Takes a document out of the index, with the text that went in.
  func remove(_ document: Int64) throws {
    guard let indexed = try indexed(document) else { return }
    let text = try DocumentTexts(connection).text(of: document)
    let terms = SearchScope.terms(indexed.scope)
    for line in PassageLines(text) {
      try connection.run(
        """
        INSERT INTO passageIndex (passageIndex, rowid, stems, heading, scope)
        VALUES ('delete', ?, ?, ?, ?)
        """,
        with: values(line, of: indexed.number, text, terms))
    }
    try connection.run(
      "DELETE FROM indexedDocument WHERE number = ?", .integer(indexed.number))
    try connection.run(
      "DELETE FROM abbreviation WHERE document = ?", .integer(document))
  }

  /// Brings the index up to date with the tables, where documents or their meetings have changed.
  ///
  /// New documents go in by ascending numbers: FTS5 writes a segment of its own for each that comes
  /// after a greater one.
  func renew(_ documents: Set<Int64>) throws {
    var new: [(number: Int64, document: Int64, scope: Scope)] = []
    for document in documents.sorted() {
      guard let scope = try scope(of: document) else {
        try remove(document)
        continue
      }
      if let known = try indexed(document) {
        guard known.scope != scope else { continue }
        try remove(document)
      }
      if let number = try add(document, scope) { new.append((number, document, scope)) }
    }
    for (number, document, scope) in new.sorted(by: { $0.number < $1.number }) {
      try write(document, as: number, scope)
    }
  }

  /// Gives a document a number; `nil` when it has no text.
  private func add(_ document: Int64, _ scope: Scope) throws -> Int64? {
    guard try DocumentTexts(connection).hasText(document) else { return nil }
    let number = try freeNumber(for: scope.date)
    try connection.run(
      """
      INSERT INTO indexedDocument (number, document, region, body, date, year, kind)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(number), .integer(document), .text(scope.region), SQLValue(scope.body),
      SQLValue(scope.date), SQLValue(scope.year), SQLValue(scope.kind))
    for name in SearchScope.names(of: scope) {
      try connection.run(
        "INSERT OR IGNORE INTO scopeName (term, stems) VALUES (?, ?)", .text(name.term),
        .text(name.stems))
    }
    return number
  }

  private func write(_ document: Int64, as number: Int64, _ scope: Scope) throws {
    let text = try DocumentTexts(connection).text(of: document)
    let terms = SearchScope.terms(scope)
    for line in PassageLines(text) {
      try connection.run(
        "INSERT INTO passageIndex (rowid, stems, heading, scope) VALUES (?, ?, ?, ?)",
        with: values(line, of: number, text, terms))
    }
    for abbreviation in AbbreviationFinder.find(in: text) {
      try connection.run(
        """
        INSERT OR IGNORE INTO abbreviation (short, reading, shortKey, readingKey, document)
        VALUES (?, ?, ?, ?, ?)
        """, .text(abbreviation.short), .text(abbreviation.reading),
        .text(connection.entityKeys.key(abbreviation.short)),
        .text(connection.entityKeys.key(abbreviation.reading)), .integer(document))
    }
  }

  private func values(
    _ line: PassageLine, of number: Int64, _ text: [UInt8], _ scope: String
  ) -> [SQLValue] {
    let bytes = connection.terms.joinedTerms(of: text, in: line.range)
    let terms = SQLValue.text(String(decoding: bytes, as: UTF8.self))
    return [
      .integer(PassageNumber(document: number, line: line.position).row),
      line.isHeading ? .text("") : terms, line.isHeading ? terms : .text(""), .text(scope),
    ]
  }

  private func indexed(_ document: Int64) throws -> (number: Int64, scope: Scope)? {
    try connection.first(
      "SELECT number, region, body, date, kind FROM indexedDocument WHERE document = ?",
      .integer(document)
    ) { row in
      (
        row.integer(0),
        Scope(region: row.text(1) ?? "", body: row.text(2), date: row.text(3), kind: row.text(4))
      )
    }
  }

  /// What the tables say of a document; of several meetings in it, the first by identifier counts.
  private func scope(of document: Int64) throws -> Scope? {
    let body = try connection.first(
      """
      SELECT body FROM meetingRecord WHERE document = ? AND body IS NOT NULL
      ORDER BY \(DerivedSchema.id(of: "recordNumber")) LIMIT 1
      """, .integer(document)
    ) { $0.text(0) ?? "" }
    return try connection.first(
      "SELECT region, date, documentKind FROM documentRecord WHERE recordNumber = ?",
      .integer(document)
    ) { row in
      Scope(region: row.text(0) ?? "", body: body, date: row.text(1), kind: row.text(2))
    }
  }

  /// The next number within the day of a date, or within the days after it when that is full.
  private func freeNumber(for date: String?) throws -> Int64 {
    var first = PassageNumber.firstDocument(on: date)
    while true {
      let end = first + PassageNumber.documentsOfDay
      let last =
        try connection.first(
          "SELECT max(number) FROM indexedDocument WHERE number >= ? AND number < ?",
          .integer(first), .integer(end)
        ) { row in row.isNull(0) ? first - 1 : row.integer(0) } ?? first - 1
      if last + 1 < end { return last + 1 }
      first = end
    }
  }
}
