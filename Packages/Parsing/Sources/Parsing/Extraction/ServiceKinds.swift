import Domain

/// The kinds of social services of Act 108/2006 Sb., recognised in every case and number.
struct ServiceKinds {
  /// The kinds of the act.
  static let czech = ServiceKinds(FactTable(PackageResources.service_kinds_tsv))

  private struct Entry {
    let stems: [String]
    let name: String
  }

  private var entries: [UInt32: [Entry]] = [:]

  private init(_ table: FactTable) {
    for row in table.rows where row.count == 2 {
      let stems = Folding.fold(row[1]).split(separator: " ").map { Self.stem(String($0)) }
      guard let first = stems.first else { continue }
      entries[first.leadingBytes, default: []].append(Entry(stems: stems, name: row[1]))
    }
    for key in entries.keys { entries[key]?.sort { $0.stems.count > $1.stems.count } }
  }

  /// Returns the kind that is named from a token on.
  func match(_ tokens: Tokens, at place: Int, limit: Int) -> (name: String, end: Int)? {
    guard tokens[place].kind == .word else { return nil }
    for entry in entries[tokens[place].folded.leadingBytes] ?? [] {
      let end = place + entry.stems.count
      guard end <= limit else { continue }
      let fits = entry.stems.indices.allSatisfy { index in
        let word = tokens[place + index].folded
        return word.hasPrefix(entry.stems[index])
          && word.utf8.count <= entry.stems[index].utf8.count + 4
      }
      if fits { return (entry.name, end) }
    }
    return nil
  }

  /// What stays in all cases: `služba` and `služby` share `sluz`.
  private static func stem(_ word: String) -> String {
    word.utf8.count > 4 ? String(word.dropLast(word.utf8.count > 6 ? 2 : 1)) : word
  }
}
