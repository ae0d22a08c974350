import Domain

/// The title of a document and the number in it.
struct TitleExtractor {
  /// The parts of the document.
  let layout: Layout
  /// The lines of the title: from the one that says what the document is to the end of the
  /// sentence.
  let lines: Range<Int>

  private static let words: WordSet = [
    "zapis", "zaznam", "usneseni", "popis", "pozvanka", "memorandum", "dohoda", "zasedani",
  ]
  private static let meetings = ["jednani", "zasedani", "schuz", "setkani", "porad"]

  /// Finds the title.
  init(layout: Layout) {
    self.layout = layout
    let transcript = layout.transcript
    let start = layout.heading.first { line in
      transcript.first(Self.words, in: transcript.lines[line].tokens) != nil
    }
    guard let start else {
      lines = layout.heading.prefix(1)
      return
    }
    var end = start + 1
    while end < layout.heading.upperBound, !transcript.lines[end].hasBlankAbove, end < start + 6 {
      end += 1
    }
    lines = start..<end
  }

  /// The title as it stands.
  func title() -> Fact<String>? {
    if let front = layout.frontValue("nazev", "title"), front.count > 2 {
      return layout.transcript.fact(front)
    }
    guard let line = lines.first else { return nil }
    return layout.transcript.fact(layout.transcript.lines[line].tokens)
  }

  /// The number: `č. 3/2024`, `z 16. jednání`, `16. komise`, `Rada 2/2025`.
  func number() -> Fact<String>? {
    let title = layout.tokens(ofLines: lines)
    let heading = layout.tokens(ofLines: layout.heading)
    return frontMatter() ?? labelled(heading) ?? afterAbbreviation(title) ?? ordinal(title)
      ?? ordinal(heading) ?? yearly(heading) ?? ofLaterTitle()
  }

  /// `Číslo schůze: 16`, `Pořadové číslo jednání: 3/2024` in a line of its own.
  private func labelled(_ range: Range<Int>) -> Fact<String>? {
    let transcript = layout.transcript
    for place in range where transcript.is(place, "cislo") {
      let line = transcript.lines[transcript.line(of: place)].tokens
      let word = transcript.tokens[place + 1].folded
      guard place - line.lowerBound < 2, transcript.is(place + 2, ":"),
        word.hasPrefix("zapis") || Self.meetings.contains(where: word.hasPrefix),
        transcript.tokens[place + 3].kind == .number, transcript.tokens[place + 3].gap != .line
      else { continue }
      return fact(place + 3..<numberEnd(place + 3, range.upperBound))
    }
    return nil
  }

  private func afterAbbreviation(_ range: Range<Int>) -> Fact<String>? {
    let transcript = layout.transcript
    for place in range where transcript.is(place, "c") || transcript.is(place, "cislo") {
      let before = transcript.tokens[place - 1].folded
      if ["mistnost", "kancel", "ucebn"].contains(where: before.hasPrefix) { continue }
      // `dle zákona o obcích č. 128/2000 Sb.`, `usnesení č. 41/2015` number something else.
      if isOfSomethingElse(place) || isOfResolution(place) { continue }
      let isAlone = transcript.lineEnd(of: place) - place < 7 && transcript.is(place + 3, "/")
      if transcript.tokens[place].gap == .line, place > range.lowerBound, before.utf8.count > 0,
        !isAlone,
        !["zapis", "jednani", "schuze", "zasedani", "usneseni", "zapisu"].contains(before)
      {
        continue
      }
      var number = place + 1
      while transcript.is(number, ".") || transcript.is(number, ":") { number += 1 }
      guard number < range.upperBound, transcript.tokens[number].kind == .number else { continue }
      return fact(number..<numberEnd(number, range.upperBound))
    }
    return nil
  }

  /// `ZÁPIS č. 27` under the heading of the page that it stands on.
  private func ofLaterTitle() -> Fact<String>? {
    let transcript = layout.transcript
    for line in layout.heading where line >= lines.upperBound {
      let tokens = transcript.lines[line].tokens
      guard transcript.is(tokens.lowerBound, "zapis"), tokens.count < 8,
        let found = afterAbbreviation(tokens)
      else { continue }
      return found
    }
    return nil
  }

