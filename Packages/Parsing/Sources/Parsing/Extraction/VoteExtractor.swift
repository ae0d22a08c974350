import Domain

/// Votes in every notation: `Pro: 7 Proti: 0 Zdržel se: 1`, `9 pro, 0 proti`, `PRO ( 7 ) – …`,
/// `19-0-0`.
struct VoteExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let window = 60

  /// Returns the votes in the order of the text.
  func votes() -> [ExtractedVote] {
    var found: [ExtractedVote] = []
    var place = 0
    while place < transcript.tokens.count {
      if let counts = named(at: place) ?? dashed(at: place) {
        if let text = VoteSubject(layout: layout).subject(of: counts.tokens) {
          found.append(
            ExtractedVote(
              text: text, inFavour: counts.inFavour, against: counts.against,
              abstained: counts.abstained))
        }
        place = counts.tokens.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  private struct Counts {
    var inFavour: Fact<Int>
    var against: Fact<Int>
    var abstained: Fact<Int>
    var tokens: Range<Int>
  }

  /// Counts with words; the order of the words is free, the number before or after all of them.
  private func named(at place: Int) -> Counts? {
    guard transcript.is(place, "pro") else { return nil }
    let isBefore = number(before: place) != nil && number(after: place) == nil
    guard let inFavour = isBefore ? number(before: place) : number(after: place) else { return nil }
    let limit = min(transcript.tokens.count, place + Self.window)
    var against: Fact<Int>?
    var abstained: Fact<Int>?
    var end = place + 1
    for index in place + 1..<limit {
      let word = transcript.tokens[index].folded
      if word == "pro", against != nil || index > place + 30, number(after: index) != nil { break }
      if word == "proti", against == nil {
        against = isBefore ? number(before: index) : number(after: index)
        end = index + 1
      }
      if word.hasPrefix("zdrzel"), abstained == nil {
        abstained = isBefore ? number(before: index) : number(after: index)
        end = index + 1
      }
      if against != nil, abstained != nil { break }
    }
    guard let against else { return nil }
    let zero = Fact(0, transcript.range(place..<end), confidence: 0.6)
    let start = isBefore ? place - 1 : place
    return Counts(
      inFavour: inFavour, against: against, abstained: abstained ?? zero, tokens: start..<end)
  }

  private func number(after place: Int) -> Fact<Int>? {
    var index = place + 1
    while index < min(place + 5, transcript.tokens.count),
      [":", "(", "se", "-", "0"].contains(transcript.tokens[index].folded),
      transcript.tokens[index].kind != .number
    {
      index += 1
    }
    guard index < transcript.tokens.count, let value = transcript.tokens[index].number, value < 1000
    else { return nil }
    return Fact(value, transcript.range(place..<index + 1))
  }

  private func number(before place: Int) -> Fact<Int>? {
    guard place > 0, let value = transcript.tokens[place - 1].number, value < 1000 else {
      return nil
    }
    return Fact(value, transcript.range(place - 1..<place + 1))
  }

  /// `19-0-0`, but no telephone and no date.
  private func dashed(at place: Int) -> Counts? {
    guard place + 4 < transcript.tokens.count, transcript.is(place + 1, "-"),
      transcript.is(place + 3, "-"), transcript.tokens[place].gap != .none,
      let values = threeNumbers(from: place),
      (place + 1...place + 4).allSatisfy({ transcript.tokens[$0].gap == .none }),
      !(place + 5 < transcript.tokens.count && transcript.is(place + 5, "-"))
    else { return nil }
    let facts = zip(values, [place, place + 2, place + 4]).map { value, index in
      Fact(value, transcript.range(index..<index + 1))
    }
    return Counts(
      inFavour: facts[0], against: facts[1], abstained: facts[2], tokens: place..<place + 5)
  }

  private func threeNumbers(from place: Int) -> [Int]? {
    let values = [place, place + 2, place + 4].compactMap { transcript.tokens[$0].number }
    return values.count == 3 && values.allSatisfy { $0 < 500 } ? values : nil
  }

}
