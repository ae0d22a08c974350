import Domain

/// A programme in points that a sentence announces.
extension AgendaExtractor {
  /// `Na programu schůze byly tyto body:` or `2. Schválení programu` and a point with a bullet
  /// each, or `nil`.
  func pointedEntries() -> [Entry]? {
    for line in transcript.lines.indices.dropLast()
    where mentionsProgramme(line) && (announcesPoints(line) || isApproval(line)) {
      let titles = UnnumberedAgenda(layout: layout).points(under: line)
      guard !titles.isEmpty else { continue }
      return titles.enumerated().map { index, tokens in
        Entry(
          item: ExtractedItem(number: String(index + 1), title: title(tokens), announced: true),
          line: transcript.line(of: tokens.lowerBound))
      }
    }
    return nil
  }

  /// `Program byl schválen: 11/0/1` announces no list.
  func tellsOutcome(_ section: Section) -> Bool {
    (section.label.lowerBound..<section.label.upperBound + 1).contains {
      transcript.is($0, "byl") || transcript.is($0, "schvalen")
    }
  }

  /// `4. Různé`, its points without numbers and then `5. Závěr`.
  func resumes(after line: Int, _ entries: [Entry], _ style: ItemLabel.Style?) -> Bool {
    guard let last = entries.last, let number = Int(last.item.number),
      Folding.fold(last.item.title.value).hasPrefix("ruzne")
    else { return false }
    let below = line + 1..<min(line + 1 + Self.mostPoints, transcript.lines.count)
    let next = below.first { layout.itemLabels[$0] != nil || transcript.lines[$0].hasBlankAbove }
    guard let next, let label = layout.itemLabels[next], !transcript.lines[next].hasBlankAbove
    else { return false }
    return label.style == style && label.number == String(number + 1)
  }

  private static let mostPoints = 6

  /// Whether the page broke the heading before a word in small letters.
  func goesOnBelow(_ line: Int) -> Bool {
    guard line + 1 < transcript.lines.count, layout.itemLabels[line + 1] == nil,
      transcript.lines[line + 1].isWrapped, !transcript.lines[line + 1].hasBlankAbove
    else { return false }
    let words = transcript.lines[line + 1].tokens
    let last = transcript.tokens[transcript.lines[line].tokens.upperBound - 1]
    return last.kind == .word && words.count < Self.mostTokensBelow
      && !transcript.tokens[words.lowerBound].isCapitalized
      && transcript.tokens[words.lowerBound].kind == .word
      && !words.contains { PeopleLine.isPastVerb(transcript.tokens[$0].folded) }
  }

  private static let mostTokensBelow = 14

  /// `RŮZNÉ` in a line of its own after the numbered items is an item too.
  func withRest(_ entries: [Entry]) -> [Entry] {
    guard let last = entries.last,
      !entries.contains(where: { Folding.fold($0.item.title.value).hasPrefix("ruzne") })
    else { return entries }
    let rest = transcript.lines.indices.dropFirst(last.line + 1).first { line in
      let words = transcript.trimmed(transcript.lines[line].tokens, marks: [":"])
      return words.count == 1 && transcript.is(words.lowerBound, "ruzne")
        && transcript.tokens[words.lowerBound].isUppercase
    }
    guard let rest else { return entries }
    let number = Int(last.item.number).map { String($0 + 1) } ?? ""
    let item = ExtractedItem(
      number: number, title: title(transcript.lines[rest].tokens), announced: true)
    return entries + [Entry(item: item, line: rest)]
  }

  /// `2. Schválení programu`, and nothing else in the line.
  private func isApproval(_ line: Int) -> Bool {
    guard let start = layout.itemLabels[line]?.titleStart else { return false }
    let title = transcript.trimmed(start..<transcript.lines[line].tokens.upperBound)
    return title.count < 5 && transcript.is(start, "schvaleni")
      && transcript.is(start + 1, "programu")
  }
}
