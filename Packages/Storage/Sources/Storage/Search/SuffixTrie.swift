/// Words of the letters a to z, read from their end, so that one walk finds all that a word ends
/// with. A look-up takes time linear in the length of the match.
struct SuffixTrie: Sendable {
  /// The node that stands for the empty suffix.
  static let root = 0

  private var children: [UInt16]
  private var values: [Int16]

  init() {
    children = Array(repeating: 0, count: SuffixTrie.letterCount)
    values = [-1]
  }

  /// The node that `letter` in front of the suffix of `node` leads to; nil when no word has it.
  @inline(__always)
  func node(before node: Int, _ letter: UInt8) -> Int? {
    let offset = Int(letter &- UInt8(ascii: "a"))
    guard offset < SuffixTrie.letterCount else { return nil }
    let child = Int(children[node * SuffixTrie.letterCount + offset])
    return child == 0 ? nil : child
  }

  /// The value of the word that ends the walk at `node`.
  @inline(__always)
  func value(at node: Int) -> Int? { values[node] < 0 ? nil : Int(values[node]) }

  /// The value of `word` itself.
  func value(of word: ArraySlice<UInt8>) -> Int? {
    var node = SuffixTrie.root
    for letter in word.reversed() {
      guard let next = self.node(before: node, letter) else { return nil }
      node = next
    }
    return value(at: node)
  }

  /// Whether `word` ends with one of the words.
  func matchesEnd(of word: ArraySlice<UInt8>) -> Bool {
    var node = SuffixTrie.root
    for letter in word.reversed() {
      guard let next = self.node(before: node, letter) else { return false }
      node = next
      if values[node] >= 0 { return true }
    }
    return false
  }

  /// Adds a word of the letters a to z; other words are left out. A later value wins.
  mutating func insert(_ word: some Collection<UInt8>, _ value: Int) {
    let letters = word.map { Int($0) - Int(UInt8(ascii: "a")) }
    guard !letters.isEmpty, letters.allSatisfy({ 0..<SuffixTrie.letterCount ~= $0 }) else { return }
    var node = SuffixTrie.root
    for letter in letters.reversed() {
      let place = node * SuffixTrie.letterCount + letter
      if children[place] == 0 {
        guard let number = UInt16(exactly: values.count) else { return }
        children[place] = number
        children.append(contentsOf: repeatElement(0, count: SuffixTrie.letterCount))
        values.append(-1)
      }
      node = Int(children[place])
    }
    values[node] = Int16(clamping: value)
  }

  private static let letterCount = 26
}
