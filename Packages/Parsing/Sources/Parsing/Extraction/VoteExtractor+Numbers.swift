import Domain

/// The number that belongs to a word of an answer, before it or behind it.
extension VoteExtractor {
  private static let numberWords = [
    "nula": 0, "nikdo": 0, "jeden": 1, "jedna": 1, "dva": 2, "dve": 2, "tri": 3, "ctyri": 4,
    "pet": 5, "sest": 6, "sedm": 7, "osm": 8, "devet": 9, "deset": 10, "jedenact": 11,
    "dvanact": 12, "trinact": 13, "ctrnact": 14, "patnact": 15,
  ]

  /// How many gave the answer at a word, beside which its number stands as beside the other words.
  ///
  /// - Parameter isShares: Whether shares of a house vote, whose thousands may stand without dots.
  func count(
    at place: Int, _ isBefore: Bool, _ isNames: Bool, isShares: Bool = false
  ) -> Fact<Int>? {
    if isShares, let number = shares(after: place) { return number }
    if isNames { return names(after: place) ?? number(after: place) }
    // `12 pro, 0 proti, zdrželi se 2`
    if isBefore { return number(before: place) ?? number(after: place) }
    return number(after: place) ?? (isAbstention(place) ? named(after: place) : nil)
  }

  /// `zdržel se`, `zdr.`
  func isAbstention(_ place: Int) -> Bool {
    transcript.tokens[place].folded.hasPrefix("zdrz")
      || transcript.is(place, "zdr") && transcript.is(place + 1, ".")
  }

  /// `nikdo se nezdržel`
  func isNone(_ place: Int) -> Bool { transcript.tokens[place].folded.hasPrefix("nezdrz") }

  /// The number that stands behind a word of an answer.
  func number(after place: Int) -> Fact<Int>? {
    var index = place + 1
    let isAbstention = isAbstention(place)
    while index < min(place + (isAbstention ? 8 : 5), transcript.tokens.count),
      Self.between.contains(transcript.tokens[index].folded)
        || isAbstention && isEnding(index)
    {
      index += 1
    }
    // `Proti: ---`
    if index > place + 2, transcript.tokens[index].gap == .line, transcript.is(index - 1, "-") {
      return Fact(0, transcript.range(place..<index), confidence: 0.75)
    }
    // A point that begins in the next line has a number of its own.
    if transcript.tokens[index].gap == .line,
      layout.itemLabels[transcript.line(of: min(index, transcript.tokens.count - 1))] != nil
    {
      return nil
    }
    return number(at: index, from: place)
  }

  private static let between: WordSet = [
    ":", "(", "se", "-", "=", ".", "|", "hlasovalo", "hlasoval", "bylo", "byl", "nebyl", "vsichni",
  ]

  /// `zdržel/a se`, `zdržel(i) se hlasování`
  private func isEnding(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.is("hlasovani") || token.is("/") || token.is(")")
      || token.gap == .none && ["a", "i", "o", "y"].contains(token.folded)
  }

  /// `zdržel se: p. Nový`: who abstained instead of how many.
  private func named(after place: Int) -> Fact<Int>? {
    let line = transcript.lines[transcript.line(of: place)].tokens
    guard let colon = (place + 1..<place + 4).first(where: { transcript.is($0, ":") }),
      colon < line.upperBound
    else { return nil }
    let value = colon + 1..<max(colon + 1, line.upperBound)
    guard !value.isEmpty, value.count < 24,
      value.allSatisfy({ transcript.tokens[$0].kind != .number && !transcript.is($0, "pro") }),
      value.allSatisfy({
        transcript.tokens[$0].kind == .mark || transcript.tokens[$0].isCapitalized
          || Titles.czech.opens(transcript.tokens[$0].folded) || transcript.is($0, "a")
          || transcript.is($0 + 1, ".") && transcript.tokens[$0].folded.utf8.count < 5
      }), value.contains(where: { transcript.tokens[$0].isCapitalized })
    else { return nil }
    let commas = value.count { transcript.is($0, ",") || transcript.is($0, "a") }
    return Fact(commas + 1, transcript.range(place..<value.upperBound), confidence: 0.7)
  }

