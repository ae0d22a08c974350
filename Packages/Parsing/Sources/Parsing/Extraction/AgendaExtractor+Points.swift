import Domain

/// A programme in points that a sentence announces.
extension AgendaExtractor {
  /// `Na programu schůze byly tyto body:` and a point with a bullet each, or `nil`.
  func pointedEntries() -> [Entry]? {
    for line in transcript.lines.indices.dropLast()
    where mentionsProgramme(line) && announcesPoints(line) {
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
}
