/// The pieces of a question as typed.
enum SearchToken: Equatable {
  /// A word; a star at its end makes it a beginning.
  case word(String)
  /// Words between quotes.
  case phrase(String)
  /// `name:value`.
  case field(String, String)
  /// `AND`, `OR`, `NOT` or a hyphen in front of a word, a phrase or a parenthesis.
  case and
  case or
  case not
  /// Parentheses.
  case open
  case close
}

/// Takes a question apart. Linear in its length.
struct SearchTokens {
  private(set) var tokens: [SearchToken] = []
  private(set) var notes: [SearchNote] = []

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      switch first {
      case _ where first.isWhitespace: rest.removeFirst()
      case "(", ")":
        tokens.append(first == "(" ? .open : .close)
        rest.removeFirst()
      case "\"", "„", "“", "”":
        rest.removeFirst()
        tokens.append(.phrase(phrase(&rest)))
      case "-" where rest.dropFirst().first.map { $0 == "(" || Self.quotes.contains($0) } == true:
        tokens.append(.not)
        rest.removeFirst()
      default: word(&rest)
      }
    }
  }

  private static let quotes: Set<Character> = ["\"", "„", "“", "”"]

  private mutating func phrase(_ rest: inout Substring) -> String {
    guard let end = rest.firstIndex(where: Self.quotes.contains) else {
      notes.append(.unclosedQuote)
      defer { rest = "" }
      return String(rest)
    }
    let phrase = rest[..<end]
    rest = rest[rest.index(after: end)...]
    return String(phrase)
  }

  private mutating func word(_ rest: inout Substring) {
    let end =
      rest.firstIndex { $0.isWhitespace || $0 == "(" || $0 == ")" || Self.quotes.contains($0) }
      ?? rest.endIndex
    var word = rest[..<end]
    rest = rest[end...]
    switch word {
    case "AND", "&&": return tokens.append(.and)
    case "OR", "||": return tokens.append(.or)
    case "NOT": return tokens.append(.not)
    default: break
    }
    if word.first == "-", word.count > 1 {
      tokens.append(.not)
      word.removeFirst()
    }
    guard let colon = word.firstIndex(of: ":"), colon != word.startIndex else {
      return tokens.append(.word(String(word)))
    }
    let (name, value) = (word[..<colon], word[word.index(after: colon)...])
    guard let first = rest.first, value.isEmpty, Self.quotes.contains(first) else {
      return tokens.append(.field(String(name), String(value)))
    }
    rest.removeFirst()
    tokens.append(.field(String(name), phrase(&rest)))
  }
}
