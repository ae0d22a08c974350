import Domain

/// Turns Czech text into the index terms that searches compare: words are folded and stemmed.
///
/// Self-contained, so that every replica indexes alike. Linear in the length of the text.
public enum CzechAnalyzer {
  /// A word of a text and its index term.
  struct Term: Hashable {
    /// Where the word stands, in UTF-8 bytes.
    let range: Range<Int>
    /// The index term.
    let stem: String
  }

  /// The index terms of a text, in order.
  public static func stems(of text: String) -> [String] { terms(of: Array(text.utf8)).map(\.stem) }

  /// The words of UTF-8 text with their index terms, in order.
  static func terms(of bytes: [UInt8]) -> [Term] {
    var terms: [Term] = []
    var start: Int?
    for place in 0...bytes.count {
      let isInWord = place < bytes.count && isWordByte(bytes, place)
      if isInWord, start == nil { start = place }
      guard !isInWord, let first = start else { continue }
      start = nil
      let word = Folding.fold(Array(bytes[first..<place]))
      let stem = CzechStemmer.stem(word)
      terms.append(Term(range: first..<place, stem: String(decoding: stem, as: UTF8.self)))
    }
    return terms
  }

  /// Letters and digits. Of the characters outside ASCII, those of the Latin-1 punctuation block
  /// and of general punctuation separate words.
  private static func isWordByte(_ bytes: [UInt8], _ place: Int) -> Bool {
    let byte = bytes[place]
    if byte < 0x80 {
      return byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
    let lead = byte & 0xC0 == 0x80 ? leadByte(bytes, before: place) : byte
    return lead != 0xC2 && lead != 0xE2
  }

  private static func leadByte(_ bytes: [UInt8], before place: Int) -> UInt8 {
    var place = place
    while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return bytes[place]
  }
}
