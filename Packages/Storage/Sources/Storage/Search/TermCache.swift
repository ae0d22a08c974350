/// The index terms of words that were met lately, by numbers. Minutes say the same words again and
/// again, and looking one up costs a tenth of working it out.
///
/// The numbers hold until ``makeRoom()`` forgets everything.
struct TermCache {
  /// A word of a text and the number of its index term.
  struct Word {
    /// Where the word stands, in UTF-8 bytes.
    let range: Range<Int>
    /// The number of the term.
    let term: Int32
  }

  /// The most words that are kept when a text is begun.
  private static let mostWords = 1 << 16
  /// The words with the numbers of their terms, and the terms.
  private var words = ByteTable()
  private var terms = ByteTable()
  private var termOfWord: [Int32] = []
  /// Stands for the term of a word that has none.
  private static let none: Int32 = -1

  /// Knows no word yet.
  init() {}

  /// Forgets everything when that has become much; `true` when it has. Numbers mean something else
  /// then.
  @discardableResult
  mutating func makeRoom() -> Bool {
    guard words.count > Self.mostWords else { return false }
    self = TermCache()
    return true
  }

  /// The number of a term.
  mutating func number(of term: some Collection<UInt8>) -> Int32 {
    Array(term).withUnsafeBufferPointer { terms.number(of: $0) }
  }

  /// The bytes of the term with a number.
  func bytes(of term: Int32) -> ArraySlice<UInt8> { terms.bytes(of: term) }

  /// The words of a text that have a term, in order. Linear in the length of the text.
  mutating func words(of bytes: ArraySlice<UInt8>) -> [Word] {
    var found: [Word] = []
    found.reserveCapacity(bytes.count / 6)
    bytes.withUnsafeBufferPointer { text in
      CzechAnalyzer.forEachWord(of: text, in: 0..<text.count) { range in
        let term = term(of: UnsafeBufferPointer(rebasing: text[range]))
        if term != Self.none { found.append(Word(range: range, term: term)) }
      }
    }
    return found
  }

  /// The terms of a part of UTF-8 text, with spaces between them.
  mutating func joinedTerms(of bytes: [UInt8], in range: Range<Int>) -> [UInt8] {
    makeRoom()
    var joined: [UInt8] = []
    joined.reserveCapacity(range.count)
    bytes.withUnsafeBufferPointer { text in
      CzechAnalyzer.forEachWord(of: text, in: range) { word in
        let number = term(of: UnsafeBufferPointer(rebasing: text[word]))
        if number == Self.none { return }
        if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
        joined.append(contentsOf: terms.bytes(of: number))
      }
    }
    return joined
  }

  private mutating func term(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let number = Int(words.number(of: word))
    if number < termOfWord.count { return termOfWord[number] }
    let bytes = CzechAnalyzer.term(of: word)
    let term = bytes.isEmpty ? Self.none : self.number(of: bytes)
    termOfWord.append(term)
    return term
  }
}
