/// A line of a plain text that is not blank, without the space around it.
struct TextLine {
  /// The bytes of the line in the text.
  var bytes: Range<Int>
  /// The number of the line in the file, from 1.
  var number: Int
  /// The width of the space before the text; a tab counts as four.
  var indent: Int
  /// How many blank lines stand before.
  var blankLinesBefore: Int
  /// Whether the line begins with a tab, as a table row whose first cell is empty.
  var startsWithTab: Bool
  /// Whether a form feed stands before.
  var startsPage: Bool
  /// What of the line before it the line goes on with.
  var continuation: Continuation?

  /// What may go on over the end of a line.
  enum Continuation {
    /// A paragraph, which a page break cut.
    case paragraph
    /// A word, which is hyphenated.
    case word
  }
}

extension TextLine {
  /// Splits a text at its line ends: LF, CR, CR LF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR, VT
  /// and FF (Unicode standard annex 14).
  /// - Complexity: Linear.
  static func split(_ text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var splitter = LineSplitter()
    var start = 0
    var place = 0
    while place < text.count {
      let length = lineEndLength(text, at: place)
      if length > 0 {
        splitter.append(text, start..<place, startsPage: text[place] == 0x0C, to: &lines)
        start = place + length
      }
      place += max(1, length)
    }
    splitter.append(text, start..<text.count, startsPage: false, to: &lines)
    return lines
  }

  private static func lineEndLength(_ text: [UInt8], at place: Int) -> Int {
    switch text[place] {
    case 0x0D: place + 1 < text.count && text[place + 1] == 0x0A ? 2 : 1
    case 0x0A...0x0C: 1
    case 0xC2: place + 1 < text.count && text[place + 1] == 0x85 ? 2 : 0
    case 0xE2:
      place + 2 < text.count && text[place + 1] == 0x80 && text[place + 2] | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }
}

/// What is carried from line to line.
private struct LineSplitter {
  private var number = 0
  private var blankLines = 0
  private var startsPage = false

  mutating func append(
    _ text: [UInt8], _ bytes: Range<Int>, startsPage endsWithFormFeed: Bool,
    to lines: inout [TextLine]
  ) {
    number += 1
    let trimmed = TextScanner.trim(text, bytes)
    if trimmed.isEmpty {
      blankLines += 1
    } else {
      let lead = text[bytes.lowerBound..<trimmed.lowerBound]
      lines.append(
        TextLine(
          bytes: trimmed, number: number,
          indent: lead.reduce(0) { $0 + ($1 == UInt8(ascii: "\t") ? 4 : 1) },
          blankLinesBefore: blankLines, startsWithTab: lead.contains(UInt8(ascii: "\t")),
          startsPage: startsPage))
      blankLines = 0
      startsPage = false
    }
    if endsWithFormFeed { startsPage = true }
  }
}
