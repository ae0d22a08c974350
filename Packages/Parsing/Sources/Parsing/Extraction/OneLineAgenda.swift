/// A programme inside of one long line, as some converters leave it: `1 Zahájení 2 Kontrola úkolů 3
/// Různé`, `I. Zahájení II. Různé …`, `a) Zahájení b) Různé …`, `Zahájení – Rozpočet – Různé`.
struct OneLineAgenda {
  /// The text.
  let transcript: Transcript

  private static let fewest = 3
  private static let mostWords = 18
  private static let romans = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]
  private static let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
  private static let digits = (1...20).map(String.init)
  private var tokens: Tokens { transcript.tokens }

  /// Returns the titles when at least three numbers or marks of one kind part them.
  func titles(in line: Range<Int>) -> [Range<Int>]? {
    titles(in: line, numbers: Self.digits, marks: [".", ")", "/"])
      ?? titles(in: line, numbers: Self.romans, marks: [".", ")"])
      ?? titles(in: line, numbers: Self.letters, marks: [")"])
      ?? titles(in: line, numbers: Self.digits, marks: [])
      ?? ["-", "•", "/", "|"].lazy.compactMap { parted(line, by: $0) }.first
  }

  /// The titles behind numbers that count up from the beginning of the line.
  private func titles(
    in line: Range<Int>, numbers: [String], marks: [String]
  ) -> [Range<Int>]? {
    let width = marks.isEmpty ? 1 : 2
    var starts: [Int] = []
    for place in line where starts.count < numbers.count && place + width < line.upperBound {
      guard tokens[place].is(numbers[starts.count]),
        marks.isEmpty
          ? tokens[place + 1].isCapitalized
          : marks.contains(tokens[place + 1].folded) && tokens[place + 2].kind == .word
      else { continue }
      starts.append(place)
    }
    guard starts.count >= Self.fewest, starts.first == line.lowerBound else { return nil }
    let last = starts.last.map { end(ofLast: $0 + width, in: line) } ?? line.upperBound
    let titles = starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : last
      return transcript.trimmed(starts[index] + width..<end)
    }
    return titles.allSatisfy { !$0.isEmpty } ? titles : nil
  }

  /// A line that goes on with the minutes ends the last title before the next capital.
  func end(ofLast start: Int, in line: Range<Int>) -> Int {
    guard line.upperBound - start > Self.mostWords else { return line.upperBound }
    let next = (start + 1..<line.upperBound).first { place in
      tokens[place].isCapitalized && tokens[place].gap != .none && tokens[place - 1].kind == .word
        || tokens[place].kind == .number && [".", ")"].contains(tokens[place + 1].folded)
    }
    return next ?? line.upperBound
  }

  /// The titles between marks with blanks around them.
  private func parted(_ line: Range<Int>, by mark: String) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var start = line.lowerBound
    for place in line
    where tokens[place].is(mark) && tokens[place].gap != .none && tokens[place + 1].gap != .none {
      parts.append(transcript.trimmed(start..<place))
      start = place + 1
    }
    parts.append(transcript.trimmed(start..<line.upperBound))
    parts.removeAll(where: \.isEmpty)
    let areShort = parts.allSatisfy { part in
      let words = part.count { tokens[$0].kind == .word }
      return words > 0 && words <= Self.mostWords && !part.contains { tokens[$0].is(":") }
    }
    return parts.count >= Self.fewest && areShort ? parts : nil
  }
}
