/// Reads the lines that rows of the search index stand for.
struct PassageReader {
  private let connection: Connection
  private let texts: DocumentTexts
  private var documents: [Int64: Int64] = [:]
  /// The text that was read last: lines of one document mostly come together.
  private var last: (document: Int64, lines: TextLines)?

  init(_ connection: Connection) {
    self.connection = connection
    texts = DocumentTexts(connection)
  }

  /// The bytes of a line, without its end; `nil` for one that is not there.
  mutating func line(_ row: Int64) throws -> [UInt8]? {
    let passage = PassageNumber(row: row)
    guard let document = try document(passage.document) else { return nil }
    return try lines(of: document).line(passage.line)
  }

  /// The bytes of the document's text before a line.
  mutating func start(of row: Int64) throws -> Int {
    let passage = PassageNumber(row: row)
    guard let document = try document(passage.document) else { return 0 }
    return try lines(of: document).start(of: passage.line) ?? 0
  }

  private mutating func lines(of document: Int64) throws -> TextLines {
    if let last, last.document == document { return last.lines }
    let lines = TextLines(try texts.text(of: document))
    last = (document, lines)
    return lines
  }

  /// The number of the record of a document of the index.
  private mutating func document(_ number: Int64) throws -> Int64? {
    if let known = documents[number] { return known }
    documents[number] = try connection.first(
      "SELECT document FROM indexedDocument WHERE number = ?", .integer(number)
    ) { $0.integer(0) }
    return documents[number]
  }
}
