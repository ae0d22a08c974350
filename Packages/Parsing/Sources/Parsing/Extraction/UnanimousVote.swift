import Domain

/// Votes told without numbers: `Schváleno jednomyslně.`, `Všichni přítomní hlasovali pro nákup.`
/// where the minutes say how many voted.
struct UnanimousVote {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let words: WordSet = [
    "jednomyslne", "jednohlasne", "jednomyslny", "jednohlasny", "vsemi", "vsichni",
  ]
  private static let all: WordSet = ["vsemi", "vsichni"]
  private static let voters = ["hlas", "pritomn", "clen", "zucastn", "zastupitel", "senator"]
  private static let outcomes = [
    "schvalen", "prijat", "odsouhlasen", "zvolen", "potvrzen", "zamitnut",
  ]
  private static let decisions = [
    "schvalil", "prijal", "odsouhlasil", "souhlasil", "zvolil", "potvrdil", "zamitl",
    "hlasovali",
  ]
  private static let members = ["clenove", "pritomni", "vsichni", "zastupitel", "senator"]
  private static let counted = ["clen", "zastupitel", "senator", "osob", "hlas"]
  private static let auxiliaries: WordSet = ["byl", "byla", "bylo", "byli", "byly", "je", "jsou"]
  private static let mostWords = 9
  private static let mostLines = 60

  /// Returns the votes whose lines hold no vote with numbers.
  ///
  /// - Parameter counted: The lines of the votes with numbers.
  func votes(besides counted: Set<Int>) -> [(place: Int, vote: ExtractedVote)] {
    let places = transcript.places(of: Self.words)
    guard !places.isEmpty, let voters = voters() else { return [] }
    return places.compactMap { place in
      let line = transcript.line(of: place)
      guard (line - 1...line + 2).allSatisfy({ !counted.contains($0) }), namesVoters(place),
        decides(place),
        var text = subject(of: place)
      else { return nil }
      text.confidence = 0.75
      let none = Fact(0, transcript.range(place..<place + 1), confidence: 0.75)
      return (
        place, ExtractedVote(text: text, inFavour: voters, against: none, abstained: none)
      )
    }
  }

  /// `všemi hlasy`, `všichni přítomní`, but not *všichni majitelé*.
  private func namesVoters(_ place: Int) -> Bool {
    !Self.all.contains(transcript.tokens[place].folded) || has(Self.voters, place + 1)
  }

  /// `bylo jednomyslně schváleno`, `rada jednomyslně schválila`; others' votes are not of this
  /// meeting.
  private func decides(_ place: Int) -> Bool {
    let line = transcript.lines[transcript.line(of: place)].tokens
    let near = (place - 3..<place + 4).clamped(to: line)
    if near.contains(where: { has(Self.outcomes, $0) }) { return true }
    guard near.contains(where: { has(Self.decisions, $0) }) else { return false }
    return (place - 6..<place + 1).clamped(to: line).contains { index in
      Bodies.czech.isHead(transcript.tokens[index].folded) || has(Self.members, index)
    }
  }

  /// What the verb decides, or what stands before `bylo jednomyslně schváleno`.
  private func subject(of place: Int) -> Fact<String>? {
    let line = transcript.lines[transcript.line(of: place)].tokens
    let near = (place - 3..<place + 4).clamped(to: line)
    if let verb = near.first(where: { has(Self.decisions, $0) }) {
      let end = (verb..<line.upperBound).first {
        transcript.is($0, ".") && !transcript.isAbbreviated($0)
      }
      let sentence = transcript.trimmed(verb..<(end ?? line.upperBound))
      let clause = ShortClause(transcript: transcript, mostWords: Self.mostWords)
      return sentence.count > 2 ? transcript.fact(clause.shortened(sentence)) : nil
    }
    var start = place
    while start > line.lowerBound, Self.auxiliaries.contains(transcript.tokens[start - 1].folded) {
      start -= 1
    }
    return VoteSubject(layout: layout).subject(of: start..<place + 1)
  }

  private func has(_ beginnings: [String], _ place: Int) -> Bool {
    beginnings.contains(where: transcript.tokens[place].folded.hasPrefix)
  }

  /// How many were there, when the first part of the minutes says one such number.
  private func voters() -> Fact<Int>? {
    var found: [Fact<Int>] = []
    for line in transcript.lines.prefix(Self.mostLines) {
      for place in line.tokens where has(["pritom"], place) {
        let window = (place + 1..<place + 6).clamped(to: line.tokens)
        guard let number = window.first(where: { transcript.tokens[$0].kind == .number }),
          let value = transcript.tokens[number].number, value > 1, value < 300,
          has(Self.counted, number + 1)
            || ["z", "ze"].contains(transcript.tokens[number + 1].folded)
        else { continue }
        found.append(Fact(value, transcript.range(place..<number + 1), confidence: 0.75))
      }
    }
    guard let first = found.first, found.allSatisfy({ $0.value == first.value }) else { return nil }
    return first
  }
}
