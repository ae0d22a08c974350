import Domain

/// What stands beside a person in a list and names an organisation.
enum AttendanceAffiliation {
  private static let openings: WordSet = [
    "obec", "mesto", "mestys", "mikroregion", "spolek", "firma", "farnost", "svazek", "sdruzeni",
    "statutarni", "mestska",
  ]
  private static let trades: WordSet = ["osvc", "fo", "osc", "po", "zo", "fyzicka", "soukromy"]

  /// The letters and digits of a name, by which two writings of it are the same.
  static func key(_ name: String) -> String {
    Folding.fold(name).filter { $0.isLetter || $0.isNumber }
  }

  /// Whether an affiliation is the name of an organisation: it has more than one word, begins with
  /// a capital or with a word as *obec*, and is no trade as *OSVČ*.
  static func isName(_ value: String) -> Bool {
    let words = Folding.fold(value).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let first = words.first, words.count > 1, words.count < 8, !trades.contains(first) else {
      return false
    }
    // `Nový J.`, `Jan Nový`
    let isPerson = words.count == 2 && (words[1].count == 1 || GivenNames.contains(first))
    guard !isPerson else { return false }
    return value.first?.isUppercase == true || openings.contains(first)
  }
}
