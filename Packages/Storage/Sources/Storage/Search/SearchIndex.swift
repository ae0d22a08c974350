import Domain

/// The lines of documents under their index terms, and what a line's document is.
///
/// A row of `passageIndex` is one line: its number holds the day of the document, then a slot of
/// the document within that day, then the number of the line in it, so that later numbers are later
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

    /// The year in which the date begins, as the numbers of the index have it.
    var year: String? { date.flatMap { CalendarPeriod($0) }.map { String($0.first.year) } }
  }

  /// Takes a document out of the index, with the text that went in.
  func remove(_ document: Int64) throws {
    guard let indexed = try indexed(document) else { return }
    let text = try DocumentTexts(connection).text(of: document)
    let terms = SearchScope.terms(indexed.scope)
    for line in PassageLines(text) {
      try connection.run(
        """
        INSERT INTO passageIndex (passageIndex, rowid, stems) VALUES ('delete', ?, ?)
        """,
        .integer(try indexed.slots.row(ofLine: line.position)), stems(of: line, text, terms))
    }
    try connection.run("DELETE FROM indexedDocument WHERE document = ?", .integer(document))
    try connection.run("DELETE FROM abbreviation WHERE document = ?", .integer(document))
  }

  /// Brings the index up to date with the tables, where documents or their meetings have changed.
  ///
  /// New documents go in by ascending numbers: FTS5 writes a segment of its own for each that comes
  /// after a greater one.
  func renew(_ documents: Set<Int64>) throws {
    var new: [(first: Int64, document: Int64, scope: Scope)] = []
    for document in documents.sorted() {
      guard let scope = try scope(of: document) else {
        try remove(document)
        continue
      }
      if let known = try indexed(document) {
        guard known.scope != scope else { continue }
        try remove(document)
      }
      new.append((PassageNumber.slots(on: scope.date).lowerBound, document, scope))
    }
    new.sort { ($0.first, $0.document) < ($1.first, $1.document) }
    for (_, document, scope) in new { try add(document, scope) }
  }

  /// Writes the lines of a document that is not in the index, if it has a text.
  private func add(_ document: Int64, _ scope: Scope) throws {
    let text = try DocumentTexts(connection).text(of: document)
    if text.isEmpty { return }
    let lines = Array(PassageLines(text))
    let slots = try DocumentSlots.free(
      forLines: (lines.last?.position ?? 0) + 1, on: scope.date, connection)
    try describe(document, slots, scope)
    let terms = SearchScope.terms(scope)
    for line in lines {
      try connection.run(
        "INSERT INTO passageIndex (rowid, stems) VALUES (?, ?)",
        .integer(try slots.row(ofLine: line.position)), stems(of: line, text, terms))
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

  /// Says what the slots of a document stand for.
  private func describe(_ document: Int64, _ slots: DocumentSlots, _ scope: Scope) throws {
    for (place, number) in slots.numbers.enumerated() {
      try connection.run(
        """
        INSERT INTO indexedDocument (number, document, firstLine, region, body, date, year, kind)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        .integer(number), .integer(document), SQLValue(place * PassageNumber.linesOfSlot),
        .text(scope.region), SQLValue(scope.body), SQLValue(scope.date), SQLValue(scope.year),
        SQLValue(scope.kind))
    }
    for name in SearchScope.names(of: scope) {
      try connection.run(
        "INSERT OR IGNORE INTO scopeName (term, stems) VALUES (?, ?)", .text(name.term),
        .text(name.stems))
    }
  }

  /// What a row of the index holds: the terms of a line, and behind them those of its document.
  private func stems(of line: PassageLine, _ text: [UInt8], _ scope: String) -> SQLValue {
    var terms = connection.terms.joinedTerms(of: text, in: line.range)
    terms.append(UInt8(ascii: " "))
    terms.append(contentsOf: scope.utf8)
    return .text(String(decoding: terms, as: UTF8.self))
  }

  private func indexed(_ document: Int64) throws -> (slots: DocumentSlots, scope: Scope)? {
    let rows = try connection.rows(
      """
      SELECT number, region, body, date, kind FROM indexedDocument WHERE document = ?
      ORDER BY firstLine
      """, [.integer(document)]
    ) { row in
      (
        number: row.integer(0),
        scope: Scope(
          region: row.text(1) ?? "", body: row.text(2), date: row.text(3), kind: row.text(4))
      )
    }
    return rows.first.map { (DocumentSlots(numbers: rows.map(\.number)), $0.scope) }
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
}
