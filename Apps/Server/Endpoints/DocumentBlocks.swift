import Desk
import Domain

/// The lines of a document's plain text, with their places as evidence gives them: UTF-8 bytes of
/// the text, end excluded.
enum DocumentBlocks {
  /// The blocks of a document as JSON; lines without text are left out.
  static func json(of answer: Answer) -> [UInt8] {
    guard let row = answer.rows.first else { return Array("[]\n".utf8) }
    let text = answer.plain(ImportedDocument.text.name, in: row)
    var writer = JSONWriter()
    writer.array(lines(of: Array(text.utf8)).enumerated()) { writer, line in
      writer.object { writer in
        for (key, value) in [
          ("number", line.offset + 1), ("start", line.element.start), ("end", line.element.end),
        ] {
          writer.key(key)
          writer.integer(value)
        }
        writer.key("text")
        writer.string(line.element.text)
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func lines(of bytes: [UInt8]) -> [(start: Int, end: Int, text: String)] {
    var lines: [(start: Int, end: Int, text: String)] = []
    var start = 0
    for place in 0...bytes.count
    where place == bytes.count || bytes[place] == UInt8(ascii: "\n") {
      if place > start {
        lines.append((start, place, String(decoding: bytes[start..<place], as: UTF8.self)))
      }
      start = place + 1
    }
    return lines
  }
}
