/// A closed set of folded words.
///
/// It is asked for most words of a text and holds few of them, so that a table of first bytes
/// answers most questions without hashing.
struct WordSet: ExpressibleByArrayLiteral {
  private let words: Set<String>
  private let filter: WordFilter
  /// What the words begin with, each once.
  let keys: [UInt32]

  /// Creates a set of words.
  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    filter = WordFilter(self.words)
    keys = Set(self.words.map(\.leadingBytes)).sorted()
  }

  /// Creates a set of the words of a literal.
  init(arrayLiteral words: String...) {
    self.init(words)
  }

  /// Whether a folded word is in the set.
  func contains(_ word: String) -> Bool {
    filter.mayHold(word) && words.contains(word)
  }

  /// The words in no order.
  var members: Set<String> { words }

  /// The words of both sets.
  func union(_ other: [String]) -> WordSet { WordSet(words.union(other)) }
}

/// The first bytes of some words in a table of bits.
struct WordFilter {
  private let bits: [UInt64]
  private let mask: UInt32

  /// Creates the table.
  init(_ words: some Collection<String>) {
    var size = 16
    while size < words.count { size *= 2 }
    mask = UInt32(size * 64 - 1)
    var bits = [UInt64](repeating: 0, count: size)
    for word in words {
      let slot = Self.slot(word.leadingBytes) & mask
      bits[Int(slot >> 6)] |= 1 << UInt64(slot & 63)
    }
    self.bits = bits
  }

  /// Whether some word may begin with the first three bytes of `word`; `false` is certain.
  func mayHold(_ word: String) -> Bool {
    let slot = Self.slot(word.leadingBytes) & mask
    return bits[Int(slot >> 6)] & (1 << UInt64(slot & 63)) != 0
  }

  private static func slot(_ key: UInt32) -> UInt32 { (key &* 2_654_435_769) >> 12 }
}
