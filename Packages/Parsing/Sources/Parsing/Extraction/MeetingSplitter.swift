import Domain

/// Finds where each meeting begins in a file that holds the minutes of several.
struct MeetingSplitter {
  /// The text.
  let transcript: Transcript

  private static let fewestLines = 4
  private static let most = 500
  private static let mostTitleLines = 12

  /// Returns the lines of each meeting, or nothing when there are not several.
  ///
  /// Linear in the number of lines.
  func parts() -> [Range<Int>] {
    let titled = parts(from: transcript.lines.indices.filter { opensMinutes($0) })
    let proven = titled.filter { holdsMeeting($0) }
    if proven.count > 1, proven.count == titled.count { return titled }
    let dated = parts(from: transcript.lines.indices.filter { isDateAlone($0) })
    return dated.count > 2 && opensPage(dated) ? dated : []
  }

  /// The days head text, from the beginning of the page on; a list of terms has none under its
  /// days.
  private func opensPage(_ parts: [Range<Int>]) -> Bool {
    guard let first = parts.first, first.lowerBound < Self.mostTitleLines else { return false }
    return parts.allSatisfy { $0.count > 1 }
  }

  private func parts(from starts: [Int]) -> [Range<Int>] {
    guard starts.count > 1, starts.count < Self.most else { return [] }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : transcript.lines.count)
    }
  }

  /// `Zápis z jednání …`, `ZÁPIS č. 5`, `Zápis ze schůze` at the beginning of a line that is
  /// nothing but a title.
  private func opensMinutes(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    let first = transcript.tokens[tokens.lowerBound]
    guard first.is("zapis") || first.is("zaznam"), first.isCapitalized, tokens.count < 30 else {
      return false
    }
    let next = tokens.lowerBound + 1
    let isLabel = transcript.is(next, ":") || tokens.contains { transcript.is($0, ":") }
    guard !isLabel else { return false }
    return ["z", "ze", "c", "cislo"].contains(transcript.tokens[next].folded)
      && !transcript.is(tokens.upperBound - 1, ".") || tokens.count == 1 && hasTitleBelow(line)
  }

  /// `Zápis`, and in the next line `ze schůze výboru`.
  private func hasTitleBelow(_ line: Int) -> Bool {
    guard line + 1 < transcript.lines.count else { return false }
    let first = transcript.lines[line + 1].tokens.lowerBound
    return ["z", "ze", "c"].contains(transcript.tokens[first].folded)
  }

  /// A part is a meeting when it has a day near its beginning and people or a programme.
  private func holdsMeeting(_ part: Range<Int>) -> Bool {
    guard part.count >= Self.fewestLines else { return false }
    let first = transcript.lines[part.lowerBound].tokens.lowerBound
    let near = transcript.lines[min(part.lowerBound + 8, part.upperBound - 1)].tokens.upperBound
    let hasDay = DateScanner(tokens: transcript.tokens[first..<near]).dates().contains {
      $0.day != nil
    }
    let hasPeople = part.prefix(40).contains { line in
      let kind = Labels.czech.match(transcript.tokens, line: transcript.lines[line].tokens)?.kind
      return kind == .present || kind == .attendance || kind == .excused
    }
    return hasDay && hasPeople
  }

  /// `17. 3. 2022` alone in its line, as a heading of minutes in a long page.
  private func isDateAlone(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    guard tokens.count < 7,
      let date = DateScanner(tokens: transcript.tokens[tokens]).date(at: tokens.lowerBound)
    else { return false }
    return date.day != nil && date.year != nil && date.tokens.upperBound == tokens.upperBound
  }
}
