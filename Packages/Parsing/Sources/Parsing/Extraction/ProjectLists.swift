import Domain

/// Projects in a list under a heading that tells where they stand: `Projekty čekající na
/// hodnocení:`.
struct ProjectLists {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// Returns the projects of all lists.
  func mentions() -> [ProjectMention] {
    transcript.lines.indices.flatMap { line -> [ProjectMention] in
      guard isHeading(line) else { return [] }
      let status = ProjectDetails(layout: layout).status(in: transcript.lines[line].tokens)
      return list(from: line + 1, status: status)
    }
  }

  private func isHeading(_ line: Int) -> Bool {
    let tokens = transcript.lines[line].tokens
    return tokens.count < 9 && transcript.is(tokens.upperBound - 1, ":")
      && tokens.contains { transcript.is($0, "projekty") }
  }

  /// Lines `Název – nositel. …`, or short lines that are nothing but a name.
  private func list(from first: Int, status: Fact<ProjectStatus>?) -> [ProjectMention] {
    var found: [ProjectMention] = []
    var misses = 0
    for line in first..<transcript.lines.count {
      let tokens = transcript.trimmed(transcript.lines[line].tokens, marks: ["•"])
      if layout.itemLabels[line]?.style == .reference || misses > 1 { break }
      if let dashed = dashed(tokens) {
        found.append(ProjectMention(name: dashed.name, status: status, holder: dashed.holder))
        misses = 0
      } else if let name = title(tokens) {
        found.append(ProjectMention(name: name, status: status))
        misses = 0
      } else {
        misses += 1
      }
    }
    return found
  }

  private func dashed(_ tokens: Range<Int>) -> (name: Range<Int>, holder: Range<Int>)? {
    guard let first = tokens.first, transcript.tokens[first].isCapitalized,
      let dash = tokens.prefix(18).first(where: {
        transcript.is($0, "-") && transcript.tokens[$0].gap != .none
      }), transcript.tokens[dash + 1].isCapitalized
    else { return nil }
    let remark = (first..<dash).first { transcript.is($0, "(") }
    let end = (dash + 1..<tokens.upperBound).first {
      transcript.is($0, ".") || transcript.is($0, ",")
    }
    guard !(first..<dash).contains(where: { transcript.is($0, ".") || transcript.is($0, "\"") })
    else {
      return nil
    }
    return (first..<(remark ?? dash), dash + 1..<(end ?? tokens.upperBound))
  }

  private func title(_ tokens: Range<Int>) -> Range<Int>? {
    guard let first = tokens.first, transcript.tokens[first].isCapitalized, tokens.count < 10 else {
      return nil
    }
    let name = transcript.trimmed(tokens, marks: [":"])
    let isPlain = name.allSatisfy { place in
      let token = transcript.tokens[place]
      return token.kind != .mark || token.is("-")
    }
    return isPlain && name.count > 1 ? name : nil
  }
}
