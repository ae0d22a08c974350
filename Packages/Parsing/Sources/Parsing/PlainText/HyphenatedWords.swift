/// Finds words that are hyphenated over the end of a line.
enum HyphenatedWords {
  /// Marks the lines that go on with a word.
  static func join(_ lines: [TextLine], of text: [UInt8]) -> [TextLine] {
    var joined = lines
    for index in lines.indices.dropFirst() {
      let line = lines[index]
      let before = lines[index - 1].bytes
      // Over the end of a page as well, whose edges are taken out by now.
      guard line.blankLinesBefore == 0 || line.continuation == .paragraph, before.count > 20,
        text[before.upperBound - 1] == hyphen,
        TextScanner.isLetter(text[before.upperBound - 2]),
        TextScanner.startsLowercase(text, line.bytes),
        ListLabel.find(text, line.bytes, allowsSingleRoman: false) == nil
      else { continue }
      joined[index].continuation = .word
    }
    return joined
  }

  private static let hyphen = UInt8(ascii: "-")
}
