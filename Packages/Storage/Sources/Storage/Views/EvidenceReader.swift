import Domain

/// Adds to rows the places that prove them, with what stands there. Each document is read once.
struct EvidenceReader {
  private let connection: Connection
  private var documents: [Int64: (name: String, text: [UInt8])] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Returns the row with its evidence in the order of the documents' text.
  /// - Parameters:
  ///   - number: The number of the row's record, where it is known.
  ///   - joinsRecords: Whether the row stands for all records of one thing.
  mutating func complete(
    _ row: ViewRow, number: Int64? = nil, joinsRecords: Bool = false
  ) throws -> ViewRow {
    guard let number = try number ?? RecordNumbers.find(row.id, in: connection) else { return row }
    let places = try connection.rows(
      joinsRecords ? Self.placesOfThing : Self.placesOfRecord, [.integer(number)]
    ) { row in
      (
        field: row.text(0) ?? "", document: row.text(1) ?? "",
        range: SourceRange(Int(row.integer(2)), Int(row.integer(3))), number: row.integer(4)
      )
    }
    let evidence = try places.map { place in
      let document = try document(place.number)
      return ViewRow.Evidence(
        field: place.field, document: place.document, documentName: document.name,
        range: place.range, quote: EvidenceReader.text(place.range, of: document.text),
        sentence: EvidenceReader.text(
          SentenceBounds.around(place.range, in: document.text), of: document.text))
    }
    return ViewRow(
      id: row.id, kind: row.kind, region: row.region, cells: row.cells, evidence: evidence)
  }

  private static let placesOfRecord = places("= ?")
  private static let placesOfThing = places(
    """
    IN (SELECT part.record FROM sameness AS own JOIN sameness AS part ON part.entity = own.entity
        WHERE own.record = ?)
    """)

  private static func places(_ records: String) -> String {
    """
    SELECT fieldName.name, source.id, place.start, place."end", place.document
    FROM place JOIN record AS source ON source.number = place.document
      JOIN fieldName ON fieldName.number = place.field
    WHERE place.record \(records) ORDER BY source.id, place.start, fieldName.name
    """
  }

  /// A part of a document's text.
  mutating func text(_ range: SourceRange, of document: Int64) throws -> String {
    EvidenceReader.text(range, of: try self.document(document).text)
  }

  private mutating func document(_ number: Int64) throws -> (name: String, text: [UInt8]) {
    if let known = documents[number] { return known }
    let name = try connection.first(
      "SELECT name FROM documentRecord WHERE recordNumber = ?", .integer(number)
    ) { $0.text(0) ?? "" }
    let document = (name: name ?? "", text: try PassageTable(connection).text(of: number))
    documents[number] = document
    return document
  }

  private static func text(_ range: SourceRange, of bytes: [UInt8]) -> String {
    guard range.end <= bytes.count else { return "" }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