  private func isOfSomethingElse(_ place: Int) -> Bool {
    let transcript = layout.transcript
    let line = transcript.lines[transcript.line(of: place)].tokens
    let before = (place - 5..<place).clamped(to: line).map { transcript.tokens[$0].folded }
    return before.contains { word in
      ["zakon", "vyhlas", "narizen", "smlouv", "prilo"].contains(where: word.hasPrefix)
    } || before.contains { $0.hasPrefix("hlasovan") }
      || (place + 1..<place + 7).contains { transcript.is($0, "sb") }
  }

  /// `Usnesení č. 1/1: …` in the lines under the title of minutes.
  private func isOfResolution(_ place: Int) -> Bool {
    let transcript = layout.transcript
    guard transcript.is(place - 1, "usneseni"), let title = lines.first,
      transcript.line(of: place) > title
    else { return false }
    return transcript.lines[title].tokens.contains { transcript.is($0, "zapis") }
  }

  private func ordinal(_ range: Range<Int>) -> Fact<String>? {
    let transcript = layout.transcript
    let dates = DateScanner(tokens: transcript.tokens[range]).dates().map(\.tokens)
    for place in range {
      guard let value = transcript.tokens[place].number, value < 1000,
        transcript.is(place + 1, "."), !dates.contains(where: { $0.contains(place) }),
        !opensItems(place)
      else { continue }
      let following = transcript.tokens[
        min(place + 2, range.upperBound)..<min(place + 5, range.upperBound)]
      let startsLine = transcript.tokens[place].gap == .line
      let names = following.contains { token in
        Self.meetings.contains { token.folded.hasPrefix($0) }
          || startsLine && Bodies.czech.isHead(token.folded)
      }
      if names { return transcript.fact(place..<place + 1) }
    }
    return nil
  }

  /// `1. Na schůzi bylo …` and `2. …` under it count items and no meeting.
  private func opensItems(_ place: Int) -> Bool {
    let line = layout.transcript.line(of: place)
    if let value = layout.transcript.tokens[place].number, value > 1,
      layout.itemLabels[line]?.number == String(value),
      layout.itemLabels[max(0, line - 12)..<line].contains(where: {
        $0?.number == String(value - 1)
      })
    {
      return true
    }
    let next = layout.transcript.tokens[place + 2]
    // `1. schůze výboru` goes on in small letters.
    guard layout.transcript.tokens[place].gap == .line, layout.itemLabels[line]?.number == "1",
      next.isCapitalized || !Self.meetings.contains(where: next.folded.hasPrefix)
    else {
      return false
    }
    return layout.itemLabels[line...].prefix(8).contains { $0?.number == "2" }
  }

  private func yearly(_ range: Range<Int>) -> Fact<String>? {
    let transcript = layout.transcript
    for place in range where transcript.tokens[place].kind == .number {
      guard transcript.tokens[place].gap != .none, transcript.is(place + 1, "/"),
        place + 2 < range.upperBound, let year = transcript.tokens[place + 2].number,
        (1990...2100).contains(year), !isOfSomethingElse(place)
      else { continue }
      return transcript.fact(place..<place + 3)
    }
    return nil
  }

  private func frontMatter() -> Fact<String>? {
    layout.frontValue("znacka", "cislo").map { layout.transcript.fact($0) }
  }

  /// `4 / 2011` without the blanks.
  private func fact(_ tokens: Range<Int>) -> Fact<String> {
    let text = layout.transcript.text(tokens).filter { $0 != " " }
    return Fact(text, layout.transcript.range(tokens))
  }

  private func numberEnd(_ start: Int, _ limit: Int) -> Int {
    let transcript = layout.transcript
    guard transcript.is(start + 1, "/"), start + 2 < limit,
      transcript.tokens[start + 2].kind == .number
    else { return start + 1 }
    // `1 / 2 0 0 8`: the digits of a year put apart for emphasis.
    let digits = (start + 2..<min(start + 6, limit)).prefix { place in
      transcript.tokens[place].kind == .number && transcript.tokens[place].folded.utf8.count == 1
    }
    return digits.count == 4 ? start + 6 : start + 3
  }
}
