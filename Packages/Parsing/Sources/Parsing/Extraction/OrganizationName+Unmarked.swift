import Domain

/// Names that neither a legal form nor a list of institutions tells.
extension OrganizationName {
  private static let trades: WordSet = [
    "servis", "sluzby", "stavby", "reality", "trade", "group", "invest", "plus", "consulting",
    "finance", "elektro", "design", "studio", "sport", "bau",
  ]

  /// `firma KOLOS servis`, `organizací Netrap duši`: a second word in small letters.
  func goesOnSmall(_ first: Int, from cue: Int) -> Bool {
    let tokens = transcript.tokens
    let next = tokens[first + 1]
    guard next.kind == .word, next.gap == .space, !next.isCapitalized else { return false }
    if tokens[first].isUppercase, Self.trades.contains(next.folded) { return true }
    let isLast = tokens[first + 2].kind == .mark || tokens[first + 2].gap == .line
    return isLast && tokens[cue].is("organizaci") && !tokens[cue].isCapitalized
      && next.folded.utf8.count > 2 && !isVerb(next.folded) && !isPastVerb(first + 1)
      && !OperativeVerbs.contains(next.folded) && !TaskSentence.isFuture(next.folded)
  }

  /// `v Kulturním domě Lhotka` is about *Kulturní dům Lhotka*.
  func withHouse(_ name: Range<Int>) -> String? {
    let tokens = transcript.tokens
    guard name.count > 2, ["dome", "domu", "domem"].contains(tokens[name.lowerBound + 1].folded),
      tokens[name.lowerBound].folded.hasPrefix("kulturni")
    else { return nil }
    let adjective = transcript.text(name.lowerBound..<name.lowerBound + 1)
    let rest = transcript.text(name.lowerBound + 2..<name.upperBound)
    let ending = ["mu", "ho", "m"].first { adjective.hasSuffix($0) } ?? ""
    return "\(adjective.dropLast(ending.count)) dům \(rest)"
  }
}
