/// What the words of a name say of what it is a name of.
extension OrganizationName {
  /// Adjectives that open a name only with the noun of an institution behind them.
  private static let describing: WordSet = ["socialni"]
  private static let towns: WordSet = ["mesta", "mestum", "mesty", "mestech"]

  /// `Sociální centrum Lhota` is an institution, `Sociální začleňování v Horsku` is none.
  func hasNoun(_ name: Range<Int>) -> Bool {
    let tokens = transcript.tokens
    guard Self.describing.contains(tokens[name.lowerBound].folded) else { return true }
    return name.dropFirst().contains { place in
      let word = tokens[place].folded
      return isHead(word) && !Self.describing.contains(word) || Self.nouns.contains(word)
        || InstitutionName.czech.isNoun(word)
    }
  }

  /// `Statutárními městy Lhota a Lípa`: several of a kind have no name in common.
  func areSeveral(_ name: Range<Int>) -> Bool {
    let tokens = transcript.tokens
    return name.dropFirst().contains { place in
      Self.towns.contains(tokens[place].folded)
        && tokens[place - 1].folded.hasPrefix("statutarn")
        && !tokens[place - 1].folded.hasSuffix("iho")
    }
  }
}
