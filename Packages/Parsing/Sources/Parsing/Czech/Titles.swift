import Domain

/// Academic titles and ranks, recognised with and without dots and spaces.
struct Titles {
  /// The titles of the Czech Republic.
  static let czech = Titles(FactTable(PackageResources.titles_tsv))

  /// A title that was recognised.
  struct Match {
    /// The title as written on a letter.
    let title: String
    /// Whether it stands after the name.
    let isAfter: Bool
    /// The token after the title and its dot.
    let end: Int
  }

  private struct Entry {
    let words: [String]
    let title: String
    let isAfter: Bool
  }

  private var entries: [String: [Entry]] = [:]
  private let filter: WordFilter

  private init(_ table: FactTable) {
    for row in table.rows where row.count == 2 {
      let words = Folding.fold(row[1]).split { $0 == "." || $0 == " " }.map(String.init)
      guard let first = words.first else { continue }
      entries[first, default: []].append(
        Entry(words: words, title: row[1], isAfter: row[0] == "after"))
    }
    filter = WordFilter(entries.keys)
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// Whether a folded word is a title or the beginning of one.
  func opens(_ word: String) -> Bool { filter.mayHold(word) && entries[word] != nil }

  /// Returns the title that starts at a token.
  ///
  /// A title without a dot must be followed by a space and a capital, or it is the beginning of a
  /// name.
  func match(_ tokens: ArraySlice<Token>, at place: Int) -> Match? {
    guard place < tokens.endIndex, tokens[place].kind == .word,
      filter.mayHold(tokens[place].folded),
      let candidates = entries[tokens[place].folded]
    else { return nil }
    for entry in candidates {
      guard let end = end(of: entry.words, tokens, at: place) else { continue }
      let hasDot = tokens[end - 1].is(".")
      let isCapitalized = tokens[place].isCapitalized
      guard hasDot || (isCapitalized && entry.title.utf8.count > 1) else { continue }
      return Match(title: entry.title, isAfter: entry.isAfter, end: end)
    }
    return nil
  }

  private func end(of words: [String], _ tokens: ArraySlice<Token>, at start: Int) -> Int? {
    var place = start
    for (index, word) in words.enumerated() {
      guard place < tokens.endIndex, tokens[place].is(word),
        index == 0 || tokens[place].gap != .line
      else { return nil }
      place += 1
      if place < tokens.endIndex, tokens[place].is("."), tokens[place].gap == .none { place += 1 }
    }
    return place
  }
}
