import Domain

/// A word, a number or a mark of a text.
struct Token: Hashable {
  /// What a token is made of.
  enum Kind: Hashable {
    /// Letters.
    case word
    /// Digits.
    case number
    /// One character that is neither.
    case mark
  }

  /// What stands between a token and the one before it.
  enum Gap: Hashable {
    /// Nothing.
    case none
    /// One space.
    case space
    /// A tab or several spaces.
    case wide
    /// The end of a line.
    case line
  }

  /// What the token is made of.
  let kind: Kind
  /// The token in lower case and without accents; dashes, quotes and bullets as `-`, `"` and `•`.
  let folded: String
  /// The place in the text.
  let range: SourceRange
  /// What stands before the token.
  let gap: Gap
  /// Whether the first letter is a capital.
  let isCapitalized: Bool
  /// Whether there is more than one letter and all are capitals.
  let isUppercase: Bool

  /// What stands outside of a text.
  static var nothing: Token {
    @inline(__always)
    get {
      Token(
        kind: .mark, folded: "", range: SourceRange(0, 0), gap: .line, isCapitalized: false,
        isUppercase: false)
    }
  }

  /// The token with the end of a line before it.
  var atLineStart: Token {
    Token(
      kind: kind, folded: folded, range: range, gap: .line, isCapitalized: isCapitalized,
      isUppercase: isUppercase)
  }

  /// The value of a number of at most nine digits.
  var number: Int? { kind == .number && folded.utf8.count < 10 ? Int(folded) : nil }

  /// Whether the token is the mark or the word `text`.
  @inline(__always)
  func `is`(_ text: String) -> Bool { folded == text }
}
