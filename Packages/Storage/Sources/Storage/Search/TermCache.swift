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
    bytes.withUnsafeBufferPointer { text in
      CzechAnalyzer.forEachWord(of: text, in: 0..<text.count) { range in
        let term = term(of: UnsafeBufferPointer(rebasing: text[range]))
        if !terms.bytes(of: term).isEmpty { found.append(Word(range: range, term: term)) }
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
        let term = terms.bytes(of: number)
        if term.isEmpty { return }
        if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
        joined.append(contentsOf: term)
      }
    }
    return joined
  }

  private mutating func term(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let number = Int(words.number(of: word))
    if number < termOfWord.count { return termOfWord[number] }
    let term = self.number(of: CzechAnalyzer.term(of: word))
    termOfWord.append(term)
    return term
  }
}

/// Short strings of bytes by numbers from 0, in the order in which they came.
private struct ByteTable {
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 10)
  private var hashes: [UInt64] = []
  private var ends: [Int] = [0]
  private var bytes: [UInt8] = []

  /// How many there are.
  var count: Int { hashes.count }

  /// The bytes with a number.
  func bytes(of number: Int32) -> ArraySlice<UInt8> {
    bytes[ends[Int(number)]..<ends[Int(number) + 1]]
  }

  /// The number of some bytes; those that are new get the next.
  mutating func number(of key: UnsafeBufferPointer<UInt8>) -> Int32 {
    // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Self.first(hash, slots.count)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isHere(key, number) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    if hashes.count * 2 > slots.count { grow() }
    return Int32(hashes.count - 1)
  }

  private func isHere(_ key: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == key.count else { return false }
    for offset in 0..<key.count where bytes[start + offset] != key[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Self.first(hash, slots.count)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func first(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
  }
}
