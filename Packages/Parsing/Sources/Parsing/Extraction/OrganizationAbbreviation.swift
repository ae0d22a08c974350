import Domain

/// Organisations that a text names by their initials, and those whose initials it introduces.
struct OrganizationAbbreviation {
  /// The text.
  let transcript: Transcript

  private static let prepositions: WordSet = ["u", "od", "s", "se", "pro", "pres", "z", "ze"]
  private static let longestInitials = 12
  private static let mostWords = 12

  /// The end of initials: `HZS ČR`, `AeČR`, `u EEMA Novák`.
  func end(from place: Int) -> Int? {
    let token = transcript.tokens[place]
    guard token.kind == .word, token.isCapitalized,
      (2...Self.longestInitials).contains(token.folded.utf8.count)
    else { return nil }
    if token.isUppercase, transcript.is(place + 1, "cr"), transcript.tokens[place + 1].isUppercase,
      transcript.tokens[place + 1].gap == .space
    {
      return place + 2
    }
    if token.folded.utf8.count > 3, token.folded.hasSuffix("cr"),
      transcript.text(place..<place + 1).hasSuffix("ČR")
    {
      return place + 1
    }
    return isNationwide(place) ? place + 1 : behindPreposition(place)
  }

  /// `ČSOP`, `ČMSU`: initials that begin with *Český* in a sentence of small letters.
  private func isNationwide(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.isUppercase && (3...5).contains(token.folded.utf8.count)
      && transcript.bytes[token.range.start..<token.range.end].starts(with: [0xC4, 0x8C])
      && !Self.notNationwide.contains(token.folded)
      && !transcript.tokens[place - 1].isUppercase && !transcript.tokens[place + 1].isUppercase
  }

  private static let notNationwide: WordSet = [
    "csn", "cov", "csr", "cssr", "cas", "cest", "clen", "cast", "casti", "ctu", "cid",
  ]

  /// Capitals after *u* or *od* in a sentence of small letters name whom one deals with.
  private func behindPreposition(_ place: Int) -> Int? {
    let token = transcript.tokens[place]
    guard token.isUppercase, token.folded.utf8.count > 3, !token.folded.allSatisfy(isRoman),
      Self.prepositions.contains(transcript.tokens[place - 1].folded),
      !transcript.tokens[place - 1].isCapitalized, token.gap == .space,
      transcript.tokens[place - 2].kind == .word, !transcript.tokens[place - 2].isUppercase
    else { return nil }
    let next = transcript.tokens[place + 1]
    let isName = next.isCapitalized && next.gap == .space && next.kind == .word
    return isName && !transcript.isRole(place + 1) ? place + 2 : place + 1
  }

  private func isRoman(_ letter: Character) -> Bool { "ivxlc".contains(letter) }

  /// `Asociace nestátních organizací v kraji (dále jen „ANOK“)`: the words whose initials stand in
  /// the brackets.
  func defined() -> [Range<Int>] {
    transcript.places(of: "dale").compactMap { place in
      guard transcript.is(place - 1, "("), let short = abbreviation(after: place),
        let first = short.first
      else { return nil }
      let limit = max(
        transcript.lines[transcript.line(of: place)].tokens.lowerBound, place - 1 - Self.mostWords)
      var start: Int?
      for index in stride(from: place - 2, through: limit, by: -1) {
        let token = transcript.tokens[index]
        guard token.kind == .word || token.is(",") || token.is(".") else { break }
        if token.isCapitalized, token.folded.first == first, place - 1 - index > 2 { start = index }
      }
      return start.map { $0..<place - 1 }.flatMap { fits(short, $0) && !isPaper($0) ? $0 : nil }
    }
  }

  /// Programmes, plans and acts have initials too.
  private func isPaper(_ name: Range<Int>) -> Bool {
    name.contains { place in
      Self.papers.contains(where: transcript.tokens[place].folded.hasPrefix)
    }
  }

  private static let papers = [
    "program", "zakon", "vyhlask", "plan", "strateg", "smlouv", "projekt", "koncepc", "pravidl",
  ]

  /// The initials after *dále jen*, without quotes.
  private func abbreviation(after place: Int) -> String? {
    guard
      let index = (place + 1..<place + 5).first(where: { transcript.tokens[$0].isUppercase }),
      (place + 1..<index).allSatisfy({
        ["jen", "take", "jako", "\""].contains(transcript.tokens[$0].folded)
      })
    else { return nil }
    return transcript.tokens[index].folded
  }

  /// Whether every letter begins a word, in order; small words may have none.
  private func fits(_ short: String, _ name: Range<Int>) -> Bool {
    var letters = Array(short)[...]
    for place in name where transcript.tokens[place].folded.first == letters.first {
      letters.removeFirst()
      if letters.isEmpty { break }
    }
    return letters.count < 2 && short.utf8.count > 1
  }
}
