import Domain

/// What the lines of an application say of the project that another line of it names.
extension ProjectDetails {
  private static let mostLines = 8

  /// `Žadatel: Spolek Lípa` some lines above or below `Název projektu: Nové hřiště`.
  func formHolder(_ name: Range<Int>) -> Fact<String>? {
    let line = transcript.line(of: name.lowerBound)
    let first = transcript.lines[line].tokens.lowerBound
    guard transcript.is(first, "nazev"), transcript.is(first + 1, "projektu"),
      transcript.is(first + 2, ":")
    else { return nil }
    let near = (line - Self.mostLines..<line + Self.mostLines).clamped(to: transcript.lines.indices)
    for index in near {
      let tokens = transcript.lines[index].tokens
      guard Self.roles.contains(transcript.tokens[tokens.lowerBound].folded),
        transcript.is(tokens.lowerBound + 1, ":"), tokens.count > 2, tokens.count < 16
      else { continue }
      return transcript.fact(
        transcript.trimmed(tokens.lowerBound + 2..<tokens.upperBound), confidence: 0.8)
    }
    return nil
  }
}
