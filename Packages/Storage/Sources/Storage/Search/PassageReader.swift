/// Reads the lines that rows of the search index stand for.
struct PassageReader {
  private let connection: Connection
  private let texts: PassageTable
  private var documents: [Int64: Int64] = [:]

  init(_ connection: Connection) {
    self.connection = connection
    texts = PassageTable(connection)
  }

  /// The bytes of a line, without its end; `nil` for one that is not there.
  mutating func line(_ row: Int64) throws -> [UInt8]? {
    let passage = PassageNumber(row: row)
    guard let document = try document(passage.document),
      var line = try texts.line(passage.line, of: document)
    else { return nil }
    if line.last == UInt8(ascii: "\n"), passage.line < PassageNumber.lines - 1 {
      line.removeLast()
    }
    return line
  }

  /// The bytes of the document's text before a line.
  mutating func start(of row: Int64) throws -> Int {
    let passage = PassageNumber(row: row)
    guard let document = try document(passage.document) else { return 0 }
    return try texts.start(of: passage.line, in: document)
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
