import Domain

/// Where the name of an organisation begins and ends.
struct OrganizationName {
  /// The text.
  let transcript: Transcript

  private static let heads = WordList(
    FactTable(PackageResources.organization_heads_tsv).rows.map { $0[0] })
  private static let cues = WordList(beginnings: [
    "organizac", "firm", "spolecnost", "spolk", "spolek",
  ])
  private static let generic: Set<String> = [
    "firma", "firmou", "firmy", "organizace", "organizaci", "spolecnost", "spolecnosti", "spolek",
    "pro", "s", "od", "pani", "pan", "za", "podle", "dle", "ve", "v", "na", "z",
  ]

  /// The first token of the name before a legal form: the capitals of the same phrase.
  func start(before form: Int) -> Int? {
    let tokens = transcript.tokens
    var place = form
    if place > 0, tokens[place - 1].is(",") { place -= 1 }
    var start: Int?
    while place > 0, form - place < 12, tokens[place].gap != .line || place == form {
      let token = tokens[place - 1]
      if token.kind == .mark, !token.is("-"), !token.is("\"") { break }
      if token.is("-"), token.gap != .none { break }
      if token.isCapitalized { start = place - 1 }
      if !token.isCapitalized, token.kind == .word, isVerb(token.folded) { break }
      place -= 1
    }
    while let first = start, Self.generic.contains(tokens[first].folded), first + 1 < form {
      start = (first + 1..<form).first { tokens[$0].isCapitalized }
    }
    return start
  }

  /// The end of a name without a legal form that begins with a word for an institution.
  func end(from place: Int) -> Int? {
    let tokens = transcript.tokens
    guard tokens[place].isCapitalized, isHead(tokens[place].folded) else { return nil }
    var end = place + 1
    var lastCapital = place
    var plain = 0
    while end < tokens.count, tokens[end].gap != .line, end - place < 9 {
      let token = tokens[end]
      guard token.kind == .word || (token.kind == .number && tokens[end - 1].isCapitalized) else {
        break
      }
      if token.isCapitalized {
        lastCapital = end
        plain = 0
      } else {
        // `Městská policie Lhota a Technické služby Lhota` are two.
        if token.is("a"), tokens[end + 1].isCapitalized, lastCapital > place { break }
        plain += 1
        if plain > 3 || isVerb(token.folded) { break }
      }
      end += 1
    }
    guard lastCapital > place else { return nil }
    // `Krajský úřad Horského kraje`: the noun of a region's name is no capital.
    let hasNoun = lastCapital + 1 < end && tokens[lastCapital + 1].is("kraje")
    return lastCapital + (hasNoun ? 2 : 1)
  }

  /// `organizace Pomoc`, `firmou PH servis Dub`: the capitals after a word for a company.
  func afterCue(_ place: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    guard tokens[place + 1].isCapitalized, tokens[place + 1].gap == .space,
      Self.cues.contains(tokens[place].folded)
    else { return nil }
    var end = place + 1
    var last = place + 1
    while end < tokens.count, end - place < 7, tokens[end].kind == .word,
      tokens[end].gap != .line || end == place + 1
    {
      if tokens[end].isCapitalized { last = end }
      if end - last > 1 || isVerb(tokens[end].folded) { break }
      end += 1
    }
    return place + 1..<last + 1
  }

  /// `Dům pro rodinu – byl otevřen`: what a line names before a dash and that begins as an
  /// institution.
  func beforeDash(_ line: Range<Int>) -> Range<Int>? {
    let tokens = transcript.tokens
    guard let dash = line.prefix(8).first(where: { tokens[$0].is("-") && tokens[$0].gap != .none })
    else {
      return nil
    }
    let name = line.lowerBound..<dash
    guard let first = name.first, tokens[first].isCapitalized, isHead(tokens[first].folded),
      name.count > 1, name.allSatisfy({ tokens[$0].kind == .word })
    else { return nil }
    return name
  }

  private func isHead(_ word: String) -> Bool { Self.heads.contains(word) }

  private static let verbs: Set<String> = [
    "je", "byl", "byla", "se", "bude", "ktery", "ktera", "informoval", "informovala", "uvedl",
  ]

  private func isVerb(_ word: String) -> Bool { Self.verbs.contains(word) }
}
