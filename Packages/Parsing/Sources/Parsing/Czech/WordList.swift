/// Words and beginnings of words, looked up by their first bytes.
struct WordList {
  private var exact: Set<String> = []
  private var beginnings: [UInt32: [String]] = [:]
  private var short: [String] = []
  private let filter: WordFilter

  /// Creates a list; a star at the end of a word stands for any ending.
  init(_ words: some Collection<String>) {
    filter = WordFilter(
      words.map { $0.utf8.last == UInt8(ascii: "*") ? String($0.dropLast()) : $0 })
    for word in words {
      guard word.utf8.last == UInt8(ascii: "*") else {
        exact.insert(word)
        continue
      }
      let beginning = String(word.dropLast())
      if beginning.utf8.count < 3 {
        short.append(beginning)
      } else {
        beginnings[beginning.leadingBytes, default: []].append(beginning)
      }
    }
    keys = short.isEmpty ? Array(Set(beginnings.keys).union(exact.map(\.leadingBytes))) : nil
  }

  /// Creates a list of beginnings.
  init(beginnings words: some Collection<String>) {
    self.init(words.map { $0 + "*" })
  }

  /// Every first three bytes that a word of the list may have; `nil` when a beginning is shorter.
  let keys: [UInt32]?

  /// Whether a folded word is in the list.
  func contains(_ word: String) -> Bool {
    guard filter.mayHold(word) || !short.isEmpty else { return false }
    if let candidates = beginnings[word.leadingBytes],
      candidates.contains(where: { word.utf8.starts(with: $0.utf8) })
    {
      return true
    }
    return exact.contains(word) || short.contains { word.utf8.starts(with: $0.utf8) }
  }
}

extension String {
  /// The first three bytes as one number, zeros where there are fewer; a key for looking words up.
  var leadingBytes: UInt32 {
    utf8.withContiguousStorageIfAvailable { bytes in
      switch bytes.count {
      case 0: 0
      case 1: UInt32(bytes[0]) << 16
      case 2: UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8
      default: UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
      }
    } ?? 0
  }
}
