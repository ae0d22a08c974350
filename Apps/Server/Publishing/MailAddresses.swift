/// E-mail addresses, also as people write them for no program to find.
enum MailAddresses {
  /// What stands for the sign.
  private static let signs = ["@", "(zavináč)", "[zavináč]", "(at)", "[at]", " zavináč "]

  /// The places of addresses in a text.
  static func places(in text: String) -> [Range<String.Index>] {
    // Most texts have neither, and are not searched six times.
    guard text.utf8.contains(where: { "@([zZ".utf8.contains($0) }) else { return [] }
    let folded = text.lowercased()
    // Letters that grow in lower case would shift what is found.
    let searched = folded.count == text.count ? folded : text
    return signs.flatMap { sign in searched.ranges(of: sign) }.map { found in
      let first = searched.distance(from: searched.startIndex, to: found.lowerBound)
      let count = searched.distance(from: found.lowerBound, to: found.upperBound)
      let start = text.index(text.startIndex, offsetBy: first)
      return word(before: start, in: text)..<word(after: text.index(start, offsetBy: count), text)
    }
  }

  private static func word(before place: String.Index, in text: String) -> String.Index {
    let before = text[..<place].reversed()
    let gap = before.prefix { isGap($0) }.count
    let word = before.dropFirst(gap).prefix { !isEdge($0) }.count
    return text.index(place, offsetBy: -(word == 0 ? 0 : gap + word))
  }

  private static func word(after place: String.Index, _ text: String) -> String.Index {
    let rest = text[place...]
    let gap = rest.prefix { isGap($0) }.count
    let word = rest.dropFirst(gap).prefix { !isEdge($0) }.count
    return text.index(place, offsetBy: word == 0 ? 0 : gap + word)
  }

  private static func isGap(_ character: Character) -> Bool {
    character.isWhitespace && !character.isNewline
  }

  private static func isEdge(_ character: Character) -> Bool {
    character.isWhitespace || ",;<>()[]\"".contains(character)
  }
}
