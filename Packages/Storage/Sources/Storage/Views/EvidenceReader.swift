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
    let places = try places(of: number, joinsRecords: joinsRecords)
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

  /// A place with the document that it stands in.
  private struct Place {
    let document: String
    let number: Int64
    let field: String
    let range: SourceRange
  }

  /// The places that prove a record, or all records of one thing, in the order of the text.
  private func places(of record: Int64, joinsRecords: Bool) throws -> [Place] {
    let places = try connection.rows(
      joinsRecords ? Self.proofsOfThing : Self.proofsOfRecord, [.integer(record)]
    ) { row in
      let kind = RecordKind.with(id: UInt16(clamping: row.integer(3)))
      let (document, number) = (row.text(0) ?? "", row.integer(1))
      return EvidenceTable.places(row, 2).map { place in
        Place(
          document: document, number: number, field: kind?.field(place.field)?.name ?? "",
          range: place.range)
      }
    }
    return places.joined().sorted {
      ($0.document, $0.range.start, $0.field) < ($1.document, $1.range.start, $1.field)
    }
  }

  private static let proofsOfRecord = proofs("= ?")
  private static let proofsOfThing = proofs(
    """
    IN (SELECT part.record FROM sameness AS own JOIN sameness AS part ON part.entity = own.entity
        WHERE own.record = ?)
    """)

  private static func proofs(_ records: String) -> String {
    """
    SELECT source.id, proof.document, proof.places, proved.kind
    FROM proof JOIN identifiedRecord AS source ON source.number = proof.document
      JOIN record AS proved ON proved.number = proof.record
    WHERE proof.record \(records)
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
    let document = (name: name ?? "", text: try DocumentTexts(connection).text(of: number))
    documents[number] = document
    return document
  }

  private static func text(_ range: SourceRange, of bytes: [UInt8]) -> String {
    guard range.end <= bytes.count else { return "" }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
