import Domain

/// A line of a text that has at least one token.
struct TranscriptLine {
  /// The tokens.
  let tokens: Range<Int>
  /// Whether an empty line stands above.
  let hasBlankAbove: Bool
  /// Whether a line of stars, underscores or dashes stands above.
  let hasDividerAbove: Bool
  /// Whether the line goes on with the sentence of the full line above, as a page breaks lines.
  let isWrapped: Bool

  /// Groups tokens into lines; lines of dashes and dots only divide.
  ///
  /// - Parameter apart: Where lines under an empty line of the file begin, in order.
  static func lines(of tokens: Tokens, in bytes: [UInt8], apart: [Int] = []) -> [TranscriptLine] {
    var apart = apart[...]
    var lines: [TranscriptLine] = []
    var start = 0
    var divider = false
    let isHardWrapped = !hasLongLine(tokens)
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].gap != .line { end += 1 }
      if isDivider(tokens[start..<end]) {
        divider = true
      } else {
        let gap = gap(
          before: tokens[start], after: lines.last.map { tokens[$0.tokens.upperBound - 1] })
        var above = Above(bytes[gap])
        if let next = apart.first, tokens[start].range.start >= next { above.isBlank = true }
        let wraps = !above.isBlank && !divider && !above.isDivided
        lines.append(
          TranscriptLine(
            tokens: start..<end, hasBlankAbove: above.isBlank,
            hasDividerAbove: divider || above.isDivided,
            isWrapped: wraps
              && goesOn(
                tokens, from: lines.last?.tokens, into: start..<end, isHardWrapped: isHardWrapped)
          ))
        divider = false
      }
      while let next = apart.first, next < tokens[end - 1].range.end { apart.removeFirst() }
      start = end
    }
    return lines
  }

  /// The line in a text whose first tokens are missing.
  func moved(by offset: Int) -> TranscriptLine {
    TranscriptLine(
      tokens: tokens.lowerBound + offset..<tokens.upperBound + offset, hasBlankAbove: hasBlankAbove,
      hasDividerAbove: hasDividerAbove, isWrapped: isWrapped)
  }

  private static let fullLine = 60
  private static let longestWrapped = 160

  /// Whether a line is so long that the text cannot be broken into lines by its page.
  private static func hasLongLine(_ tokens: Tokens) -> Bool {
    var start = 0
    for token in tokens {
      if token.gap == .line { start = token.range.start }
      if token.range.end - start > longestWrapped { return true }
    }
    return false
  }

  /// Only a full line that ends inside of a sentence goes on, and not into a label or an item.
  private static func goesOn(
    _ tokens: Tokens, from above: Range<Int>?, into line: Range<Int>, isHardWrapped: Bool
  ) -> Bool {
    guard let above, let first = above.first else { return false }
    let last = tokens[above.upperBound - 1]
    let isFull = last.range.end - tokens[first].range.start >= fullLine
    // A date may be broken after its day: `6.` and, in the next line, `1. 2025`.
    if isHardWrapped, isFull, last.is("."), tokens[above.upperBound - 2].kind == .number,
      tokens[line.lowerBound].kind == .number, tokens[line.lowerBound + 1].is("."),
      tokens[line.lowerBound + 2].number ?? 0 > 1900
    {
      return true
    }
    guard isHardWrapped || !tokens[line.lowerBound].isCapitalized,
      isFull, tokens[line.lowerBound].kind == .word,
      last.kind != .mark || last.is(",") || last.is("-"),
      line.count < 2 || !tokens[line.lowerBound + 1].is(":"), !opensLabel(tokens, line)
    else { return false }
    let isLabelled =
      line.count > 1 && tokens[line.lowerBound].folded.utf8.count == 1
      && [".", ")"].contains(tokens[line.lowerBound + 1].folded)
      && tokens[line.lowerBound + 1].gap == .none
    return !isLabelled
  }

  /// `Příští schůzka: březen 2023` begins something of its own.
  private static func opensLabel(_ tokens: Tokens, _ line: Range<Int>) -> Bool {
    guard tokens[line.lowerBound].isCapitalized,
      let colon = line.prefix(4).first(where: { tokens[$0].is(":") })
    else { return false }
    return (line.lowerBound..<colon).allSatisfy { tokens[$0].kind == .word }
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
