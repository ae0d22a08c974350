import Domain

/// Where the clause ends that was voted on.
extension VoteSubject {
  /// Whether a clause that begins with `tokens` ends before a token.
  func ends(_ place: Int, _ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    let token = transcript.tokens[place]
    guard place - start > 2 else {
      // `ukládá správci (Dům, s. r. o.) předložit …`
      return token.is("(") && !transcript.is(start, "uklada")
        || place > start && opensRelative(place)
    }
    if place - start == 3, !token.is("je"), token.kind != .number { return false }
    switch token.folded {
    case ",": return endsAtComma(place, tokens)
    case "a": return endsAtAnd(place, tokens)
    case "c" where transcript.is(place + 1, "."):
      return words(in: start..<place) > Self.mostWords
    case "(", ";", "ktera", "ktery", "je": return true
    case "takto", "nasledovne": return transcript.is(place + 1, ":")
    // `souhlas s hlasováním na dálku / mailem /`
    case "/": return token.gap != .none
    default:
      return token.kind == .number && !isShort(tokens)
        && DateScanner(tokens: transcript.tokens[tokens]).date(at: place)?.day != nil
    }
  }

  private func endsAtComma(_ place: Int, _ tokens: Range<Int>) -> Bool {
    guard place + 1 < tokens.upperBound else { return true }
    if transcript.isInsideName(place) || isInsideAmount(place) { return false }
    // `pozemky č. 12, 14 a 15`
    if transcript.tokens[place - 1].kind == .number, transcript.tokens[place + 1].kind == .number {
      return false
    }
    // `vyhlášku č. 3/2022, o místním poplatku`
    let isDecree = (tokens.lowerBound..<place).contains { index in
      ["vyhlask", "narizen"].contains(where: transcript.tokens[index].folded.hasPrefix)
    }
    if isDecree, transcript.is(place + 1, "o") { return false }
    return !opensMember(place + 1) && !refersOn(place + 1)
  }

  /// `v čl. VI, bodu 2 a v čl. VII`: the next part of a text that is changed.
  private func refersOn(_ place: Int) -> Bool {
    [place, place + 1].contains { index in
      Self.parts.contains(transcript.tokens[index].folded)
        && (index + 1..<index + 3).contains { next in
          let token = transcript.tokens[next]
          return token.kind == .number
            || token.isUppercase && !token.folded.isEmpty
              && token.folded.allSatisfy { "ivx".contains($0) }
        }
    }
  }

  private static let parts: WordSet = [
    "cl", "clanku", "bod", "bodu", "bode", "bodech", "odst", "odstavci", "odstavce", "pism",
  ]

  /// `školy a školky` goes on, `schvaluje program a ukládá předsedovi …` does not.
  private func endsAtAnd(_ place: Int, _ tokens: Range<Int>) -> Bool {
    // `prodej dílu „a“`
    guard !transcript.is(place - 1, "\""), place + 1 < tokens.upperBound else { return false }
    if (place + 1..<min(place + 3, tokens.upperBound)).contains(where: isOperative) { return true }
    if opensMember(place + 1) || transcript.tokens[place + 1].kind == .number { return false }
    // `akce Oprava a výměna svítidel`
    if refersOn(place + 1) || transcript.tokens[place - 1].isCapitalized { return false }
    return words(in: tokens.lowerBound..<place) >= Self.enoughWords
  }

  /// `Jan Nový`, `p. Nová`: the next of a list.
  private func opensMember(_ place: Int) -> Bool {
    transcript.tokens[place].isCapitalized
      || transcript.is(place + 1, ".") && transcript.tokens[place].folded.utf8.count < 6
        && transcript.tokens[place + 2].isCapitalized
  }

  /// How many words and numbers stand apart.
  private func words(in tokens: Range<Int>) -> Int {
    tokens.count { place in
      transcript.tokens[place].kind != .mark
        && (transcript.tokens[place].gap != .none || place == tokens.lowerBound)
    }
  }

  /// As many words as name something, up to the end of a phrase.
  func short(_ tokens: Range<Int>) -> Range<Int> {
    let all = withoutApproval(tokens)
    let short = ShortClause(transcript: transcript, mostWords: Self.mostWords).shortened(all)
    guard short.upperBound < all.upperBound else { return short }
    return completed(wholePhrase(short), all.upperBound)
  }

  /// Without an adjective whose noun does not fit: `od příštího`.
  private func wholePhrase(_ tokens: Range<Int>) -> Range<Int> {
    let last = tokens.upperBound - 1
    guard transcript.tokens[tokens.upperBound].kind == .word, last - tokens.lowerBound > 4,
      ShortClause.opensPhrase(transcript.tokens[last - 1]),
      ["eho", "iho", "emu", "imu"].contains(where: transcript.tokens[last].folded.hasSuffix)
    else { return tokens }
    return tokens.lowerBound..<last - 1
  }

  /// Where there is no room for both, what was approved says more than that it was.
  private func withoutApproval(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, transcript.is(first, "schvaluje"),
      words(in: first + 1..<max(first + 1, tokens.upperBound)) >= Self.mostWords
    else { return tokens }
    return first + 1..<tokens.upperBound
  }

  /// `opatření č.` and `na rok` go on to their number, `pozemku parc` ends with the word before.
  private func completed(_ tokens: Range<Int>, _ limit: Int) -> Range<Int> {
    guard let last = tokens.last else { return tokens }
    var end = tokens.upperBound
    while end < limit, transcript.is(end, ".") { end += 1 }
    if Self.counted.contains(transcript.tokens[last].folded), end < limit,
      transcript.tokens[end].kind == .number
    {
      repeat { end += 1 } while end < limit && transcript.tokens[end].gap == .none
      return transcript.trimmed(tokens.lowerBound..<end)
    }
    var upper = tokens.upperBound
    while upper > tokens.lowerBound + 1,
      Self.hangingWords.contains(transcript.tokens[upper - 1].folded)
        || [",", ".", ":", ";", "-", "("].contains(transcript.tokens[upper - 1].folded)
    {
      upper -= 1
    }
    return tokens.lowerBound..<upper
  }

  private static let enoughWords = 6
  private static let counted: WordSet = ["c", "cislo", "rok", "roku", "roce", "p", "parc"]
  private static let hangingWords: WordSet = [
    "c", "cislo", "parc", "p", "st", "k", "u", "v", "ve", "s", "se", "z", "ze", "na", "o", "do",
    "od", "pro", "za", "a", "i", "ul", "dle", "podle", "po", "pri",
  ]
}
