import Domain

/// Words of organisations' names that some minutes add and others leave out.
enum NameWords: String {
  case legal, country, town, union, manifold, preposition

  /// The phrases, as index terms.
  var phrases: [[String]] { Self.table[self] ?? [] }

  /// The words of all phrases.
  var words: Set<String> { Set(phrases.joined()) }

  private static let table: [NameWords: [[String]]] = {
    var table: [NameWords: [[String]]] = [:]
    let text = String(decoding: PackageResources.name_words_tsv, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let role = NameWords(rawValue: String(columns[0])) else { continue }
      table[role] = columns[1].split(separator: "|").map { CzechAnalyzer.stems(of: String($0)) }
    }
    return table
  }()
}
