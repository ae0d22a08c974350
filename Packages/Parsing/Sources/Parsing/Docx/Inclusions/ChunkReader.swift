/// Reads a chunk of another format inside of a Word document (ECMA-376 part 1, 17.17.2).
enum ChunkReader {
  /// Returns the chunk's document; `nil` for a format that is not read.
  static func read(_ bytes: [UInt8], part: String) -> Document? {
    let name = part.lowercased()
    switch FileFormat.detect(bytes) {
    case .zip: return nil
    case .other("HTML"): return try? html(bytes)
    case .text:
      if name.hasSuffix(".mht") || name.hasSuffix(".mhtml") || MimeMessage.isMessage(bytes) {
        return try? html(MimeMessage.body(bytes))
      }
      let isMarkup = name.contains(".htm") || name.contains(".xhtm") || bytes.first == 0x3C
      return isMarkup ? try? html(bytes) : try? PlainTextReader.read(bytes)
    default: return nil
    }
  }

  private static func html(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try PlainTextReader.read(HTMLText.extract(TextDecoder.decode(bytes)))
  }
}
