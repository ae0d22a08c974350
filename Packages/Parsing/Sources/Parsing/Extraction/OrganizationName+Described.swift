import Domain

/// Names that a common noun introduces and belongs to: associations, cooperatives, municipalities.
extension OrganizationName {
  /// `občanské sdružení Lípa 2`, `bytového družstva Na Kopci`, `MÍR, stavební bytové družstvo`:
  /// what an association is stands in small letters beside its name, and is told in the
  /// nominative. The place is that of the noun.
  func described(_ noun: Int) -> (name: String, tokens: Range<Int>)? {
    let tokens = transcript.tokens
    // Most words are told apart by their first letter.
    let initial = tokens[noun].folded.utf8.first
    guard initial == UInt8(ascii: "s") || initial == UInt8(ascii: "d"),
      let name = Self.associations.first(where: { tokens[noun].folded.hasPrefix($0.stem) })
    else { return nil }
    var start = noun
    var words = [name.nominative]
    while noun - start < 3, tokens[start].gap != .line,
      let sort = Self.sorts.first(where: { tokens[start - 1].folded.hasPrefix($0.stem) })
    {
      start -= 1
      words.insert(sort.nominative, at: 0)
    }
    guard start < noun else { return nil }
    if tokens[start].isCapitalized { words[0] = Self.capitalized(words[0]) }
    let kind = words.joined(separator: " ")
    if let quoted = quoted(after: noun) {
      return ("\(kind) \(transcript.text(quoted))", start..<quoted.upperBound + 1)
    }
    if let end = nameEnd(after: noun) {
      return ("\(kind) \(transcript.text(noun + 1..<end))", start..<end)
    }
    return nameBefore(start).map { first in
      ("\(transcript.text(first..<start - 1)), \(kind)", first..<noun + 1)
    }
  }

  private static let associations = [
    (stem: "sdruzeni", nominative: "sdružení"), (stem: "druzstv", nominative: "družstvo"),
  ]
  private static let sorts = [
    (stem: "obcansk", nominative: "občanské"), (stem: "bytov", nominative: "bytové"),
    (stem: "stavebni", nominative: "stavební"), (stem: "zajmov", nominative: "zájmové"),
    (stem: "rodicovsk", nominative: "rodičovské"), (stem: "mysliveck", nominative: "myslivecké"),
  ]

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// The capitals behind the noun, with a number and with the noun of an adjective: `Červený vrch`.
  private func nameEnd(after noun: Int) -> Int? {
    let tokens = transcript.tokens
    let first = tokens[noun + 1]
    guard first.isCapitalized, first.gap == .space, !GivenNames.contains(first.folded),
      !Titles.czech.opens(first.folded), !transcript.isRole(noun + 1)
    else { return nil }
    var end = noun + 2
    while end - noun < 6, tokens[end].kind == .word, tokens[end].isCapitalized,
      tokens[end].gap == .space
    {
      end += 1
    }
    if tokens[end].kind == .number, tokens[end].gap == .space,
      !tokens[end + 1].is(".") || tokens[end + 2].gap == .line
    {
      return end + 1
    }
    let isLast = tokens[end + 1].kind == .mark || tokens[end + 1].gap == .line
    let needsNoun = isAdjective(tokens[end - 1].folded) && end == noun + 2
    return needsNoun && isLast && tokens[end].kind == .word && tokens[end].gap == .space
      ? end + 1 : end
  }

  /// The capitals before a comma.
  private func nameBefore(_ start: Int) -> Int? {
    let tokens = transcript.tokens
    guard tokens[start - 1].is(","), tokens[start - 2].isCapitalized,
      tokens[start - 2].kind == .word
    else { return nil }
    var first = start - 2
    // `Stanovy DOMOV`: what is not in capitals stands before a name that is.
    let isShouted = tokens[first].isUppercase
    while start - first < 6, tokens[first].gap == .space, tokens[first - 1].isCapitalized,
      tokens[first - 1].isUppercase || !isShouted
    {
      first -= 1
    }
    return GivenNames.contains(tokens[first].folded) || Titles.czech.opens(tokens[first].folded)
      ? nil : first
  }

