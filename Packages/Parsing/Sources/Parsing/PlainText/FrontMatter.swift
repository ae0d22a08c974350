/// The block of `key: value` lines between two lines of dashes that starts a Markdown page (YAML).
enum FrontMatter {
  /// Returns the lines without the dashes, values over several lines joined; other texts unchanged.
  static func unwrap(_ lines: [TextLine], of text: [UInt8]) -> [TextLine] {
    guard let first = lines.first, isFence(first, text),
      let end = lines.dropFirst().prefix(longest).firstIndex(where: { isFence($0, text) })
    else { return lines }
    let isMatter = lines[1..<end].allSatisfy { line in
      line.indent > 0 || text[line.bytes].contains(UInt8(ascii: ":"))
    }
    guard isMatter else { return lines }
    var unwrapped = lines
    for index in 1..<end where lines[index].indent > 0 && index > 1 {
      unwrapped[index].continuation = .paragraph
    }
    unwrapped.remove(at: end)
    unwrapped.removeFirst()
    return unwrapped
  }

  private static func isFence(_ line: TextLine, _ text: [UInt8]) -> Bool {
    text[line.bytes].elementsEqual("---".utf8)
  }

  private static let longest = 100
}
