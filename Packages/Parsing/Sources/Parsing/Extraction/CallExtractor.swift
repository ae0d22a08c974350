import Domain

/// Calls for proposals with their programmes.
struct CallExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// Returns the calls in the order of the text, each number once.
  func calls() -> [ExtractedCall] {
    var found: [ExtractedCall] = []
    for place in transcript.places(of: Self.words) {
      for number in numbers(after: place)
      where !found.contains(where: { $0.number.value == transcript.text(number) }) {
        var call = ExtractedCall(number: transcript.fact(number, confidence: 0.9))
        call.programme = programme(near: number)
        found.append(call)
      }
    }
    return found
  }

  private static let words: WordSet = [
    "vyzva", "vyzvy", "vyzve", "vyzvu", "vyzev", "vyzvou", "vyzvach",
  ]

  private static let programmes = WordSet(
    FactTable.words.values(of: "programme"))

  private func isCallWord(_ word: String) -> Bool { Self.words.contains(word) }

  /// `č. 03_24_068` within the next words, or a list of numbers: `výzev KPSVL 26, 42, 52`.
  private func numbers(after place: Int) -> [Range<Int>] {
    if let ordinal = ordinal(before: place) { return [ordinal] }
    let limit = min(place + 9, transcript.lineEnd(of: place))
    for index in place + 1..<max(place + 1, limit) {
      if isCallWord(transcript.tokens[index].folded)
        || transcript.is(index, ".") && !isAbbreviation(index)
      {
        return []
      }
      if transcript.is(index, "c"), transcript.is(index + 1, "."), index + 2 < limit + 2,
        index + 2 < transcript.tokens.count, transcript.tokens[index + 2].kind == .number
      {
        return [numberRange(index + 2)]
      }
      if transcript.tokens[index].kind == .number, index <= place + 2 { return list(from: index) }
    }
    return []
  }

  /// `do 4. výzvy IROP`, `12. výzva MAS`; the programme stands behind, else it may be any appeal.
  private func ordinal(before place: Int) -> Range<Int>? {
    let number = place - 2
    guard transcript.is(place - 1, "."), transcript.tokens[place - 1].gap == .none,
      let value = transcript.tokens[number].number, (1..<1000).contains(value),
      !transcript.is(number - 1, "."), transcript.tokens[number].gap != .line,
      transcript.tokens[place + 1].isUppercase,
      Self.programmes.contains(transcript.tokens[place + 1].folded)
        || transcript.tokens[place + 1].folded.hasPrefix("op") || transcript.is(place + 1, "mas")
    else { return nil }
    return number..<number + 1
  }

  private func isAbbreviation(_ place: Int) -> Bool { transcript.is(place - 1, "c") }

  private func numberRange(_ start: Int) -> Range<Int> {
    var end = start + 1
    while end + 1 < transcript.tokens.count, transcript.is(end, "_"),
      transcript.tokens[end].gap == .none
    {
      end += 2
    }
    return start..<min(end, transcript.tokens.count)
  }

  private func list(from start: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = start
    while place < transcript.tokens.count, let value = transcript.tokens[place].number, value < 1000
    {
      found.append(numberRange(place))
      place = numberRange(place).upperBound
      guard transcript.is(place, ",") || transcript.is(place, "a"), found.count < 20 else { break }
      place += 1
    }
    return found
  }

  /// `Operačního programu Zaměstnanost plus`, `OPZ+`.
  private func programme(near number: Range<Int>) -> Fact<String>? {
    let limit = min(number.upperBound + 20, transcript.lineEnd(of: number.lowerBound))
    for place in number.upperBound..<max(number.upperBound, limit) {
      if transcript.is(place, "."), place > number.upperBound { return nil }
      if transcript.tokens[place].folded.hasPrefix("operacni"), place + 2 < limit,
        transcript.tokens[place + 1].folded.hasPrefix("program")
      {
        var end = place + 3
        if transcript.is(end, "plus") { end += 1 }
        let name = "Operační program " + transcript.text(place + 2..<end)
        return Fact(name, transcript.range(place..<end))
      }
      let token = transcript.tokens[place]
      if token.isUppercase, Self.programmes.contains(token.folded) {
        return transcript.fact(place..<place + 1)
      }
      // `OP JAK`
      if token.isUppercase, token.is("op"), transcript.tokens[place + 1].isUppercase {
        return transcript.fact(place..<place + 2)
      }
      if token.isUppercase, token.folded.hasPrefix("op"), token.folded.utf8.count > 2 {
        let end = transcript.is(place + 1, "+") ? place + 2 : place + 1
        return transcript.fact(place..<end)
      }
    }
    return nil
  }
}
