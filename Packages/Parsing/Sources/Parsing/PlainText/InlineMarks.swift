/// Takes marks of Markdown out of a line: `**bold**`, `<https://…>` and `[words](https://…)`.
struct InlineMarks {
  /// The text without marks.
  private(set) var text: [UInt8] = []
  /// Links, with ranges in the text.
  private(set) var links: [(range: Range<Int>, target: String)] = []
  /// Bold words, as ranges in the text.
  private(set) var bold: [Range<Int>] = []
  /// Whether all of the text was bold.
  private(set) var isBold = false

  /// Reads a line.
  init(_ line: ArraySlice<UInt8>) {
    let hasBold = Self.boldMarks(line) > 0 && Self.boldMarks(line).isMultiple(of: 2)
    guard hasBold || line.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "[") })
    else {
      text = Array(line)
      return
    }
    var (boldCount, plain) = (0, 0)
    var boldStart: Int?
    var place = line.startIndex
    while place < line.endIndex {
      if hasBold, Self.isBoldMark(line, place) {
        if let start = boldStart, start < text.count { bold.append(start..<text.count) }
        boldStart = boldStart == nil ? text.count : nil
        place += 2
      } else if let end = Self.addressEnd(line, place) {
        append(line[(place + 1)..<end], target: line[(place + 1)..<end])
        place = end + 1
        plain += 1
      } else if let (words, target) = Self.link(line, place) {
        append(words, target: target)
        place = target.endIndex + 1
        plain += 1
      } else {
        if !TextScanner.isBlank(line[place]) {
          if boldStart != nil { boldCount += 1 } else { plain += 1 }
        }
        text.append(line[place])
        place += 1
      }
    }
    isBold = boldCount > 0 && plain == 0
  }

  private mutating func append(_ words: ArraySlice<UInt8>, target: ArraySlice<UInt8>) {
    let range = text.count..<text.count + words.count
    links.append((range, String(decoding: target, as: UTF8.self)))
    text.append(contentsOf: words)
  }

  private static func isBoldMark(_ line: ArraySlice<UInt8>, _ place: Int) -> Bool {
    line[place] == UInt8(ascii: "*") && place + 1 < line.endIndex
      && line[place + 1] == UInt8(ascii: "*")
  }

  private static func boldMarks(_ line: ArraySlice<UInt8>) -> Int {
    var (count, place) = (0, line.startIndex)
    while place < line.endIndex {
      let isMark = isBoldMark(line, place)
      count += isMark ? 1 : 0
      place += isMark ? 2 : 1
    }
    return count
  }

  /// The place of the `>` of an address in angle brackets (CommonMark 6.5).
  private static func addressEnd(_ line: ArraySlice<UInt8>, _ place: Int) -> Int? {
    guard line[place] == UInt8(ascii: "<"),
      schemes.contains(where: { line[(place + 1)...].starts(with: $0) })
    else { return nil }
    let end = line[place...].prefix(longestAddress).firstIndex {
      $0 == UInt8(ascii: ">") || $0 <= 0x20
    }
    guard let end, line[end] == UInt8(ascii: ">") else { return nil }
    return end
  }

  /// The words and the address of a link (CommonMark 6.3).
  private static func link(
    _ line: ArraySlice<UInt8>, _ place: Int
  ) -> (words: ArraySlice<UInt8>, target: ArraySlice<UInt8>)? {
    guard line[place] == UInt8(ascii: "[") else { return nil }
    let words = line[(place + 1)...].prefix(longestAddress)
    guard let end = words.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }),
      line[end...].starts(with: "](".utf8),
      schemes.contains(where: { line[(end + 2)...].starts(with: $0) }),
      let close = line[(end + 2)...].prefix(longestAddress)
        .firstIndex(where: { $0 == UInt8(ascii: ")") || $0 <= 0x20 }),
      line[close] == UInt8(ascii: ")")
    else { return nil }
    return (line[(place + 1)..<end], line[(end + 2)..<close])
  }

  private static let longestAddress = 4096
  private static let schemes = ["http://", "https://", "mailto:"].map { Array($0.utf8) }
}
