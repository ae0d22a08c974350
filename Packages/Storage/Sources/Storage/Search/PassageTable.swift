/// The texts of documents, line by line, by the numbers of the documents' records.
struct PassageTable {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The bits for the line in the number of a row.
  static let lineBits: Int64 = 14

  /// The text of a document as UTF-8; empty for one that is not there.
  func text(of document: Int64) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try connection.forEach(
      "SELECT text FROM passage WHERE number >= ? AND number < ? ORDER BY number",
      [.integer(document << Self.lineBits), .integer((document + 1) << Self.lineBits)]
    ) { row in row.withBytes(0) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// Whether there is a text of a document.
  func hasText(_ document: Int64) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM passage WHERE number = ?", .integer(document << Self.lineBits)
    ) { _ in true } ?? false
  }

  /// One line of a document, with its end; `nil` for one that is not there.
  func line(_ line: Int, of document: Int64) throws -> [UInt8]? {
    try connection.first(
      "SELECT text FROM passage WHERE number = ?",
      .integer(document << Self.lineBits | Int64(line))
    ) { row in row.withBytes(0) { Array($0) } }
  }

  /// The bytes of a document's text before a line.
  func start(of line: Int, in document: Int64) throws -> Int {
    let first = document << Self.lineBits
    return try connection.first(
      """
      SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM passage
      WHERE number >= ? AND number < ?
      """, .integer(first), .integer(first | Int64(line))
    ) { Int($0.integer(0)) } ?? 0
  }

  /// Writes the text of a document that has none.
  func insert(_ bytes: [UInt8], of document: Int64) throws {
    var start = 0
    var line: Int64 = 0
    while start < bytes.count {
      var end = bytes.count
      if line < Int64(PassageNumber.lines - 1),
        let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      {
        end = newline + 1
      }
      try connection.run(
        "INSERT INTO passage (number, text) VALUES (?, ?)",
        .integer(document << Self.lineBits | line),
        .text(String(decoding: bytes[start..<end], as: UTF8.self)))
      start = end
      line += 1
    }
  }

  /// Forgets the text of a document.
  func remove(_ document: Int64) throws {
    try connection.run(
      "DELETE FROM passage WHERE number >= ? AND number < ?",
      .integer(document << Self.lineBits), .integer((document + 1) << Self.lineBits))
  }
}
