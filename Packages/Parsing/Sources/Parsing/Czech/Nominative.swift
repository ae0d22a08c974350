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

extension Nominative {
  private static let woman = [
    ("ovou", "ová"), ("ové", "ová"), ("ská", "ská"), ("skou", "ská"), ("ské", "ská"),
  ]
  private static let man = [
    ("kého", "ký"), ("kému", "ký"), ("kým", "ký"), ("ého", "ý"), ("ému", "ý"), ("ovi", ""),
    ("kem", "k"), ("em", ""),
  ]

  /// Returns a surname in the nominative: `Nováka` to `Novák`, `Jirotku` to `Jirotka`, `Malé` to
  /// `Malá`.
  static func surname(_ written: String, isWoman: Bool) -> String {
    if isWoman || written.hasSuffix("ové") || written.hasSuffix("ovou") {
      for (ending, nominative) in woman where written.hasSuffix(ending) {
        return String(written.dropLast(ending.count)) + nominative
      }
      return written
    }
    if written.hasSuffix("ičkovi") || written.hasSuffix("tkovi") {
      return String(written.dropLast(3)) + "a"
    }
    for (ending, nominative) in man where written.hasSuffix(ending) {
      return String(written.dropLast(ending.count)) + nominative
    }
    if written.hasSuffix("u") { return String(written.dropLast()) + "a" }
    if written.hasSuffix("a"), !written.hasSuffix("ka") || written.hasSuffix("íka") {
      return String(written.dropLast())
    }
    return written.hasSuffix("áka") || written.hasSuffix("eka")
      ? String(written.dropLast()) : written
  }
}
