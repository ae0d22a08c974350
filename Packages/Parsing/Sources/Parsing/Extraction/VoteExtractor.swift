import Domain

/// Votes in every notation: `Pro: 7 Proti: 0 Zdržel se: 1`, `9 pro, 0 proti`, `PRO ( 7 ) – …`,
/// `19-0-0`, `11 / 0 / 1`, and `Pro: Jana, Petr` with names instead of numbers.
struct VoteExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let window = 60
  private static let names = 180
  private static let words = WordList(["pro", "proti", "zdrz*"])
  private static let numberWords = [
    "nula": 0, "nikdo": 0, "jeden": 1, "jedna": 1, "dva": 2, "dve": 2, "tri": 3, "ctyri": 4,
    "pet": 5, "sest": 6, "sedm": 7, "osm": 8, "devet": 9, "deset": 10, "jedenact": 11,
    "dvanact": 12, "trinact": 13, "ctrnact": 14, "patnact": 15,
  ]

  /// Returns the votes in the order of the text.
  func votes() -> [ExtractedVote] {
    let bare = BareCounts(transcript: transcript)
    let subjects = VoteSubject(layout: layout)
    var found: [(place: Int, vote: ExtractedVote)] = []
    var lines: Set<Int> = []
    var last = 0
    var place = layout.tokens(ofLines: layout.frontMatter).upperBound
    var words = transcript.places(of: Self.words)[...]
    while place < transcript.tokens.count {
      while let word = words.first, word < place { words.removeFirst() }
      let counts =
        transcript.tokens[place].kind == .number
        ? bare.counts(at: place) : words.first == place ? named(at: place) : nil
      guard let counts else {
        place += 1
        continue
      }
      if !isShare(counts), !isBlank(counts),
        let text = subjects.subject(of: counts.tokens, after: last)
      {
        let vote = ExtractedVote(
          text: text, inFavour: counts.inFavour, against: counts.against,
          abstained: counts.abstained)
        found.append((place, vote))
        lines.insert(transcript.line(of: place))
      }
      place = counts.tokens.upperBound
      last = end(of: counts)
    }
    let spoken = SpokenVote(layout: layout).votes(besides: lines)
    lines.formUnion(spoken.map { transcript.line(of: $0.place) })
    let answered = YesNoVote(layout: layout).votes(besides: lines)
    lines.formUnion(answered.map { transcript.line(of: $0.place) })
    found += spoken + answered + UnanimousVote(layout: layout).votes(besides: lines)
    return found.sorted { $0.place < $1.place }.map(\.vote)
  }

  /// The token after the last number, which may follow its word.
  private func end(of counts: VoteCounts) -> Int {
    let facts = [counts.inFavour, counts.against, counts.abstained]
    let ends = facts.map { transcript.tokens(of: $0.source).upperBound }
    return max(counts.tokens.upperBound, ends.max() ?? 0)
  }

  /// `Pro: 0, proti: 0, zdržel se: 0` is a form that nobody filled in.
  private func isBlank(_ counts: VoteCounts) -> Bool {
    counts.inFavour.value + counts.against.value + counts.abstained.value == 0
  }

  /// `pro 75,3 %` is a share and no number of votes.
  private func isShare(_ counts: VoteCounts) -> Bool {
    let number = transcript.tokens(of: counts.inFavour.source).upperBound
    return transcript.is(number, "%")
      || transcript.is(number, ",") && transcript.tokens[number + 1].kind == .number
        && transcript.is(number + 2, "%")
  }

  /// Counts with words; the order of the words is free, the number before or after all of them.
  private func named(at place: Int) -> VoteCounts? {
    guard transcript.is(place, "pro") else { return reversed(at: place) }
    // `15 hlasy pro 1 proti`
    let isBefore =
      number(before: place) != nil
      && (number(after: place) == nil || transcript.tokens[place - 1].folded.hasPrefix("hlas"))
    let isNames = number(before: place) == nil && number(after: place) == nil
    guard let inFavour = count(at: place, isBefore, isNames) else { return nil }
    let isListed = isNames || namesFollow(inFavour)
    var limit = min(transcript.tokens.count, place + Self.window + (isListed ? Self.names : 0))
    if isBefore { limit = min(limit, transcript.lineEnd(of: place)) }
    var against: Fact<Int>?
    var abstained: Fact<Int>?
    var end = place + 1
    for index in place + 1..<limit {
      let word = transcript.tokens[index].folded
      if word == "pro", against != nil || index > place + 30, number(after: index) != nil { break }
      if isListed, index > place + Self.window, layout.itemLabels[transcript.line(of: index)] != nil
      {
        break
      }
      if word == "proti", against == nil {
        against = count(at: index, isBefore, isNames)
        end = index + 1
      }
      if word.hasPrefix("zdrz"), abstained == nil {
        abstained = count(at: index, isBefore, isNames)
        end = index + 1
      }
      if against != nil, abstained != nil { break }
    }
    guard
      let against = against
        ?? (abstained != nil || isAlone(place) ? Fact(0, inFavour.source, confidence: 0.7) : nil)
    else { return nil }
    let zero = Fact(0, transcript.range(place..<end), confidence: 0.6)
    let start = isBefore ? transcript.tokens(of: inFavour.source).lowerBound : place
    return VoteCounts(
      inFavour: inFavour, against: against, abstained: abstained ?? zero, tokens: start..<end)
  }

  /// `pro: (19) Jan Nový, Eva Malá, …`: the voters stand behind their number.
  private func namesFollow(_ number: Fact<Int>) -> Bool {
    let end = transcript.tokens(of: number.source).upperBound
    return transcript.is(end, ")") && transcript.tokens[end + 1].isCapitalized
      && transcript.tokens[end + 1].gap != .line
  }

  /// `proti: 0 / zdržel se: 0 / pro: 23`: whoever was in favour stands last.
  private func reversed(at place: Int) -> VoteCounts? {
    guard transcript.is(place, "proti") || transcript.tokens[place].folded.hasPrefix("zdrz") else {
      return nil
    }
    guard let first = number(after: place) else { return counted(at: place) }
    let rest = place + 1..<max(place + 1, min(place + 18, transcript.lineEnd(of: place)))
    let isAgainst = transcript.is(place, "proti")
    let other = rest.first { index in
      isAgainst
        ? transcript.tokens[index].folded.hasPrefix("zdrz") : transcript.is(index, "proti")
    }
    guard let other, let second = number(after: other),
      let last = (other..<rest.upperBound).first(where: { transcript.is($0, "pro") }),
      let inFavour = number(after: last),
      !(place..<other).contains(where: { transcript.is($0, "pro") })
    else { return nil }
    let end = transcript.tokens(of: inFavour.source).upperBound
    return VoteCounts(
      inFavour: inFavour, against: isAgainst ? first : second,
      abstained: isAgainst ? second : first, tokens: place..<end)
  }

  /// `62 hlasů, 0 proti, 0 zdržel se` and `0 hlasů proti, 0 hlasů se zdrželo a 62 hlasů pro`: all
  /// numbers stand before their words.
  private func counted(at place: Int) -> VoteCounts? {
    let rest = place + 1..<place + 14
    guard transcript.is(place, "proti"), let against = number(before: place),
      let other = rest.first(where: { transcript.tokens[$0].folded.hasPrefix("zdrz") }),
      let abstained = number(before: other)
    else { return nil }
    let start = transcript.tokens(of: against.source).lowerBound
    if let pro = rest.first(where: { transcript.is($0, "pro") && number(before: $0) != nil }),
      let inFavour = number(before: pro)
    {
      return VoteCounts(
        inFavour: inFavour, against: against, abstained: abstained, tokens: start..<pro + 1)
    }
    guard transcript.is(start - 1, ","), transcript.tokens[start - 2].folded.hasPrefix("hlas"),
      let value = transcript.tokens[start - 3].number, value < 1000
    else { return nil }
    let inFavour = Fact(value, transcript.range(start - 3..<start - 1))
    return VoteCounts(
      inFavour: inFavour, against: against, abstained: abstained, tokens: start - 3..<other + 1)
  }

  /// `Hlasování: pro 14` and nothing else: nobody was against.
  private func isAlone(_ place: Int) -> Bool {
    let line = transcript.lines[transcript.line(of: place)].tokens
    // `schválila (4 pro)`
    if transcript.is(place + 1, ")"), transcript.is(place - 2, "("), line.contains(place - 2) {
      return true
    }
    // `schváleno všemi přítomnými (pro 7)`
    if transcript.is(place - 1, "("), transcript.is(place + 2, ")") { return true }
    // `Pro: 9 - Nový, Malá, …` and no line for the others
    if place == line.lowerBound, transcript.is(place + 1, ":"),
      transcript.tokens[place + 2].kind == .number, transcript.is(place + 3, "-"),
      !(line.upperBound..<line.upperBound + 6).contains(where: { transcript.is($0, "proti") })
    {
      return true
    }
    let isVote = (max(line.lowerBound, place - 4)..<place).contains {
      transcript.tokens[$0].folded.hasPrefix("hlasov")
    }
    guard isVote,
      let number = (place..<line.upperBound).first(where: {
        transcript.tokens[$0].kind == .number
      })
    else { return false }
    return line.upperBound - number < 3
  }

  private func count(at place: Int, _ isBefore: Bool, _ isNames: Bool) -> Fact<Int>? {
    if isNames { return names(after: place) ?? number(after: place) }
    return isBefore ? number(before: place) : number(after: place)
  }

  private func number(after place: Int) -> Fact<Int>? {
    var index = place + 1
    while index < min(place + 5, transcript.tokens.count),
      [":", "(", "se", "-", "=", ".", "|", "hlasovalo", "hlasoval", "bylo"].contains(
        transcript.tokens[index].folded)
    {
      index += 1
    }
    return number(at: index, from: place)
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

  private func number(before place: Int) -> Fact<Int>? {
    // `1 se zdržel`, `3 hlasy pro`
    let isApart =
      transcript.is(place - 1, "se") || transcript.tokens[place - 1].folded.hasPrefix("hlas")
    let number = isApart ? place - 2 : place - 1
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
    let value = colon + 1..<max(colon + 1, line.upperBound)
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
