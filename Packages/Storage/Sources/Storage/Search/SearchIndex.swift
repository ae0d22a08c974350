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
  func remove(_ document: RecordID) throws {
    guard let indexed = try indexed(document) else { return }
    let text = try self.text(of: document)
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
      "DELETE FROM abbreviation WHERE document = ?", .text(document.description))
  }

  /// Brings the index up to date with the tables, where a document or its meeting has changed.
  func renew(_ document: RecordID) throws {
    guard let scope = try scope(of: document) else { return try remove(document) }
    if let known = try indexed(document) {
      guard known.scope != scope else { return }
      try remove(document)
    }
    let text = try self.text(of: document)
    guard !text.isEmpty else { return }
    let number = try freeNumber(for: scope.date)
    try connection.run(
      """
      INSERT INTO indexedDocument (number, document, region, body, date, year, kind)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(number), .text(document.description), .text(scope.region), SQLValue(scope.body),
      SQLValue(scope.date), SQLValue(scope.year), SQLValue(scope.kind))
    let terms = SearchScope.terms(scope)
    for line in PassageLines(text) {
      try connection.run(
        "INSERT INTO passageIndex (rowid, stems, heading, scope) VALUES (?, ?, ?, ?)",
        with: values(line, of: number, text, terms))
    }
    for abbreviation in AbbreviationFinder.find(in: text) {
      try connection.run(
        "INSERT OR IGNORE INTO abbreviation (short, reading, document) VALUES (?, ?, ?)",
        .text(abbreviation.short), .text(abbreviation.reading), .text(document.description))
    }
  }

  /// The text of a document as UTF-8; empty for one that is not there.
  func text(of document: RecordID) throws -> [UInt8] {
    try connection.first(
      "SELECT CAST(text AS BLOB) FROM documentRecord WHERE id = ?", .text(document.description)
    ) { row in row.blob(0) } ?? []
  }

  private func values(
    _ line: PassageLine, of number: Int64, _ text: [UInt8], _ scope: String
  ) -> [SQLValue] {
    let terms = CzechAnalyzer.joinedTerms(of: text, in: line.range)
    return [
      .integer(PassageNumber(document: number, line: line.position).row),
      .text(line.isHeading ? "" : terms), .text(line.isHeading ? terms : ""), .text(scope),
    ]
  }

  private func indexed(_ document: RecordID) throws -> (number: Int64, scope: Scope)? {
    try connection.first(
      "SELECT number, region, body, date, kind FROM indexedDocument WHERE document = ?",
      .text(document.description)
    ) { row in
      (
        row.integer(0),
        Scope(region: row.text(1) ?? "", body: row.text(2), date: row.text(3), kind: row.text(4))
      )
    }
  }

  /// What the tables say of a document; of several meetings in it, the first by identifier counts.
  private func scope(of document: RecordID) throws -> Scope? {
    let body = try connection.first(
      "SELECT body FROM meetingRecord WHERE document = ? AND body IS NOT NULL ORDER BY id LIMIT 1",
      .text(document.description)
    ) { $0.text(0) ?? "" }
    return try connection.first(
      "SELECT region, date, documentKind FROM documentRecord WHERE id = ?",
      .text(document.description)
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
