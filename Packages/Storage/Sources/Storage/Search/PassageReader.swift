/// A line of a document that a row of the search index stands for.
struct Passage {
  /// The number of the document's record.
  let document: Int64
  /// The number of the line in the document, from 0.
  let line: Int
}

/// Reads the lines that rows of the search index stand for.
struct PassageReader {
  private let connection: Connection
  private let texts: DocumentTexts
  /// The first line of each slot that was met.
  private var slots: [Int64: Passage] = [:]
  /// The text that was read last: lines of one document mostly come together.
  private var last: (document: Int64, lines: TextLines)?
  /// Texts that were read before: a line that is weighed may be shown, too.
  private var read: [Int64: TextLines] = [:]
  /// The bytes of these.
  private var readBytes = 0
  /// The most bytes of texts that are kept.
  private static let mostBytes = 4 << 20

  init(_ connection: Connection) {
    self.connection = connection
    texts = DocumentTexts(connection)
  }

  /// The line of a row; `nil` for one that is not there.
  mutating func passage(_ row: Int64) throws -> Passage? {
    let number = PassageNumber(row: row)
    guard let first = try firstLine(of: number.slot) else { return nil }
    return Passage(document: first.document, line: first.line + number.line)
  }

  /// The bytes of a line, without its end; `nil` for one that is not there.
  mutating func text(of passage: Passage) throws -> [UInt8]? {
    try lines(of: passage.document).line(passage.line)
  }

  /// The bytes of the document's text before a line.
  mutating func start(of passage: Passage) throws -> Int {
    try lines(of: passage.document).start(of: passage.line) ?? 0
  }

  private mutating func lines(of document: Int64) throws -> TextLines {
    if let last, last.document == document { return last.lines }
    let lines = try read[document] ?? readLines(of: document)
    last = (document, lines)
    return lines
  }

  private mutating func readLines(of document: Int64) throws -> TextLines {
    let text = try texts.text(of: document)
    let lines = TextLines(text)
    if readBytes + text.count <= Self.mostBytes {
      read[document] = lines
      readBytes += text.count
    }
    return lines
  }

  private mutating func firstLine(of slot: Int64) throws -> Passage? {
    if let known = slots[slot] { return known }
    slots[slot] = try connection.first(
      "SELECT document, firstLine FROM indexedDocument WHERE number = ?", .integer(slot)
    ) { Passage(document: $0.integer(0), line: Int($0.integer(1))) }
    return slots[slot]
  }
}
