import Domain

/// Turns words of titles back to the nominative.
enum Nominative {
  /// `řídicího` to `řídicí`, `akademického` to `akademický`; other words stay.
  static func adjective(_ word: String) -> String {
    for (ending, nominative) in [("ého", "ý"), ("ího", "í"), ("ÉHO", "Ý"), ("ÍHO", "Í")]
    where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count)) + nominative
    }
    return word
  }

  /// The first words of an owner: `Rady` to `Rada`, `stálé` to `stálá`, `úřadu` to `úřad`.
  static func owner(_ word: String) -> String {
    switch Folding.fold(word) {
    case "rady", "fakulty", "univerzity", "stale": return String(word.dropLast()) + feminine(word)
    case "uradu", "magistratu": return String(word.dropLast())
    case "mesta": return String(word.dropLast()) + "o"
    case "obce": return String(word.dropLast())
    default: return adjective(word)
    }
  }

  private static func feminine(_ word: String) -> String { word.hasSuffix("é") ? "á" : "a" }
}
