import Domain

/// Names that only a number behind them tells.
extension OrganizationName {
  private static let mostWords = 8

  /// The name before `, IČO: …` or `(IČ …`: a line up to it, else the capitals right before it.
  func beforeNumber(_ label: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    guard label > 1, tokens[label - 1].is(",") || tokens[label - 1].is("(") else { return nil }
    let end = label - 1
    let line = transcript.lines[transcript.line(of: end)].tokens
    let first = ItemLabel.contentStart(tokens, line: line)
    guard first < end else { return nil }
    let name = isRow(first..<end) ? first..<end : capitals(before: end, in: line)
    guard let name, tokens[name.lowerBound].isCapitalized,
      !PeopleLine(transcript: transcript, limit: end).isCertainPerson(name.lowerBound)
    else { return nil }
    return name
  }

  /// Few words from the beginning of the line on, as in a table.
  private func isRow(_ words: Range<Int>) -> Bool {
    let tokens = transcript.tokens
    return words.count { tokens[$0].kind == .word } < Self.mostWords
      && tokens[words].allSatisfy {
        $0.kind == .word && !isVerb($0.folded) || $0.kind == .number || $0.is("-") || $0.is("\"")
          || $0.is(".") && $0.gap == .none
      }
  }

  private func capitals(before end: Int, in line: Range<Int>) -> Range<Int>? {
    var start = end
    while start > line.lowerBound, end - start < Self.mostWords,
      transcript.tokens[start - 1].isCapitalized || transcript.tokens[start - 1].kind == .number
    {
      start -= 1
    }
    return start < end ? start..<end : nil
  }
}
