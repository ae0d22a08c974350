import Domain

/// One search on its way through the index: bounded however many lines there are.
struct SearchWalk {
  /// The most lines that are counted; a question that finds more says so.
  static let mostCounted = 5_000
  /// The most lines whose text is weighed.
  private static let mostWeighed = 160
  /// The bytes of a snippet.
  private static let snippetBytes = 240

  private let connection: Connection
  private let expression: SearchExpression
  private let match: String

  init(_ connection: Connection, _ expression: SearchExpression, match: String) {
    self.connection = connection
    self.expression = expression
    self.match = match
  }

  /// The numbers of the lines, the newest first.
  func rows() throws -> [Int64] { try rows(match, limit: Self.mostCounted) }

  private func rows(_ match: String, limit: Int) throws -> [Int64] {
    try connection.rows(
      """
      SELECT rowid FROM passageIndex WHERE passageIndex MATCH ? ORDER BY rowid DESC LIMIT ?
      """, [.text(match), SQLValue(limit)]
    ) { $0.integer(0) }
  }

  /// How the lines divide by what is known of their documents.
  func facets(of rows: [Int64]) throws -> [Facet] {
    let fields = [Field.region, Meeting.body, SearchWalk.year, ImportedDocument.documentKind]
    var counts = [[String?: Int]](repeating: [:], count: fields.count)
    var place = 0
    while place < rows.count {
      let document = PassageNumber(row: rows[place]).document
      var end = place + 1
      while end < rows.count, PassageNumber(row: rows[end]).document == document { end += 1 }
      let lines = end - place
      _ = try connection.first(
        "SELECT region, body, year, kind FROM indexedDocument WHERE number = ?", .integer(document)
      ) { row in
        for column in 0..<4 { counts[column][row.text(column), default: 0] += lines }
      }
      place = end
    }
    return zip(fields, counts).map { Facet($0, $1) }
  }

  private static let year = Field(0, "year", label: Label("Rok", "Year"))

  /// The lines in the order of what they are worth; of very many, the headings and the newest come
  /// before the rest.
  func ranked(_ rows: [Int64]) throws -> [Int64] {
    guard rows.count > 1 else { return rows }
    var candidates = Set(rows.prefix(Self.mostWeighed / 2))
    let headings: Set<Int64>
    if rows.count > Self.mostWeighed / 2 {
      let terms = expression.terms.filter { $0.place == .words }.map(\.match)
      candidates.formUnion(try self.rows(within: "(\(match)) AND \(all(terms))", of: rows))
    }
    headings = Set(try self.rows(within: headingMatch, of: rows))
    candidates.formUnion(headings)
    let ranking = SearchRanking(expression, newest: try newestDay())
    var reader = PassageReader(connection)
    var scores: [(row: Int64, score: Double)] = []
    for row in candidates.sorted(by: >) {
      guard let line = try reader.line(row) else { continue }
      let verdict = ranking.weigh(
        line.text[line.range], isHeading: headings.contains(row), day: PassageNumber(row: row).day)
      scores.append((row, verdict.score))
    }
    let best = scores.sorted { ($0.score, $0.row) > ($1.score, $1.row) }.map(\.row)
    return best + rows.filter { !candidates.contains($0) }
  }

  private var headingMatch: String {
    let terms = expression.terms.filter { $0.place == .words && !$0.isBeginning }.map(\.match)
    return terms.isEmpty ? "" : "(\(match)) AND heading : (\(terms.joined(separator: " OR ")))"
  }

  private func all(_ terms: [String]) -> String {
    terms.isEmpty ? "" : "(" + terms.joined(separator: " AND ") + ")"
  }

  /// The newest lines that meet a narrower question, as far as they are among those counted.
  private func rows(within match: String, of rows: [Int64]) throws -> [Int64] {
    guard !match.isEmpty, let last = rows.last else { return [] }
    return try self.rows(match, limit: Self.mostWeighed / 4).filter { $0 >= last }
  }

  private func newestDay() throws -> Int64 {
    try connection.first("SELECT max(number) FROM indexedDocument") { row in
      PassageNumber(document: row.integer(0), line: 0).day
    } ?? 0
  }

  /// A line with the words that were found.
  func hit(_ row: Int64) throws -> SearchHit? {
    var reader = PassageReader(connection)
    guard let line = try reader.line(row) else { return nil }
    let ranking = SearchRanking(expression, newest: 0)
    let bytes = line.text[line.range]
    let marks = ranking.weigh(bytes, isHeading: false, day: 0).marks
    return try connection.first(
      """
      SELECT document.id, document.region, document.name, document.date, indexed.body
      FROM indexedDocument AS indexed JOIN documentRecord AS document
        ON document.id = indexed.document
      WHERE indexed.number = ?
      """, .integer(PassageNumber(row: row).document)
    ) { found in
      guard let document = found.text(0).flatMap(RecordID.init) else {
        throw StorageError.damaged(place: "indexedDocument")
      }
      return SearchHit(
        document: document, region: found.text(1) ?? "", documentName: found.text(2) ?? "",
        body: found.text(4), date: found.text(3),
        range: SourceRange(line.range.lowerBound, line.range.upperBound),
        text: String(decoding: bytes, as: UTF8.self), marks: marks,
        snippet: SearchWalk.snippet(of: Array(bytes), around: marks))
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

/// Reads lines of documents; each document is read once.
struct PassageReader {
  private let connection: Connection
  private var last: (number: Int64, text: [UInt8])?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// A document's text and the place of a line of it.
  mutating func line(_ row: Int64) throws -> (text: [UInt8], range: Range<Int>)? {
    let passage = PassageNumber(row: row)
    if last?.number != passage.document {
      let text = try connection.first(
        """
        SELECT CAST(document.text AS BLOB)
        FROM indexedDocument AS indexed JOIN documentRecord AS document
          ON document.id = indexed.document
        WHERE indexed.number = ?
        """, .integer(passage.document)
      ) { $0.blob(0) }
      last = (passage.document, text ?? [])
    }
    guard let text = last?.text, let range = PassageLines(text).line(passage.line) else {
      return nil
    }
    return (text, range)
  }
}
