import Domain

/// Where a name with a legal form begins when the capitals before it belong to something else.
extension OrganizationName {
  private static let outside: WordSet = [
    "k", "ke", "o", "v", "ve", "z", "ze", "dle", "podle", "mezi", "od", "do", "za",
  ]
  /// Papers that are made about an organisation and stand right before its name.
  private static let papers = WordList(
    beginnings: [
      "rozpoct", "rozpocet", "smlouv", "navrh", "zprav", "vyhled", "vyjadren", "zadost", "dohod",
      "dodatek", "dodatk", "nabidk", "faktur", "objednavk", "stanovisk", "stanov",
      "ucet", "zaverecn", "stredned", "jednatel", "zastupc", "projekt",
    ])

  /// `Vyjádření k navýšení výroby v areálu KOVO, s. r. o.`, `obce Lhota a dobrovolného svazku obcí
  /// Čistá voda, d. s. o.`: without a word for an institution only the last capitals are the name.
  func beginning(of name: Range<Int>) -> Int {
    let tokens = transcript.tokens
    guard let last = lastCapitals(of: name), last > name.lowerBound else { return name.lowerBound }
    let before = name.lowerBound..<last
    if let head = headBehindAnd(before) { return head }
    if isInstitution(name.lowerBound) { return name.lowerBound }
    let isAbout = before.contains { place in
      let token = tokens[place]
      return Self.papers.contains(token.folded)
        || !token.isCapitalized && Self.outside.contains(token.folded)
    }
    return isAbout ? last : name.lowerBound
  }

  /// The first of the capitals that end the name.
  private func lastCapitals(of name: Range<Int>) -> Int? {
    let tokens = transcript.tokens
    var start: Int?
    for place in name.reversed() {
      let token = tokens[place]
      let belongs = token.isCapitalized || token.kind == .number || token.kind == .mark
      guard belongs, !Self.papers.contains(token.folded) else { break }
      if token.isCapitalized { start = place }
    }
    return start
  }

  /// `Lhota a Spolek přátel Lhoty, z. s.`: what stands before *a* is another one.
  private func headBehindAnd(_ words: Range<Int>) -> Int? {
    let tokens = transcript.tokens
    return words.dropFirst().first { place in
      tokens[place - 1].is("a") && tokens[place].isCapitalized && isInstitution(place)
        && !isInstitution(words.lowerBound)
    }
  }

  /// A word for an institution, alone or behind its adjectives.
  private func isInstitution(_ place: Int) -> Bool {
    let tokens = transcript.tokens
    if isHead(tokens[place].folded) { return true }
    for index in place..<place + 3 {
      let word = tokens[index].folded
      if Self.nouns.contains(word) || Self.isCue(word) { return true }
      guard isAdjective(word) else { return false }
    }
    return false
  }

  /// Whether a line ends before a token; the page may break a name between its capitals.
  func endsLine(before place: Int) -> Bool {
    let tokens = transcript.tokens
    guard tokens[place].gap == .line else { return false }
    return transcript.isBreak(place) || !tokens[place].isCapitalized
      || !tokens[place - 1].isCapitalized
  }

  /// `smlouva k. ú. Lhota s Lípa, a. s.`, `projektu „Sady“ pro Lípa, z. s.`: a preposition before
  /// the name; *Unie pro Lípu* has its noun before it.
  func isOutside(_ preposition: Int) -> Bool {
    let token = transcript.tokens[preposition]
    guard !token.isCapitalized, preposition > 0 else { return false }
    if token.is("s") || token.is("se") { return true }
    return token.is("pro") && !transcript.tokens[preposition - 1].isCapitalized
  }

  /// `Městský úřad Lhota Dlouhá 5`, `Tělovýchovná jednota Lhota Jan Nový`: a street and a person
  /// behind the town are no part of the name.
  func isBesideTown(_ place: Int, in name: Int) -> Bool {
    let tokens = transcript.tokens
    guard place - name > 1, tokens[place].isCapitalized, tokens[place - 1].isCapitalized else {
      return false
    }
    let isStreet = tokens[place + 1].kind == .number && tokens[place + 1].gap == .space
    let isPerson = GivenNames.contains(tokens[place].folded) && tokens[place + 1].isCapitalized
    guard isStreet || isPerson else { return false }
    return (max(name + 1, place - 3)..<place).contains { start in
      Municipalities.czech.match(tokens, at: start, limit: place)?.end == place
    }
  }

  /// `Plavecký klub Lhota`, `Národní síť Místních akčních skupin`: a word for a company that
  /// adjectives of a name describe.
  func isDescribed(_ cue: Int) -> Bool {
    let tokens = transcript.tokens
    if tokens[cue - 1].isCapitalized, Self.clubs.contains(tokens[cue].folded),
      ["y", "e", "i"].contains(where: tokens[cue - 1].folded.hasSuffix)
    {
      return true
    }
    return !tokens[cue - 1].isCapitalized && isAdjective(tokens[cue - 1].folded)
      && tokens[cue - 2].isCapitalized && isAdjective(tokens[cue - 2].folded)
  }

  private static let clubs: WordSet = [
    "klub", "spolek", "sdruzeni", "druzstvo", "centrum", "ustav", "institut", "divadlo",
  ]
}
