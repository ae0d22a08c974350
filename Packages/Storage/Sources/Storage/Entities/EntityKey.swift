import Domain

/// What names of one thing have in common, in whatever form, case and legal wording they are
/// written: the index terms of their words.
enum EntityKey {
  /// The key of a name: *Města Žatce* and *Město Žatec* have one. Empty for a name without words.
  static func key(_ name: String) -> String {
    let terms = CzechAnalyzer.stems(of: name)
    var end = terms.count
    // Legal forms stand at the end: *z. s.*, *o. p. s.*, *spol. s r. o.*
    while end > 1, legalWords.contains(terms[end - 1]) { end -= 1 }
    return terms[..<end].joined(separator: " ")
  }

  private static let legalWords: Set<String> = [
    "z", "s", "o", "p", "u", "r", "a", "k", "v", "i", "zs", "ops", "zu", "sro", "po", "os", "as",
    "spol",
  ]
}
