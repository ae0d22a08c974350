import Domain

/// The lines of documents and their index terms.
struct SearchIndex {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Makes the passages of a document anew: one a line that has a word. An empty text has none.
  func replacePassages(of document: RecordID, with text: String) throws {
    try connection.run(
      """
      INSERT INTO passageIndex (passageIndex, rowid, stems)
      SELECT 'delete', number, stems FROM passage WHERE document = ?
      """, .text(document.description))
    try connection.run("DELETE FROM passage WHERE document = ?", .text(document.description))
    let bytes = Array(text.utf8)
    var position = 0
    for line in SearchIndex.lines(of: bytes) {
      let words = Array(bytes[line])
      let stems = CzechAnalyzer.terms(of: words).map(\.stem)
      guard !stems.isEmpty else { continue }
      position += 1
      try insert(document, position, line, words, stems.joined(separator: " "))
    }
  }

  private func insert(
    _ document: RecordID, _ position: Int, _ line: Range<Int>, _ words: [UInt8], _ stems: String
  ) throws {
    try connection.run(
      """
      INSERT INTO passage (document, position, start, "end", text, stems)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      .text(document.description), SQLValue(position), SQLValue(line.lowerBound),
      SQLValue(line.upperBound), .text(String(decoding: words, as: UTF8.self)), .text(stems))
    try connection.run(
      "INSERT INTO passageIndex (rowid, stems) VALUES (?, ?)",
      .integer(connection.lastInsertedRow), .text(stems))
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in 0...bytes.count where place == bytes.count || bytes[place] == UInt8(ascii: "\n") {
      if place > start { lines.append(start..<place) }
      start = place + 1
    }
    return lines
  }
}
