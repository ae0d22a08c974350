import Domain

extension PeopleList {
  /// Adds what stands after a person: a status, a role or an organisation.
  mutating func attach(_ words: Range<Int>, isShared: Bool = true) {
    // `– 14 osob` counts them.
    guard let first = words.first(where: { tokens[$0].kind == .word }),
      let last = people.indices.last, !isCount(words), !isLegend(words)
    else { return }
    let word = tokens[first].folded
    if isShared, let plural = Self.pluralStatus(word) { return apply(plural) }
    // `(omluvena od 17 h)` was there before.
    let isLater =
      words.count > 2 && ["od", "v", "z"].contains(tokens[first + 1].folded)
      && tokens[first + 2].kind == .number
    if word.hasPrefix("omluv"), !isLater { people[last].status = .excused }
    if ["nepritom", "neomluv"].contains(where: word.hasPrefix) { people[last].status = .absent }
    if Self.remarks.contains(where: word.hasPrefix) || Self.remarkWords.contains(word)
      || tokens[words].contains(where: { $0.is(":") }) || isReason(words)
    {
      return
    }
    // `Spolek Naděje přišla později`
    let late = words.dropFirst().first { PeopleLine.isArrival($0, tokens) }
    let words = transcript.trimmed(words.lowerBound..<(late ?? words.upperBound))
    let fact = transcript.fact(words)
    if transcript.isRole(first) {
      people[last].role = people[last].role ?? fact
    } else if tokens[words].contains(where: { $0.folded.utf8.count > 2 && $0.kind == .word }) {
      if isShared { return attachOrganization(fact, upTo: last) }
      people[last].organization = people[last].organization ?? fact
    }
  }

  /// `(pracovní důvody)`, `– nemoc`, `(služební cesta)` tell why somebody is missing.
  private func isReason(_ words: Range<Int>) -> Bool {
    guard words.count < 6 else { return false }
    return words.contains { place in
      let token = tokens[place]
      // `(ředitelka nemocnice Dolní Lázně)`: a name gives no reason.
      guard place == words.lowerBound || !token.isCapitalized else { return false }
      return Self.reasonWords.contains(token.folded)
        || Self.reasons.contains(where: token.folded.hasPrefix)
    }
  }

  private static let reasons = ["duvod", "dovolen", "neschopn", "zaneprazdn", "nemocen"]
  private static let reasonWords: WordSet = [
    "nemoc", "nemoci", "nemocny", "nemocna", "cesta", "ceste", "pn", "ocr", "pracovne", "sluzebne",
    "rodinne", "zdravotne", "skoleni", "karantena", "karantene", "lazne", "zahranici",
    "pobyt", "pobytu", "staz", "stazi",
  ]

  /// `(P – přítomen, O – omluven)` explains letters.
  private func isLegend(_ words: Range<Int>) -> Bool {
    tokens[words].contains { $0.folded.hasPrefix("pritom") }
      && tokens[words].contains { $0.folded.hasPrefix("omluv") }
  }

  private func isCount(_ words: Range<Int>) -> Bool {
    guard tokens[words.lowerBound].kind == .number else { return false }
    let unit = tokens[words.lowerBound + 1].folded
    return words.count == 1 || ["osob", "clen", "pritom", "hlas"].contains(where: unit.hasPrefix)
  }

  /// An organisation at the end of a line belongs to everybody in the line who has none yet.
  private mutating func attachOrganization(_ fact: Fact<String>, upTo last: Int) {
    let line = transcript.line(of: people[last].person.tokens.lowerBound)
    for index in people.indices.reversed()
    where transcript.line(of: people[index].person.tokens.lowerBound) == line {
      guard people[index].organization == nil, people[index].role == nil else { break }
      people[index].organization = fact
    }
  }

  private static let remarks = [
    "prichod", "odchod", "odes", "odjel", "prijel", "prise", "prijde", "online", "omluv",
    "nepritom", "neomluv", "zastoup", "zastupuj", "informac", "dostavil", "pritom", "pripojen",
    "castecne",
  ]
  private static let remarkWords: WordSet = ["v", "ve", "od", "do", "na", "on", "po", "chybi"]
}