  /// `dotace od města Žatce`, `městys Lípa vyjádřil nesouhlas`: a municipality that acts, by its
  /// name in the nominative. `ve městě Žatec` is a place.
  func municipality(from place: Int) -> (name: String, end: Int)? {
    let tokens = transcript.tokens
    guard Self.isMunicipal(tokens[place].folded),
      let noun = Self.municipal[tokens[place].folded], acts(place, noun)
    else { return nil }
    let first = tokens[place + 1]
    guard first.kind == .word, first.isCapitalized, first.gap == .space, !first.isUppercase,
      first.folded.utf8.count > 1,
      !Titles.czech.opens(first.folded), !transcript.isRole(place + 1)
    else { return nil }
    let head = tokens[place].isCapitalized ? Self.capitalized(noun.name) : noun.name
    if let town = Municipalities.czech.match(tokens, at: place + 1, limit: tokens.count) {
      return ("\(head) \(town.name)", town.end)
    }
    guard noun.isNominative || tokens[place].is("obci") || tokens[place].isCapitalized else {
      return nil
    }
    // The name of a village keeps its nominative behind the noun, if it is not agreed with it.
    var end = place + 2
    while end - place < 5, tokens[end].gap == .space, tokens[end].kind == .word,
      tokens[end].isCapitalized
        || Self.besides.contains(tokens[end].folded)
          && tokens[end + 1].isCapitalized,
      !NameEnd.isThere(end, in: transcript)
    {
      end += 1
    }
    return ("\(head) \(transcript.text(place + 1..<end))", end)
  }

  /// A noun for a municipality in one of its cases.
  struct MunicipalNoun {
    let name: String
    let isNominative: Bool
    /// Whether only what stands before tells the municipality from its territory.
    let isGenitive: Bool
  }

  private static let municipal: [String: MunicipalNoun] = {
    var nouns: [String: MunicipalNoun] = [:]
    for (name, cases) in [
      ("město", ["mesto", "mesta", "mestu", "mestem"]), ("obec", ["obec", "obce", "obci"]),
      ("městys", ["mestys", "mestyse", "mestysi", "mestysem"]),
    ] {
      for (place, word) in cases.enumerated() {
        nouns[word] = MunicipalNoun(name: name, isNominative: place == 0, isGenitive: place == 1)
      }
    }
    return nouns
  }()

  private static let municipalWords = WordSet(Array(municipal.keys))

  /// Whether a folded word may stand for a municipality.
  static func isMunicipal(_ word: String) -> Bool { municipalWords.contains(word) }

  private static let besides: WordSet = ["nad", "pod", "u"]
  private static let ofSomebody: WordSet = ["od", "za", "zastupce", "zastupci", "strany"]
  private static let somewhere: WordSet = [
    "v", "ve", "na", "po", "o", "pri", "do", "z", "ze", "mimo", "kolem", "okolo", "pres", "uzemi",
  ]

  private func acts(_ place: Int, _ noun: MunicipalNoun) -> Bool {
    let (own, before) = (transcript.tokens[place], transcript.tokens[place - 1].folded)
    if own.gap != .line, Self.somewhere.contains(before) { return false }
    // `svazku obcí Dolní voda` is one name.
    if Self.unions.contains(where: before.hasPrefix) { return false }
    return !noun.isGenitive || own.isCapitalized || Self.ofSomebody.contains(before)
  }

  private static let unions = ["svaz", "sdruzeni", "mikroregion"]

  /// `od TOPKOMu`: capitals with an ending in small letters are a name, whatever others are.
  func inflectedCapitals(_ place: Int) -> String? {
    let token = transcript.tokens[place]
    guard token.isCapitalized, !token.isUppercase, mayGoOnInCapitals(token), token.kind == .word,
      token.gap == .space, token.folded.utf8.count > Self.leastCapitals,
      !transcript.tokens[place - 1].isCapitalized,
      !Words.isCourtesy(transcript.tokens[place - 1].folded), !transcript.tokens[place - 1].is(".")
    else { return nil }
    let text = transcript.text(place..<place + 1)
    let capitals = text.prefix { $0.isUppercase }
    let ending = text.dropFirst(capitals.count)
    guard capitals.count >= Self.leastCapitals, Self.caseEndings.contains(String(ending)),
      !Self.noNames.contains(Folding.fold(String(capitals)))
    else { return nil }
    return String(capitals)
  }

  /// Whether the second letter can be a capital: most names show by one byte that it is none.
  private func mayGoOnInCapitals(_ token: Token) -> Bool {
    let second = token.range.start + (transcript.bytes[token.range.start] < 0x80 ? 1 : 2)
    guard second < token.range.end else { return false }
    return transcript.bytes[second] >= 0x80 || transcript.bytes[second] &- UInt8(ascii: "A") < 26
  }

  private static let leastCapitals = 4
  private static let caseEndings: Set<String> = ["u", "em", "ovi", "y", "e", "ě", "a", "ou", "ů"]
  private static let noNames: WordSet = ["covid", "gdpr", "zoom", "excel", "facebook", "word"]
}
