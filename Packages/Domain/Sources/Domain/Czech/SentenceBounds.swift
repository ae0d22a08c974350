/// Finds the sentence that a place in Czech text belongs to, so that a proof can be read in its
/// context.
///
/// A sentence ends at a line end, or at `.`, `!` or `?` before a space and a capital letter, unless
/// the word before it is a number or an abbreviation: *10. června*, *Mgr. Nová*, *č. 5*.
public enum SentenceBounds {
  /// Returns the sentences that `range` touches, as one range without white space at its ends.
  /// - Complexity: Linear in the length of the lines that the range touches.
  public static func around(_ range: SourceRange, in bytes: [UInt8]) -> SourceRange {
    guard range.end <= bytes.count, range.count > 0 else { return range }
    var start = range.start
    while start > 0, !isBoundary(bytes, before: start) { start -= 1 }
    var end = range.end
    while end < bytes.count, !isBoundary(bytes, before: end) { end += 1 }
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return SourceRange(start, end)
  }

  /// Whether a sentence can begin at `place`: after a line end, or after the space that follows a
  /// full stop and precedes a capital letter.
  private static func isBoundary(_ bytes: [UInt8], before place: Int) -> Bool {
    let previous = bytes[place - 1]
    if previous == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\n") { return true }
    guard isSpace(previous), place >= 2, isCapital(bytes, at: place) else { return false }
    switch bytes[place - 2] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."): return endsSentence(bytes, fullStop: place - 2)
    default: return false
    }
  }

  /// Whether the word before a full stop is neither a number nor an abbreviation, which in Czech
  /// have at most three letters or no vowel.
  private static func endsSentence(_ bytes: [UInt8], fullStop: Int) -> Bool {
    var start = fullStop
    while start > 0, !isSpace(bytes[start - 1]), bytes[start - 1] != UInt8(ascii: ".") {
      start -= 1
    }
    let word = Folding.fold(Array(bytes[start..<fullStop]))
    let letters = word.filter { $0 &- UInt8(ascii: "a") < 26 }
    guard letters.count > 3 else { return word.last == UInt8(ascii: ")") }
    return letters.contains { "aeiouy".utf8.contains($0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isCapital(_ bytes: [UInt8], at place: Int) -> Bool {
    let byte = bytes[place]
    if byte < 0x80 { return byte &- UInt8(ascii: "A") < 26 }
    guard byte & 0xE0 == 0xC0, place + 1 < bytes.count,
      let scalar = Unicode.Scalar(UInt32(byte & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F))
    else { return false }
    return scalar.properties.isUppercase
  }
}
