/// Headings that start with number signs (CommonMark 4.2).
enum MarkdownHeading {
  /// The level of the heading that the line is, or `nil`.
  static func level(_ text: [UInt8], _ line: Range<Int>) -> Int? {
    let signs = text[line].prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(signs.count), signs.endIndex < line.upperBound,
      TextScanner.isBlank(text[signs.endIndex])
    else { return nil }
    return signs.count
  }
}
