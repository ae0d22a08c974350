import Domain

/// Where the names begin after a label that first says how many or that all came: `Přítomno: 5
/// členů – Nový, Malá`, `Přítomni: všichni členové (Jan Nový, Eva Malá)`.
struct CountedPeople {
  /// The text.
  let transcript: Transcript

  private static let marks: WordSet = ["(", ":", "-", ","]

  /// Returns the part of a label's value that names people; `nil` when it says only that all came.
  func names(in value: Range<Int>) -> Range<Int>? {
    guard let first = value.first else { return value }
    let line = first..<min(transcript.lineEnd(of: first), value.upperBound)
    if transcript.tokens[first].gap != .line, saysAll(first) { return afterAll(line, value) }
    guard transcript.tokens[first].kind == .number, isCount(first + 1),
      let mark = line.first(where: { Self.marks.contains(transcript.tokens[$0].folded) })
    else { return value }
    return after(mark, line, value) ?? value
  }

  private func saysAll(_ place: Int) -> Bool {
    ["vsich", "vsech"].contains(where: transcript.tokens[place].folded.hasPrefix)
  }

  private func isCount(_ place: Int) -> Bool {
    ["clen", "osob", "zastupitel", "senator", "delegat"].contains(
      where: transcript.tokens[place].folded.hasPrefix)
  }

  private func afterAll(_ line: Range<Int>, _ value: Range<Int>) -> Range<Int>? {
    for place in line {
      if AttendanceException.words.contains(transcript.tokens[place].folded) { return nil }
      if Self.marks.contains(transcript.tokens[place].folded) {
        let isInlineLabel = transcript.is(place, ",") && transcript.is(place + 2, ":")
        return after(place, line, value) ?? (isInlineLabel ? place..<value.upperBound : nil)
      }
    }
    let below = line.upperBound
    let start = ["-", "•"].contains(transcript.tokens[below].folded) ? below + 1 : below
    return below < value.upperBound && isPerson(start, value.upperBound)
      ? below..<value.upperBound : nil
  }

  /// The names after a mark; brackets hold all of them.
  private func after(_ mark: Int, _ line: Range<Int>, _ value: Range<Int>) -> Range<Int>? {
    if transcript.is(mark, ":"), mark + 1 == line.upperBound { return mark + 1..<value.upperBound }
    guard isPerson(mark + 1, line.upperBound) || isRow(mark + 1, line) else { return nil }
    guard transcript.is(mark, "(") else { return mark + 1..<value.upperBound }
    let close = (mark..<line.upperBound).first { transcript.is($0, ")") }
    return mark + 1..<(close ?? line.upperBound)
  }

  /// Surnames with commas between them.
  private func isRow(_ start: Int, _ line: Range<Int>) -> Bool {
    transcript.tokens[start].isCapitalized && transcript.is(start + 1, ",")
      && transcript.tokens[start + 2].isCapitalized
  }

  private func isPerson(_ place: Int, _ limit: Int) -> Bool {
    PeopleLine(transcript: transcript, limit: limit).isCertainPerson(place)
  }
}
