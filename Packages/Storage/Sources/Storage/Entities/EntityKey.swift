import Domain

/// What names of one thing have in common, in whatever form, case and legal wording they are
/// written: the index terms of their words.
enum EntityKey {
  /// The key of a name: *Města Žatce* and *Město Žatec* have one. Empty for a name without words.
  static func key(_ name: String) -> String {
    let terms = CzechAnalyzer.stems(of: name)
    var end = terms.count
    // The town of *Aš* is no legal form.
    if terms.last == "as", name.utf8.suffix(3).contains(where: { $0 > 0x7F }) {
      return terms.joined(separator: " ")
    }
    // Legal forms stand at the end: *z. s.*, *o. p. s.*, *spol. s r. o.*, *zapsaný spolek*
    while end > 1, let length = legalForm(at: terms[..<end]) { end -= length }
    return terms[..<end].joined(separator: " ")
  }

  /// How many of the last of these words are a legal form; `nil` where none are.
  private static func legalForm(at terms: ArraySlice<String>) -> Int? {
    guard let last = terms.last else { return nil }
    if legalWords.contains(last) { return 1 }
    return legalForms.first { form in
      form.last == last && terms.count > form.count && terms.suffix(form.count).elementsEqual(form)
    }?.count
  }

  private static let legalForms = NameWords.legal.phrases

  private static let legalWords: Set<String> = [
    "z", "s", "o", "p", "u", "r", "a", "k", "v", "i", "zs", "ops", "zu", "sro", "po", "os", "as",
    "spol",
  ]
}
