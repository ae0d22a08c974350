import Domain

/// A line of a text that has at least one token.
struct TranscriptLine {
  /// The tokens.
  let tokens: Range<Int>
  /// Whether an empty line stands above.
  let hasBlankAbove: Bool
  /// Whether a line of stars, underscores or dashes stands above.
  let hasDividerAbove: Bool

  /// Groups tokens into lines; lines of dashes and dots only divide.
  static func lines(of tokens: Tokens, in bytes: [UInt8]) -> [TranscriptLine] {
    var lines: [TranscriptLine] = []
    var start = 0
    var divider = false
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].gap != .line { end += 1 }
      if isDivider(tokens[start..<end]) {
        divider = true
      } else {
        let gap = gap(
          before: tokens[start], after: lines.last.map { tokens[$0.tokens.upperBound - 1] })
        let above = Above(bytes[gap])
        lines.append(
          TranscriptLine(
            tokens: start..<end, hasBlankAbove: above.isBlank,
            hasDividerAbove: divider || above.isDivided))
        divider = false
      }
      start = end
    }
    return lines
  }

  private static func isDivider(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.count >= 3 && tokens.allSatisfy { ["-", "=", ".", "…", "|", ":"].contains($0.folded) }
  }

  private static func gap(before token: Token, after previous: Token?) -> Range<Int> {
    let start = previous?.range.end ?? 0
    return min(start, token.range.start)..<token.range.start
  }
}

/// What the white space above a line says.
private struct Above {
  var isBlank = false
  var isDivided = false

  init(_ bytes: ArraySlice<UInt8>) {
    var newlines = 0
    var run = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { newlines += 1 }
      run = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") ? run + 1 : 0
      if run >= 5 { isDivided = true }
    }
    isBlank = newlines > 1
  }
}
