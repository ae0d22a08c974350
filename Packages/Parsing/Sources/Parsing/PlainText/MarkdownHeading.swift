/// Headings that start with number signs (CommonMark 4.2).
enum MarkdownHeading {
  /// The level of the heading that the line is, or `nil`.
  static func level(_ text: [UInt8], _ line: Range<Int>) -> Int? {
    let signs = text[line].prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(signs.count), signs.endIndex < line.upperBound else { return nil }
    // Many pages leave out the space after several signs.
    let next = text[signs.endIndex]
    guard TextScanner.isBlank(next) || signs.count > 1 && TextScanner.isLetter(next) else {
      return nil
    }
    return signs.count
  }
}
