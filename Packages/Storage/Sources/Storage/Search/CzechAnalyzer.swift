import Domain

/// Turns Czech text into the index terms that searches compare: words are folded and stemmed.
///
/// Self-contained, so that every replica indexes alike. Linear in the length of the text.
public enum CzechAnalyzer {
  /// Changes whenever any word may get another term: an index made by another version is stale.
  public static let version = 3

  /// A word of a text and its index term.
  struct Term: Hashable {
    /// Where the word stands, in UTF-8 bytes.
    let range: Range<Int>
    /// The index term.
    let stem: String
  }

  /// The index terms of a text, in order.
  public static func stems(of text: String) -> [String] { terms(of: Array(text.utf8)).map(\.stem) }

  /// The words of a text, folded, in order.
  static func words(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return terms(of: bytes).map { String(decoding: folded(bytes[$0.range]), as: UTF8.self) }
  }

  /// The index term of a word as it is written; empty when there is none.
  static func term(of word: some Collection<UInt8>) -> [UInt8] { CzechStemmer.stem(folded(word)) }

  /// The words of UTF-8 text with their index terms, in order.
  static func terms(of bytes: [UInt8]) -> [Term] {
    var terms: [Term] = []
    forEachTerm(of: bytes, in: 0..<bytes.count) { range, stem in
      terms.append(Term(range: range, stem: String(decoding: stem, as: UTF8.self)))
    }
    return terms
  }

  /// Calls `body` with the place and the index term of each word.
  private static func forEachTerm(
    of bytes: [UInt8], in range: Range<Int>, _ body: (Range<Int>, [UInt8]) -> Void
  ) {
    bytes.withUnsafeBufferPointer { text in
      forEachWord(of: text, in: range) { word in
        let stem = term(of: text[word])
        if !stem.isEmpty { body(word, stem) }
      }
    }
  }

  /// Calls `body` with the place of each word. The range begins between characters.
  @inline(__always)
  static func forEachWord(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place
      while place < range.upperBound,
        let next = characterOfWord(bytes, at: place, before: range.upperBound)
      { place = next }
      if place > start { body(start..<place) }
      // Past the character that ends the word.
      place += 1
      while place < range.upperBound, bytes[place] & 0xC0 == 0x80 { place += 1 }
    }
  }

  private static func folded(_ word: some Collection<UInt8>) -> [UInt8] {
    guard word.allSatisfy({ $0 < 0x80 }) else { return Folding.fold(withoutSoftHyphens(word)) }
    return word.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
  }

  private static func withoutSoftHyphens(_ word: some Collection<UInt8>) -> [UInt8] {
    guard word.contains(0xC2) else { return Array(word) }
    // Of the characters that begin with C2, only the soft hyphen stands in words.
    var isHyphen = false
    return word.filter { byte in
      defer { isHyphen = byte == 0xC2 }
      return byte != 0xC2 && !isHyphen
    }
  }

  /// Where the character ends that begins at a place; `nil` for one that belongs to no word.
  ///
  /// Letters, digits and the soft hyphen, at which a line may break, do. Of the other characters
  /// outside ASCII, those of the Latin-1 punctuation block and of general punctuation separate
  /// words.
  @inline(__always)
  private static func characterOfWord(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, before end: Int
  ) -> Int? {
    let byte = bytes[place]
    var next = place + 1
    if byte < 0x80 {
      let isInWord = (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      return isInWord ? next : nil
    }
    if byte == 0xE2 || byte == 0xC2 && !(next < end && bytes[next] == 0xAD) { return nil }
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
