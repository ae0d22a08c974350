import Domain

/// The numbers of one vote and the tokens that they stand in.
struct VoteCounts {
  /// The votes in favour.
  var inFavour: Fact<Int>
  /// The votes against.
  var against: Fact<Int>
  /// The abstentions.
  var abstained: Fact<Int>
  /// The tokens from the first number to the last.
  var tokens: Range<Int>
}

/// Counts without words: `19-0-0`, `11 / 0 / 1`, `5 : 0 : 1`, and rows of tables `|22 |0 |2 |`.
struct BareCounts {
  /// The text.
  let transcript: Transcript

  private static let most = 1000
  private static let cues = WordList(beginnings: [
    "hlasov", "schval", "prijat", "saldo", "zvol", "usnes", "odsouhlas", "souhlas", "navrh", "volb",
    "podpor", "odlozen", "zamitn", "termin", "alternativ", "variant", "neschval", "projedn",
    "jmenov",
    "byl", "nebyl",
  ])
  private static let prepositions: WordSet = ["v", "ve", "pro", "na", "s", "se", "a", "k"]

  /// Returns the counts that start at a number.
  func counts(at place: Int) -> VoteCounts? {
    guard transcript.tokens[place].kind == .number else { return nil }
    return separated(at: place, by: "-") ?? separated(at: place, by: "/")
      ?? separated(at: place, by: ":") ?? row(at: place) ?? underHead(at: place)
  }

  private func separated(at place: Int, by mark: String) -> VoteCounts? {
    guard transcript.is(place + 1, mark), transcript.is(place + 3, mark),
      !isPart(place), !isPart(place + 5),
      isEnd(place + 5) || mark == "-" && isDecided(before: place),
      mark == "-" && isTight(place) || isVote(before: place) || isExplained(place + 5),
      mark != ":" || !isTimeOfDay(place)
    else { return nil }
    guard var found = counts([place, place + 2, place + 4]) else { return nil }
    if isExplained(place + 5),
      let close = (place + 5..<place + 15).first(where: { transcript.is($0, ")") })
    {
      found.tokens = place..<close + 1
    }
    return found
  }

  /// Slashes also make dates and numbers of rooms, so that a word about a vote must stand near.
  private func isVote(before place: Int) -> Bool {
    let line = transcript.line(of: place)
    let lines = transcript.lines[max(0, line - 1)...line]
    let start = lines.first?.tokens.lowerBound ?? place
    return (max(start, place - 25)..<place).contains {
      Self.cues.contains(transcript.tokens[$0].folded)
    }
  }

  /// `25 : 0 : 0 (pro : proti : zdrželo se)` explains itself.
  private func isExplained(_ end: Int) -> Bool {
    transcript.is(end, "(") && transcript.is(end + 1, "pro")
  }

  /// `v 17:32:01` has leading zeros and stands after a preposition.
  private func isTimeOfDay(_ place: Int) -> Bool {
    let isClock = [place + 2, place + 4].allSatisfy { index in
      transcript.tokens[index].folded.utf8.count == 2 && transcript.tokens[index].gap == .none
    }
    return isClock || ["v", "ve", "od", "do"].contains(transcript.tokens[place - 1].folded)
      || [place + 2, place + 4].contains { index in
        transcript.tokens[index].folded.utf8.count > 1
          && transcript.tokens[index].folded.utf8.first == UInt8(ascii: "0")
      }
  }

  /// Three numbers alone in the line under `pro  proti  zdržel se`.
  private func underHead(at place: Int) -> VoteCounts? {
    let line = transcript.line(of: place)
    let tokens = transcript.lines[line].tokens
    guard tokens.count == 3, place == tokens.lowerBound, line > 0,
      tokens.allSatisfy({ transcript.tokens[$0].kind == .number })
    else { return nil }
    let head = transcript.lines[line - 1].tokens
    guard head.count < 7, transcript.is(head.lowerBound, "pro"),
      head.contains(where: { transcript.is($0, "proti") })
    else { return nil }
    guard var found = counts(Array(tokens)) else { return nil }
    found.tokens = head.lowerBound..<tokens.upperBound
    return found
  }

  private func isTight(_ place: Int) -> Bool {
    (transcript.tokens[place].gap != .none || transcript.is(place - 1, "("))
      && (place + 1...place + 4).allSatisfy { transcript.tokens[$0].gap == .none }
  }

  /// A telephone, a date and the number of an act go on after three numbers.
  private func isPart(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.gap == .none && ["-", "/", "."].contains(token.folded)
      && transcript.tokens[place + 1].gap == .none && transcript.tokens[place + 1].kind == .number
  }

  /// `Senát zvolil 15-0-3 dr. Nového předsedou.`
  private func isDecided(before place: Int) -> Bool {
    Self.verbs.contains(transcript.tokens[place - 1].folded)
  }

  private static let verbs: WordSet = [
    "schvalil", "schvalila", "schvalilo", "zvolil", "zvolila", "zvolilo", "urcil", "urcila",
    "urcilo", "jmenoval", "jmenovala", "jmenovalo", "poveril", "poverila", "poverilo",
  ]

  /// Counts end their clause; `10-8-2 saldo 2` is a row of something else.
  private func isEnd(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    guard token.kind != .mark, token.gap != .line, place < transcript.tokens.count else {
      return true
    }
    return token.kind == .word
      && (Self.cues.contains(token.folded) || Self.prepositions.contains(token.folded))
  }

  /// The row under `|pro |proti |zdrželi se |`; in later tables the header may be left out.
  private func row(at place: Int) -> VoteCounts? {
    guard transcript.is(place - 1, "|"), transcript.is(place + 1, "|"),
      transcript.is(place + 3, "|")
    else { return nil }
    let line = transcript.lines[transcript.line(of: place)].tokens
    guard place - 1 == line.lowerBound, line.count < 8 else { return nil }
    return counts([place, place + 2, place + 4])
  }

  private func counts(_ places: [Int]) -> VoteCounts? {
    let facts = places.compactMap { place in
      transcript.tokens[place].number.map {
        Fact($0, transcript.range(place..<place + 1), confidence: 0.9)
      }
    }
    guard facts.count == 3, let first = places.first, let last = places.last,
      facts.allSatisfy({ $0.value < Self.most })
    else { return nil }
    return VoteCounts(
      inFavour: facts[0], against: facts[1], abstained: facts[2], tokens: first..<last + 1)
  }
}
