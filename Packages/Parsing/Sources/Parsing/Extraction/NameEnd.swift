import Domain

/// Where a name has come to its end, whatever it is a name of.
enum NameEnd {
  private static let words = WordSet(
    FactTable(PackageResources.words_tsv).values(of: "aftername"))

  /// Whether a token goes on with the sentence or stands in another cell of a table: `Spolek by
  /// chtěl poděkovat`, `Koncepce byla schválena`.
  static func isThere(_ place: Int, in transcript: Transcript) -> Bool {
    let token = transcript.tokens[place]
    return !token.isCapitalized && words.contains(token.folded) || transcript.opensCell(place)
  }
}

extension Transcript {
  /// Whether a tab stands before a token, as between the cells of a table.
  func opensCell(_ place: Int) -> Bool {
    guard place > 0, tokens[place].gap == .wide else { return false }
    let gap = tokens[place - 1].range.end..<tokens[place].range.start
    return bytes[gap].contains(0x09)
  }
}
