import Domain

/// The given names, initials and surnames of one person.
struct NameWords {
  private(set) var words: [String] = []
  /// Whether a given name or an initial is among them.
  private(set) var hasGivenName = false
  /// The token after the name.
  private(set) var end: Int

  private var folded: [String] = []
  private var isShouted: [Bool] = []
  private static let most = 4

  /// Reads words from a token on; a line end is crossed only inside of an unfinished name.
  init(transcript: Transcript, from start: Int, limit: Int) {
    end = start
    let tokens = transcript.tokens
    while end < limit, words.count < Self.most, tokens[end].isCapitalized {
      let token = tokens[end]
      if end > start, token.gap == .line, !isUnfinished(tokens, limit) { break }
      // Names beside each other in columns.
      if token.gap == .wide, words.count > 1 || words.count == 1 && isFull(end, tokens) { break }
      if let title = Titles.czech.match(tokens[..<limit], at: end), title.isAfter || !words.isEmpty
      {
        break
      }
      if Words.isNoName(token.folded) || opensNext(end, tokens, limit) { break }
      let isInitial =
        end + 1 < limit && tokens[end + 1].is(".") && tokens[end + 1].gap == .none
        && (token.folded.utf8.count <= 2 || isCut(end, tokens, limit))
      if isInitial {
        // `R. Nový T. Malá`: an initial after a surname begins the next person.
        if let last = words.last, !last.hasSuffix("."), words.count > 1 { break }
        append(transcript.text(end..<end + 2), token)
        hasGivenName = true
        end += 2
        continue
      }
      guard token.folded.utf8.count > 1, !isAbbreviation(end, tokens, limit) else { break }
      append(transcript.text(end..<end + 1), token)
      if GivenNames.contains(token.folded) { hasGivenName = true }
      end += 1
      joinSecondSurname(transcript, limit)
    }
  }

  /// The name in the order *Given Surname*, without capitals used for emphasis.
  var name: String {
    var parts = zip(words, isShouted).map { $1 ? Self.capitalized($0) : $0 }
    if folded.count == 2, !GivenNames.contains(folded[0]), GivenNames.contains(folded[1]) {
      parts.swapAt(0, 1)
    } else if folded.count == 2, isShouted[0], !isShouted[1], words[1].last != "." {
      parts.swapAt(0, 1)
    } else if folded.count == 2, words[1].hasSuffix("."), !words[0].hasSuffix(".") {
      parts.swapAt(0, 1)
    }
    if folded.count > 2, !GivenNames.contains(folded[0]),
      GivenNames.contains(folded[folded.count - 1])
    {
      parts.insert(parts.removeLast(), at: 0)
    }
    return parts.joined(separator: " ")
  }

  /// Whether both words are given names, so that only other names tell which is the surname.
  var isAmbiguous: Bool {
    folded.count == 2 && GivenNames.contains(folded[0]) && GivenNames.contains(folded[1])
  }

  /// Whether the surname was written first.
  var isSurnameFirst: Bool {
    guard let first = folded.first, let last = folded.last, folded.count > 1 else { return false }
    return !GivenNames.contains(first) && GivenNames.contains(last)
  }

  /// `Jan Nový Eva Malá`: a given name and a surname behind a full name lost their comma.
  private func opensNext(_ place: Int, _ tokens: Tokens, _ limit: Int) -> Bool {
    guard folded.count > 1, GivenNames.contains(folded[folded.count - 2]),
      !GivenNames.contains(folded[folded.count - 1]), words.last?.last != ".",
      GivenNames.contains(tokens[place].folded), place + 1 < limit
    else { return false }
    return tokens[place + 1].isCapitalized && tokens[place + 1].gap == .space
      && !GivenNames.contains(tokens[place + 1].folded)
  }

  /// Whether a given name and a surname of their own stand here.
  private func isFull(_ place: Int, _ tokens: Tokens) -> Bool {
    GivenNames.contains(tokens[place].folded) && tokens[place + 1].isCapitalized
      && tokens[place + 1].gap == .space
  }

  /// `Dav. Dubský`, `Buk Jos.`: a given name cut short, and the surname in the same line.
  private func isCut(_ place: Int, _ tokens: Tokens, _ limit: Int) -> Bool {
    guard GivenNames.isCut(tokens[place].folded) else { return false }
    let isLast = place + 2 >= limit || tokens[place + 2].gap == .line
    if words.count == 1, tokens[place].gap == .space, !words[0].hasSuffix(".") {
      return isLast || tokens[place + 2].kind == .mark
        || PeopleLine.ages.contains(tokens[place + 2].folded)
    }
    return words.isEmpty && !isLast && tokens[place + 2].isCapitalized
      && tokens[place + 2].gap == .space
      && Titles.czech.match(tokens[..<limit], at: place) == nil
  }

  /// Three capitals or fewer are an abbreviation, unless a given name follows.
  private func isAbbreviation(_ place: Int, _ tokens: Tokens, _ limit: Int) -> Bool {
    guard tokens[place].isUppercase, tokens[place].folded.utf8.count < 4 else { return false }
    if let before = folded.last, GivenNames.contains(before) { return false }
    return place + 1 >= limit || !GivenNames.contains(tokens[place + 1].folded)
  }

  private mutating func append(_ word: String, _ token: Token) {
    words.append(word)
    folded.append(token.folded)
    isShouted.append(token.isUppercase)
  }

  /// `Nováková - Malá` and `Nováková-Malá` are one surname.
  private mutating func joinSecondSurname(_ transcript: Transcript, _ limit: Int) {
    let tokens = transcript.tokens
    guard end + 1 < limit, tokens[end].is("-"), tokens[end + 1].isCapitalized,
      tokens[end + 1].gap != .line, let last = folded.last, let word = words.last
    else { return }
    let isTight = tokens[end].gap == .none && tokens[end + 1].gap == .none
    let areSurnames = last.hasSuffix("ova") && tokens[end + 1].folded.hasSuffix("ova")
    guard isTight || areSurnames else { return }
    words[words.count - 1] = word + (isTight ? "-" : " – ") + transcript.text(end + 1..<end + 2)
    end += 2
  }

  /// Whether a name goes on in the next line: only titles or a given name stand in this one.
  private func isUnfinished(_ tokens: Tokens, _ limit: Int) -> Bool {
    guard words.count == 1, let first = folded.first else { return words.isEmpty }
    if GivenNames.contains(first) || words[0].hasSuffix(".") { return true }
    let next = end + 1
    return next >= limit || tokens[next].is(",") || tokens[next].gap == .line
  }

  private static func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    return String(first) + word.dropFirst().lowercased()
  }
}
