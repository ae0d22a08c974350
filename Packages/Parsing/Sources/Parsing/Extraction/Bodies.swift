import Domain

/// Kinds of bodies in every case.
struct Bodies {
  /// The bodies of Czech minutes.
  static let czech = Bodies(FactTable(PackageResources.bodies_tsv))

  private struct Entry {
    let words: [String]
    let nominative: String
  }

  private var entries: [String: [Entry]] = [:]
  private let filter: WordFilter

  private init(_ table: FactTable) {
    for row in table.rows where row.count == 2 {
      for form in row[1].split(separator: ";") {
        let words = form.split(separator: " ").map(String.init)
        guard let first = words.first else { continue }
        entries[first, default: []].append(Entry(words: words, nominative: row[0]))
      }
    }
    filter = WordFilter(entries.keys)
    for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// Whether a folded word begins the name of a body.
  func isHead(_ word: String) -> Bool { filter.mayHold(word) && entries[word] != nil }

  /// Returns the body that is named from a token on: its nominative and the token after it.
  func match(_ tokens: Tokens, at place: Int, limit: Int) -> (nominative: String, end: Int)? {
    guard place < limit, filter.mayHold(tokens[place].folded),
      let candidates = entries[tokens[place].folded]
    else { return nil }
    for entry in candidates where place + entry.words.count <= limit {
      let matches = entry.words.indices.allSatisfy { tokens[place + $0].is(entry.words[$0]) }
      guard matches, entry.words != ["as"] || tokens[place].isUppercase else { continue }
      return (entry.nominative, place + entry.words.count)
    }
    return nil
  }
}
