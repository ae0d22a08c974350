import Domain

/// The letter `o` that stands for a hollow bullet where a list was copied out of a word processor.
enum LetterBullets {
  private static let fewest = 3
  private static let fullLine = 60

  /// Returns the tokens with bullets for such letters, or as they are when the letter is the
  /// preposition.
  static func marked(_ tokens: [Token]) -> [Token] {
    var bullets: [Int] = []
    var wrapped = 0
    var lineStart = 0
    for place in tokens.indices where tokens[place].gap == .line {
      if tokens[place].folded == "o", !tokens[place].isCapitalized, place + 1 < tokens.count,
        tokens[place + 1].gap == .space || tokens[place + 1].gap == .wide
      {
        let above = place > 0 ? tokens[place - 1].range.end - tokens[lineStart].range.start : 0
        let isFull = above >= fullLine && tokens[place - 1].kind == .word
        if isFull { wrapped += 1 } else { bullets.append(place) }
      }
      lineStart = place
    }
    guard bullets.count >= fewest, wrapped * 3 < bullets.count else { return tokens }
    var tokens = tokens
    for place in bullets {
      tokens[place] = Token(
        kind: .mark, folded: "•", range: tokens[place].range, gap: .line, isCapitalized: false,
        isUppercase: false)
    }
    return tokens
  }
}
