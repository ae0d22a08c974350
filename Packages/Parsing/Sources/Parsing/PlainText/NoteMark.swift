/// The raised number that a footnote starts with.
enum NoteMark {
  /// Finds raised digits, a space and a text.
  static func find(_ text: [UInt8], _ line: Range<Int>) -> ListLabel? {
    var end = line.lowerBound
    while let length = raisedDigitLength(text, end, line.upperBound) { end += length }
    let textStart = TextScanner.skipSpace(text, from: end, before: line.upperBound)
    guard end > line.lowerBound, textStart > end, textStart < line.upperBound else { return nil }
    return ListLabel(label: line.lowerBound..<end, textStart: textStart)
  }

  /// U+00B9, U+00B2, U+00B3, U+2070, U+2074 to U+2079.
  private static func raisedDigitLength(_ text: [UInt8], _ place: Int, _ end: Int) -> Int? {
    guard place + 1 < end else { return nil }
    if text[place] == 0xC2, [0xB2, 0xB3, 0xB9].contains(text[place + 1]) { return 2 }
    guard place + 2 < end, text[place] == 0xE2, text[place + 1] == 0x81 else { return nil }
    return text[place + 2] == 0xB0 || (0xB4...0xB9).contains(text[place + 2]) ? 3 : nil
  }
}
