import Domain

/// Words whose letters stand apart for emphasis: `Z á p i s`, `P ř í t o m n i :`.
enum SpacedWords {
  private static let fewest = 5

  /// Returns the tokens with every such word as one token.
  ///
  /// Linear in the number of tokens.
  static func joined(_ tokens: [Token]) -> [Token] {
    guard let first = tokens.indices.first(where: { letters(tokens, from: $0) >= fewest }) else {
      return tokens
    }
    var joined = Array(tokens[..<first])
    var place = first
    while place < tokens.count {
      let count = letters(tokens, from: place)
      if count >= fewest {
        joined.append(word(tokens[place..<place + count]))
        place += count
      } else {
        joined.append(tokens[place])
        place += 1
      }
    }
    return joined
  }

  /// How many single letters with one space between them stand from a token on.
  private static func letters(_ tokens: [Token], from start: Int) -> Int {
    var end = start
    while end < tokens.count, tokens[end].kind == .word, tokens[end].folded.utf8.count == 1,
      end == start || tokens[end].gap == .space
    {
      end += 1
    }
    // A letter with a dot abbreviates the next word, as *č.*
    if end < tokens.count, end > start, tokens[end].is("."), tokens[end].gap != .wide { end -= 1 }
    return end - start
  }

  private static func word(_ letters: ArraySlice<Token>) -> Token {
    guard let first = letters.first, let last = letters.last else { return .nothing }
    return Token(
      kind: .word, folded: letters.map(\.folded).joined(),
      range: SourceRange(first.range.start, last.range.end), gap: first.gap,
      isCapitalized: first.isCapitalized, isUppercase: letters.allSatisfy(\.isCapitalized))
  }
}
