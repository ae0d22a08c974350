import Domain

/// Regions that give money or do something.
extension OrganizationName {
  /// *kraj* in its cases.
  static let regionNouns: WordSet = ["kraj", "kraje", "kraji", "krajem"]
  private static let money = [
    "dotac", "grant", "prostred", "prispev", "fond", "zadost", "podpor", "financ",
  ]
  private static let nearest = 7

  /// `dotace z Horského kraje`, `Horský kraj vyhlásil`: the region as the one who gives or acts,
  /// and not as where something is.
  func region(from place: Int) -> (name: String, end: Int)? {
    let tokens = transcript.tokens
    guard tokens[place].isCapitalized,
      let name = Municipalities.czech.region(adjective: tokens[place].folded)
    else { return nil }
    let line = transcript.lines[transcript.line(of: place)].tokens
    let isSource =
      ["z", "ze", "od", "na"].contains(tokens[place - 1].folded)
      && (place - Self.nearest..<place + Self.nearest).clamped(to: line).contains { index in
        Self.money.contains(where: tokens[index].folded.hasPrefix)
      }
    let acts =
      tokens[place + 1].is("kraj")
      && (isPastVerb(place + 2) || isSubject(place))
    return isSource || acts ? (name, place + 2) : nil
  }

  /// `Opravu zaplatí Horský kraj`: in the nominative behind a verb in small letters.
  private func isSubject(_ place: Int) -> Bool {
    let before = transcript.tokens[place - 1]
    return before.kind == .word && !before.isCapitalized && transcript.tokens[place].gap == .space
      && !TaskSentence.isPreposition(before.folded) && !["a", "i", "nebo"].contains(before.folded)
      && (isPastVerb(place - 1) || before.folded.hasSuffix("i") || before.folded.hasSuffix("at")
        || before.folded.hasSuffix("it") || before.folded.hasSuffix("uje")
        || before.folded.hasSuffix("dl"))
  }
}
