import Domain

/// Collects blocks and the plain text they stand in.
struct DocumentBuilder {
  /// The plain text so far.
  var text: [UInt8] = []
  /// The document without its text.
  var document = Document(plainText: "", blocks: [])

  /// Begins a block: its label and a space.
  /// - Returns: The offsets of the block and of its text.
  mutating func begin(label: String?) -> (block: Int, text: Int) {
    let start = text.count
    if let label {
      text.append(contentsOf: label.utf8)
      text.append(UInt8(ascii: " "))
    }
    return (start, text.count)
  }

  /// Ends the line.
  mutating func endLine() {
    text.append(UInt8(ascii: "\n"))
  }

  /// Returns the document.
  consuming func finish() -> Document {
    document.plainText = String(decoding: text, as: UTF8.self)
    return document
  }
}
