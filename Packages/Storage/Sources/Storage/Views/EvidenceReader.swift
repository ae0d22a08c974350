import Domain

/// Adds to rows the places that prove them, with what stands there. Each document is read once.
struct EvidenceReader {
  private let connection: Connection
  private var documents: [String: (name: String, text: [UInt8])] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Returns the row with its evidence in the order of the documents' text.
  /// - Parameter joinsRecords: Whether the row stands for all records of one thing.
  mutating func complete(_ row: ViewRow, joinsRecords: Bool = false) throws -> ViewRow {
    let records =
      joinsRecords
      ? """
      IN (SELECT part.record FROM sameness AS own JOIN sameness AS part ON part.entity = own.entity
          WHERE own.record = ?)
      """ : "= ?"
    let places = try connection.rows(
      """
      SELECT field, document, start, "end" FROM evidence WHERE record \(records)
      ORDER BY document, start, field
      """, [.text(row.id.description)]
    ) { row in
      (
        field: row.text(0) ?? "", document: row.text(1) ?? "",
        range: SourceRange(Int(row.integer(2)), Int(row.integer(3)))
      )
    }
    let evidence = try places.map { place in
      let document = try document(place.document)
      return ViewRow.Evidence(
        field: place.field, document: place.document, documentName: document.name,
        range: place.range, quote: EvidenceReader.text(place.range, of: document.text),
        sentence: EvidenceReader.text(
          SentenceBounds.around(place.range, in: document.text), of: document.text))
    }
    return ViewRow(
      id: row.id, kind: row.kind, region: row.region, cells: row.cells, evidence: evidence)
  }

  private mutating func document(_ id: String) throws -> (name: String, text: [UInt8]) {
    if let known = documents[id] { return known }
    let found = try connection.first(
      "SELECT name, CAST(text AS BLOB) FROM documentRecord WHERE id = ?", .text(id)
    ) { row in (name: row.text(0) ?? "", text: row.blob(1)) }
    let document = found ?? (name: "", text: [])
    documents[id] = document
    return document
  }

  private static func text(_ range: SourceRange, of bytes: [UInt8]) -> String {
    guard range.end <= bytes.count else { return "" }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
