import Domain

/// What the sentence around the name of a project says about it.
struct ProjectDetails {
  /// The text.
  let transcript: Transcript

  private static let statuses = FactTable(PackageResources.project_statuses_tsv).rows
  private static let themes = FactTable(PackageResources.themes_tsv).rows

  /// Adds status, holder, dates and themes.
  func fill(_ project: inout ExtractedProject, name: Range<Int>) {
    let line = transcript.lines[transcript.line(of: name.lowerBound)].tokens
    project.status = status(in: line)
    project.holder = holder(after: name.upperBound, limit: line.upperBound)
    project.start = date(after: ["zahajen"], in: line)
    project.end = date(after: ["konec", "ukoncen"], in: line)
    project.themes = themes(in: name)
  }

  private func status(in line: Range<Int>) -> Fact<ProjectStatus>? {
    for row in Self.statuses where row.count == 2 {
      let words = row[1].split(separator: " ")
      for place in line where place + words.count <= line.upperBound {
        let fits = words.indices.allSatisfy { index in
          let word = words[index]
          let token = transcript.tokens[place + index].folded
          return word.last == "*" ? token.hasPrefix(word.dropLast()) : token == word
        }
        guard fits, let status = ProjectStatus(rawValue: row[0]) else { continue }
        return Fact(status, transcript.range(place..<place + words.count), confidence: 0.8)
      }
    }
    return nil
  }

  /// `projekt Nový domov – Charita Lhota.`.
  private func holder(after place: Int, limit: Int) -> Fact<String>? {
    guard place + 1 < limit, transcript.is(place, "-"), transcript.tokens[place + 1].isCapitalized
    else {
      return nil
    }
    let stops: Set<String> = [".", ",", "byl", "byla", "nebyl", "je", "("]
    let end = (place + 1..<limit).first { stops.contains(transcript.tokens[$0].folded) } ?? limit
    return transcript.fact(place + 1..<end, confidence: 0.8)
  }

  private func date(after words: [String], in line: Range<Int>) -> Fact<CalendarPeriod>? {
    for place in line where words.contains(where: transcript.tokens[place].folded.hasPrefix) {
      let window = transcript.tokens[place..<min(place + 9, line.upperBound)]
      guard let date = DateScanner(tokens: window).dates().first, let period = date.period() else {
        continue
      }
      return Fact(period, transcript.range(date.tokens))
    }
    return nil
  }

  private func themes(in range: Range<Int>) -> [Fact<Theme>] {
    Self.themes.compactMap { row in
      guard row.count == 2, let theme = Theme(rawValue: row[0]) else { return nil }
      let text = Folding.fold(transcript.text(range))
      let found = row[1].split(separator: ";").contains { text.contains($0) }
      return found ? Fact(theme, transcript.range(range), confidence: 0.7) : nil
    }
  }
}
