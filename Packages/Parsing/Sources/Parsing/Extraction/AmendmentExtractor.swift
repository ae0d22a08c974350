import Domain

/// Additions to minutes by somebody who did not write them: `Doplnění zápisu – komentář ředitelky`.
struct AmendmentExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// Returns the amendments in the order of the text.
  func amendments() -> [ExtractedAmendment] {
    transcript.lines.indices.compactMap { line in
      let tokens = transcript.lines[line].tokens
      guard tokens.count < 20, opens(tokens), let by = author(tokens) else { return nil }
      var amendment = ExtractedAmendment(by: transcript.fact(by, confidence: 0.8))
      amendment.organization = organization(above: line)
      return amendment
    }
  }

  private func opens(_ line: Range<Int>) -> Bool {
    let first = transcript.tokens[line.lowerBound].folded
    return ["doplneni", "dodatek", "oprava"].contains(first)
      && transcript.tokens[line].contains { $0.folded.hasPrefix("zapisu") }
  }

  private func author(_ line: Range<Int>) -> Range<Int>? {
    let cue = line.first { place in
      ["komentar", "doplnil", "doplnila", "pripominka", "pozadavek"].contains(
        transcript.tokens[place].folded)
    }
    guard let cue, cue + 1 < line.upperBound else { return nil }
    return transcript.trimmed(cue + 1..<line.upperBound)
  }

  /// The organisation that the lines above are about.
  private func organization(above line: Int) -> Fact<String>? {
    for index in stride(from: line - 1, through: max(0, line - 2), by: -1) {
      let tokens = transcript.lines[index].tokens
      for place in tokens.prefix(10) {
        guard let end = LegalForms.czech.match(transcript.tokens, at: place),
          let start = OrganizationName(transcript: transcript).start(before: place),
          start >= tokens.lowerBound
        else { continue }
        return transcript.fact(start..<end, confidence: 0.75)
      }
    }
    return nil
  }
}
