import Domain

/// One search on its way through the index: bounded however many lines there are.
struct SearchWalk {
  /// The most lines that are counted; a question that finds more says so.
  static let mostCounted = 5_000
  /// The most lines whose text is weighed.
  private static let mostWeighed = 200
  /// The bytes of a snippet.
  private static let snippetBytes = 240

  private let connection: Connection
  private let expression: SearchExpression
  private let questions: [IndexQuestion]

  init(_ connection: Connection, _ expression: SearchExpression) throws {
    self.connection = connection
    self.expression = expression
    questions = try IndexQuestion.all(for: expression, SearchVocabulary(connection))
  }

  /// The most lines that a question needs: to count them takes more than the best of them do.
  static func mostLines(for query: SearchQuery) -> Int {
    query.withFacets || query.after != nil
      ? mostCounted : min(mostCounted, max(mostWeighed, query.limit) + 1)
  }

  /// The numbers of the lines, the newest first.
  func rows(most: Int) throws -> [Int64] {
    var rows: [Int64] = []
    for question in questions where rows.count < most {
      var condition = "passageIndex MATCH ?"
      var values = [SQLValue.text(question.match)]
      if let bounds = question.rows {
        condition += " AND rowid BETWEEN ? AND ?"
        values += [.integer(bounds.lowerBound), .integer(bounds.upperBound)]
      }
      rows += try connection.rows(
        "SELECT rowid FROM passageIndex WHERE \(condition) ORDER BY rowid DESC LIMIT ?",
        values + [SQLValue(most - rows.count)]
      ) { $0.integer(0) }
    }
    return rows
  }

  /// How the lines divide by what is known of their documents.
  func facets(of rows: [Int64]) throws -> [Facet] {
    try IndexedDocuments.refresh(connection)
    var counts = IndexedDocuments.Counts()
    var place = 0
    while place < rows.count {
      let slot = PassageNumber(row: rows[place]).slot
      let start = place
      while place < rows.count, PassageNumber(row: rows[place]).slot == slot { place += 1 }
      try connection.indexedDocuments.count(place - start, of: slot, in: connection, &counts)
    }
    let fields = [Field.region, Meeting.body, SearchWalk.year, ImportedDocument.documentKind]
    return zip(fields, connection.indexedDocuments.values(counts)).map { Facet($0, $1) }
  }

  private static let year = Field(0, "year", label: Label("Rok", "Year"))

  /// The lines in the order of what they are worth; of very many, the newest are weighed and come
  /// before the rest. The index does not know headings, nor is it asked for lines with all words
  /// alone: where there are none, it would look through everything to say so.
  func ranked(_ rows: [Int64], _ reader: inout PassageReader) throws -> [Int64] {
    guard rows.count > 1 else { return rows }
    var ranking = SearchRanking(expression, newest: try newestDay())
    var scores: [(row: Int64, score: Double)] = []
    for row in rows.prefix(Self.mostWeighed) {
      let passage = try reader.passage(row)
      let line = try passage.flatMap { try reader.text(of: $0) } ?? []
      let isHeading = passage?.line == 0 || PassageLines.isHeading(line[...])
      let verdict = ranking.weigh(
        line, isHeading: isHeading, day: PassageNumber(row: row).day, &connection.terms)
      scores.append((row, verdict.score))
    }
    let best = scores.sorted { ($0.score, $0.row) > ($1.score, $1.row) }.map(\.row)
    return best + rows.dropFirst(Self.mostWeighed)
  }

  private func newestDay() throws -> Int64 {
    try connection.first("SELECT max(number) FROM indexedDocument") { row in
      PassageNumber(slot: row.integer(0), line: 0).day
    } ?? 0
  }

  /// A line with the words that were found.
  func hit(_ row: Int64, _ reader: inout PassageReader) throws -> SearchHit? {
    guard let passage = try reader.passage(row), let line = try reader.text(of: passage) else {
      return nil
    }
    var ranking = SearchRanking(expression, newest: 0)
    let marks = ranking.weigh(line, isHeading: false, day: 0, &connection.terms).marks
    let start = try reader.start(of: passage)
    return try connection.first(
      """
      SELECT record.high, record.low, document.region, document.name, document.date, indexed.body
      FROM indexedDocument AS indexed
        JOIN documentRecord AS document ON document.recordNumber = indexed.document
        JOIN record ON record.number = indexed.document
      WHERE indexed.number = ?
      """, .integer(PassageNumber(row: row).slot)
    ) { found in
      SearchHit(
        document: RecordID(found, high: 0, low: 1), region: found.text(2) ?? "",
        documentName: found.text(3) ?? "", body: found.text(5), date: found.text(4),
        range: SourceRange(start, start + line.count),
        text: String(decoding: line, as: UTF8.self), marks: marks,
        snippet: SearchWalk.snippet(of: line, around: marks))
    }
  }

  /// The part of a line that holds the most marks, cut between words.
  private static func snippet(of line: [UInt8], around marks: [SourceRange]) -> SourceRange {
    guard line.count > snippetBytes, let first = marks.first else {
      return SourceRange(0, min(line.count, snippetBytes))
    }
    let counts = marks.map { start in
      marks.count { $0.start >= start.start && $0.end <= start.start + snippetBytes * 2 / 3 }
    }
    let best = zip(marks, counts).max { $0.1 < $1.1 }?.0 ?? first
    var start = max(0, best.start - snippetBytes / 4)
    var end = min(line.count, start + snippetBytes)
    while start > 0, start < best.start, line[start - 1] != UInt8(ascii: " ") { start += 1 }
    while end < line.count, end > best.end, line[end] != UInt8(ascii: " ") { end -= 1 }
    return SourceRange(start, end)
  }
}
