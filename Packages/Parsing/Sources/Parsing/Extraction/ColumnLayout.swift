import Domain

/// Two columns that became two runs of lines: first all labels, then all values.
struct ColumnLayout {
  /// The text.
  let transcript: Transcript

  private static let fullLine = 60

  /// Gives each label of a run its own value; the run must open with the date and the place.
  func repaired(_ sections: [Section]) -> [Section] {
    guard let first = sections.indices.first(where: { opensRun(sections, at: $0) }) else {
      return sections
    }
    var last = first
    while last + 1 < sections.count, sections[last].value.isEmpty { last += 1 }
    var paragraphs = paragraphs(in: sections[last].value)[...]
    var repaired = sections
    for index in first...last where sections[index].kind != .attendance {
      guard let paragraph = paragraphs.popFirst() else { break }
      let section = sections[index]
      repaired[index] = Section(
        kind: section.kind, label: section.label, value: paragraph, line: section.line)
    }
    return repaired
  }

  private func opensRun(_ sections: [Section], at index: Int) -> Bool {
    index + 1 < sections.count && sections[index].kind == .date && sections[index].value.isEmpty
      && sections[index + 1].kind == .place
      && transcript.lineEnd(of: sections[index + 1].label.lowerBound)
        == sections[index + 1].label.upperBound
  }

  /// Lines that belong together: a full line and one that ends with a comma go on, and a remark in
  /// brackets belongs to what stands above it.
  private func paragraphs(in value: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard let first = value.first else { return [] }
    var line = transcript.line(of: first)
    while line < transcript.lines.count, transcript.lines[line].tokens.lowerBound < value.upperBound
    {
      let tokens = transcript.lines[line].tokens.clamped(to: value)
      if let previous = found.last, goesOn(from: previous, into: tokens) {
        found[found.count - 1] = previous.lowerBound..<tokens.upperBound
      } else {
        found.append(tokens)
      }
      line += 1
    }
    return found
  }

  private func goesOn(from previous: Range<Int>, into tokens: Range<Int>) -> Bool {
    if transcript.is(tokens.lowerBound, "(") || transcript.is(previous.upperBound - 1, ",") {
      return true
    }
    let line = transcript.lines[transcript.line(of: previous.upperBound - 1)].tokens
    return transcript.range(line).count > Self.fullLine
  }
}
