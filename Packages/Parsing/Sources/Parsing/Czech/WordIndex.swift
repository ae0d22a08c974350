/// Where each word of a text stands, so that a rule that waits for a few words looks at their
/// places only and not at the whole text.
///
/// Tokens whose first three bytes fall into one slot are linked to a list; filling it takes a few
/// operations a token and no hashing of strings.
struct WordIndex {
  private static let slots = 1024
  private var heads: [Int32]
  private var next: [Int32]

  /// Creates the index of a text. Linear in the number of tokens.
  init(_ tokens: Tokens) {
    var heads = [Int32](repeating: -1, count: Self.slots)
    var next = [Int32](repeating: -1, count: tokens.count)
    for place in tokens.indices.reversed() {
      let slot = Self.slot(tokens[place].folded.leadingBytes)
      next[place] = heads[slot]
      heads[slot] = Int32(place)
    }
    self.heads = heads
    self.next = next
  }

  /// Adds the places that may hold a word with these first bytes and fulfil a condition.
  func collect(_ key: UInt32, into found: inout [Int], where fits: (Int) -> Bool) {
    var place = heads[Self.slot(key)]
    while place >= 0 {
      if fits(Int(place)) { found.append(Int(place)) }
      place = next[Int(place)]
    }
  }

  private static func slot(_ key: UInt32) -> Int { Int((key &* 2_654_435_769) >> 22) }
}
