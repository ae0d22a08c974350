import Domain

/// Votes in every notation: `Pro: 7 Proti: 0 Zdržel se: 1`, `9 pro, 0 proti`, `PRO ( 7 ) – …`,
/// `19-0-0`, `11 / 0 / 1`, and `Pro: Jana, Petr` with names instead of numbers.
struct VoteExtractor {
  /// The parts of the document.
  let layout: Layout

  var transcript: Transcript { layout.transcript }
  private static let window = 60
  private static let names = 180
  private static let words = WordList(["pro", "proti", "zdrz*"])

  /// Returns the votes in the order of the text.
  func votes() -> [ExtractedVote] {
    let bare = BareCounts(transcript: transcript)
    let subjects = VoteSubject(layout: layout)
    var found: [(place: Int, vote: ExtractedVote)] = []
    var lines: Set<Int> = []
    var last = 0
    var read = 0
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
        read = transcript.tokens(of: text.source).upperBound
      }
      place = counts.tokens.upperBound
      last = max(end(of: counts), read)
    }
    let tables = BallotTable(layout: layout).votes()
    found += tables
    lines.formUnion(tables.map { transcript.line(of: $0.place) })
    let alternatives = AlternativeVote(layout: layout).votes(besides: lines)
    found += alternatives
    lines.formUnion(alternatives.map { transcript.line(of: $0.place) })
    let spoken = SpokenVote(layout: layout).votes(besides: lines)
    lines.formUnion(spoken.map { transcript.line(of: $0.place) })
    let answered = YesNoVote(layout: layout).votes(besides: lines)
    lines.formUnion(answered.map { transcript.line(of: $0.place) })
    found += spoken + answered + UnanimousVote(layout: layout).votes(besides: lines)
    return once(found.sorted { $0.place < $1.place }.map(\.vote))
  }

  /// What was voted on may be printed twice, above the minutes and in them.
  private func once(_ votes: [ExtractedVote]) -> [ExtractedVote] {
    votes.indices.filter { index in
      votes[index].text.value.utf8.count < Self.longText
        || !votes[..<index].contains { isPrinted($0, as: votes[index]) }
    }.map { votes[$0] }
  }

  /// Whether two votes have equal numbers and were taken on equal words.
  private func isPrinted(_ vote: ExtractedVote, as other: ExtractedVote) -> Bool {
    vote.inFavour.value == other.inFavour.value && vote.against.value == other.against.value
      && vote.abstained.value == other.abstained.value
      // Bytes, as equal letters have equal bytes in one document.
      && vote.text.value.utf8.elementsEqual(other.text.value.utf8)
      && transcript.text(transcript.tokens(of: vote.text.source))
        == transcript.text(transcript.tokens(of: other.text.source))
  }

  private static let longText = 20

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
    let isShares = inFavour.value > 999
    for index in place + 1..<limit {
      let word = transcript.tokens[index].folded
      if word == "pro", against != nil || index > place + 30, number(after: index) != nil { break }
      if isListed, index > place + Self.window, layout.itemLabels[transcript.line(of: index)] != nil
      {
        break
      }
      if word == "proti", against == nil {
        against = count(at: index, isBefore, isNames, isShares: isShares)
        end = index + 1
      }
      if isAbstention(index), abstained == nil {
        abstained = count(at: index, isBefore, isNames, isShares: isShares)
        end = index + 1
      }
      if isNone(index) { abstained = Fact(0, transcript.range(index..<index + 1), confidence: 0.8) }
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
    // `Hlasování: 9 PRO`
    if isVote, line.upperBound - place < 3, number(before: place) != nil { return true }
    guard isVote,
      let number = (place..<line.upperBound).first(where: {
        transcript.tokens[$0].kind == .number
      })
    else { return false }
    return line.upperBound - number < 3
  }
}
