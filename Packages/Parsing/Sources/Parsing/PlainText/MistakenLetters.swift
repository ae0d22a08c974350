/// Puts *ž* back where an old font of a PDF gave the *ţ* of Romanian: `sluţeb`, `Ţák`.
enum MistakenLetters {
  /// Returns the text with *ž* for *ţ*; both take two bytes. A text without *ě*, *ř* or *ů* is no
  /// Czech one and stays as it is.
  static func mend(in text: [UInt8]) -> [UInt8] {
    let places = text.indices.dropLast().filter { place in
      text[place] == 0xC5 && (text[place + 1] == 0xA2 || text[place + 1] == 0xA3)
    }
    guard !places.isEmpty, isCzech(text) else { return text }
    var mended = text
    for place in places { mended[place + 1] = text[place + 1] == 0xA2 ? 0xBD : 0xBE }
    return mended
  }

  private static func isCzech(_ text: [UInt8]) -> Bool {
    text.indices.dropLast().contains { place in
      text[place] == 0xC4 && text[place + 1] == 0x9B
        || text[place] == 0xC5 && (text[place + 1] == 0x99 || text[place + 1] == 0xAF)
    }
  }
}
