import Domain

/// Names that a sentence tells, and building works that only their quotes and their nouns tell.
extension ProjectNames {
  private static let programmes = WordSet(
    FactTable.words.values(of: "programme")
  ).union(["esf", "opz", "op", "opjak", "iti", "erdf"])

  /// `projekt ESF Rozvoj kroužků`: the programme that pays is no part of the name.
  func afterProgramme(_ start: Int) -> Int {
    let token = transcript.tokens[start]
    let next = transcript.tokens[start + 1]
    let isPaid =
      token.isUppercase && Self.programmes.contains(token.folded)
      && next.isCapitalized && !next.isUppercase && next.gap == .space
    return isPaid ? start + 1 : start
  }

  /// `projekt se jmenuje Hřištěm k pohybu`, `projekt ponese název Zahrada`.
  func named(after start: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    let isCalled = tokens[start].is("se") && tokens[start + 1].is("jmenuje")
    let isNamed =
      ["ponese", "nese", "s", "pod"].contains(tokens[start].folded)
      && ["nazev", "nazvem"].contains(tokens[start + 1].folded)
    guard isCalled || isNamed else { return nil }
    return quoted(after: start + 2) ?? plain(after: start + 2)
  }

  /// The words for a building work that a name in quotes follows.
  static let works: WordSet = ["stavba", "stavby", "stavbu", "stavbe", "stavbou", "akce", "akci"]

  static let buildings = [
    "rekonstrukc", "revitalizac", "oprav", "vystavb", "modernizac", "zateplen", "obnov",
    "prestavb", "novostavb", "regenerac", "vymen", "stavebn", "pristavb", "nastavb", "dostavb",
  ]

  /// `stavby „Rekonstrukce chodníku“`; an event in quotes is none.
  func work(at place: Int) -> ProjectMention? {
    guard let name = quoted(after: place + 1), name.count > 1,
      Self.buildings.contains(where: transcript.tokens[name.lowerBound].folded.hasPrefix)
    else { return nil }
    return ProjectMention(name: name)
  }

  /// `MAP` and `KAP`: plans of schooling that are projects under their number and name.
  static let actionPlans: WordSet = ["map", "kap"]

  /// `MAP IV Vzdělávání na Lipsku`
  func actionPlan(at place: Int) -> ProjectMention? {
    let tokens = transcript.tokens
    let number = tokens[place + 1]
    guard tokens[place].isUppercase, number.isUppercase, number.gap == .space,
      number.folded.allSatisfy({ "ivx".contains($0) }), tokens[place + 2].gap == .space,
      tokens[place + 2].isCapitalized, !tokens[place + 2].isUppercase
    else { return nil }
    return plain(after: place).map { ProjectMention(name: $0) }
  }
}
