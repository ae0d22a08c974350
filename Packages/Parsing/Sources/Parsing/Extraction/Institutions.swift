import Domain

/// Institutions of the state that documents name without a legal form.
struct Institutions {
  /// The institutions of the Czech Republic.
  static let czech = Institutions(FactTable(PackageResources.institutions_tsv))

  private struct Entry {
    let words: [String]
    let name: String
  }

  private var entries: [UInt32: [Entry]] = [:]
  private let filter: WordFilter
  private let longNames: WordFilter
  private static let longName = 3

  private init(_ table: FactTable) {
    for row in table.rows where row.count == 2 {
      let words = row[1].split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      entries[Self.key(first), default: []].append(Entry(words: words, name: row[0]))
    }
    filter = WordFilter(entries.values.joined().map { $0.words[0] })
    longNames = WordFilter(
      entries.values.joined().filter { Self.isLong($0.words) }.map { $0.words[0] })
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// Whether an institution of some words may begin with a folded word; `false` is certain.
  func mayOpen(_ word: String) -> Bool { longNames.mayHold(word) }

  /// Returns the institution that is named from a token on; its words may stand in any case.
  ///
  /// - Parameter small: Whether the first letter is no capital, as in *agentura pro sociální
  ///   začleňování*; only names of some words are certain then.
  func match(_ tokens: Tokens, at place: Int, small: Bool = false) -> (name: String, end: Int)? {
    guard tokens[place].isCapitalized || small, filter.mayHold(tokens[place].folded),
      let candidates = entries[Self.key(tokens[place].folded)]
    else {
      return nil
    }
    for entry in candidates
    where place + entry.words.count <= tokens.count
      && (!small || Self.isLong(entry.words))
    {
      let fits = entry.words.indices.allSatisfy { index in
        let word = entry.words[index]
        return word.hasSuffix("*")
          ? tokens[place + index].folded.hasPrefix(word.dropLast()) : tokens[place + index].is(word)
      }
      if fits { return (entry.name, place + entry.words.count) }
    }
    return nil
  }

  /// Names that need no capital to be certain: of three words, and ministries.
  private static func isLong(_ words: [String]) -> Bool {
    words.count >= longName || words.count > 1 && words[0].hasPrefix("ministerstv")
  }

  private static func key(_ word: String) -> UInt32 { word.leadingBytes }
}