  /// A number with its thousands, as shares of a house vote: `1.383.088 hlasů`.
  private func number(at index: Int, from start: Int) -> Fact<Int>? {
    if let value = Self.numberWords[transcript.tokens[index].folded] {
      return Fact(value, transcript.range(start..<index + 1), confidence: 0.8)
    }
    guard var value = transcript.tokens[index].number, value < 1000 else { return nil }
    var end = index + 1
    while transcript.is(end, "."), transcript.tokens[end].gap == .none,
      transcript.tokens[end + 1].gap == .none, transcript.tokens[end + 1].folded.utf8.count == 3,
      let group = transcript.tokens[end + 1].number, value < 1_000_000
    {
      value = value * 1000 + group
      end += 2
    }
    return Fact(value, transcript.range(start..<end))
  }

  /// `zdržel se 9748`
  private func shares(after place: Int) -> Fact<Int>? {
    let number = (place + 1..<place + 5).clamped(to: 0..<transcript.lineEnd(of: place)).first {
      transcript.tokens[$0].kind == .number
    }
    guard let number, let value = transcript.tokens[number].number, value > 999,
      value < Self.mostShares
    else { return nil }
    return Fact(value, transcript.range(place..<number + 1))
  }

  private static let mostShares = 10_000_000
  private static let voters = WordList(["se", "x", "hlas*", "clen*", "nebyl*"])

  /// The number that stands before a word of an answer.
  func number(before place: Int) -> Fact<Int>? {
    // `1 se zdržel`, `3 hlasy pro`, `1 člen se zdržel`, `9x pro`
    var number = place - 1
    while number > max(0, place - 4),
      Self.voters.contains(transcript.tokens[number].folded)
    {
      number -= 1
    }
    guard number >= 0, transcript.tokens[place].gap != .line,
      let value = transcript.tokens[number].number
        ?? Self.numberWords[transcript.tokens[number].folded], value < 1000
    else { return nil }
    return Fact(value, transcript.range(number..<place + 1))
  }

  /// Whether something else than the next answer or the outcome stands in the line below.
  private func isListBelow(_ line: Int) -> Bool {
    guard line + 1 < transcript.lines.count else { return false }
    let word = transcript.tokens[transcript.lines[line + 1].tokens.lowerBound].folded
    return !["pro", "zdrz", "schval", "prijat", "vysled", "neprij"].contains(where: word.hasPrefix)
  }

  /// How many names stand after `Pro:` in its line; *nikdo* and nothing are none.
  private func names(after place: Int) -> Fact<Int>? {
    let line = transcript.lines[transcript.line(of: place)].tokens
    let isLabel = place == line.lowerBound || transcript.tokens[place - 1].kind == .mark
    guard isLabel, let colon = (place + 1..<place + 3).first(where: { transcript.is($0, ":") })
    else { return nil }
    let below = transcript.line(of: place) + 1
    if colon + 1 >= line.upperBound, let voters = voters(in: below) { return voters }
    let value = colon + 1..<wholeList(max(colon + 1, line.upperBound))
    if value.isEmpty, isListBelow(transcript.line(of: place)) { return nil }
    if value.isEmpty || transcript.is(colon + 1, "nikdo") {
      return Fact(0, transcript.range(place..<colon + 1), confidence: 0.8)
    }
    guard value.allSatisfy({ transcript.tokens[$0].kind != .number }), value.count < 80 else {
      return nil
    }
    let commas = value.count { transcript.is($0, ",") }
    return Fact(commas + 1, transcript.range(place..<value.upperBound), confidence: 0.7)
  }
}

/// Voters whose names fill lines of their own.
extension VoteExtractor {
  /// `Pro: Jana Malá,` and in the next line `Petr Dub`: where the list ends.
  private func wholeList(_ end: Int) -> Int {
    var end = end
    while end < transcript.tokens.count, transcript.is(end - 1, ",") {
      end = transcript.lineEnd(of: end)
    }
    return end
  }

  /// `Jana Malá, Ing. Petr Dub`, or `nikdo`, in the line under `Pro návrh:`.
  private func voters(in line: Int) -> Fact<Int>? {
    guard line < transcript.lines.count, layout.itemLabels[line] == nil else { return nil }
    let tokens = transcript.trimmed(transcript.lines[line].tokens)
    if tokens.count == 1, transcript.is(tokens.lowerBound, "nikdo") {
      return Fact(0, transcript.range(tokens), confidence: 0.75)
    }
    let names = transcript.tokens[tokens].split { $0.is(",") }
    let isNames = names.allSatisfy { name in
      name.count > 1 && name.allSatisfy { $0.isCapitalized || $0.is(".") || $0.is("et") }
    }
    guard isNames, names.count > 1 else { return nil }
    return Fact(names.count, transcript.range(tokens), confidence: 0.7)
  }
}
