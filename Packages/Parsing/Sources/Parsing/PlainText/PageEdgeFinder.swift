import Domain

/// Finds page headers and footers by what is repeated where pages begin and end, takes them out and
/// joins the paragraph that the page break cut.
struct PageEdgeFinder {
  private let text: [UInt8]
  private let lines: [TextLine]
  private let keys: [[UInt8]]
  private let pageStarts: [Int]
  private var kinds: [PageEdge.Kind?]
  private(set) var edges: [PageEdge] = []

  /// Returns the lines that are no page edge, and the edges.
  /// - Complexity: Linear in the length of the text.
  static func separate(
    _ lines: [TextLine], of text: [UInt8]
  ) -> (lines: [TextLine], edges: [PageEdge]) {
    var finder = PageEdgeFinder(lines, of: text)
    guard finder.pageStarts.count > 1 else { return (lines, []) }
    finder.findHeaders()
    finder.findFooters()
    return (finder.joined(), finder.edges)
  }

  private init(_ lines: [TextLine], of text: [UInt8]) {
    self.text = text
    self.lines = lines
    keys = lines.map { Self.key(text[$0.bytes]) }
    kinds = Array(repeating: nil, count: lines.count)
    pageStarts = lines.indices.filter { index in
      index == 0 || lines[index].startsPage || lines[index].blankLinesBefore >= 2
    }
  }

  /// What stays the same from page to page: numbers may count.
  private static func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    for byte in Folding.fold(Array(line)) {
      if TextScanner.isDigit(byte) {
        if key.last != UInt8(ascii: "#") { key.append(UInt8(ascii: "#")) }
      } else if !TextScanner.isBlank(byte) {
        key.append(byte)
      }
    }
    return key
  }

  private mutating func findHeaders() {
    for starts in Dictionary(grouping: pageStarts, by: { keys[$0] }).values {
      var length = 1
      while starts.allSatisfy({
        continues($0, length) && keys[$0 + length] == keys[starts[0] + length]
      }) {
        length += 1
      }
      let isRunning = isRunningTitle(starts)
      guard isRunning || repeatsEnough(starts, length), !isDecision(keys[starts[0]]) else {
        continue
      }
      // A title that runs on is read once, where it stands first.
      for start in isRunning ? starts.dropFirst() : starts[...] {
        for index in start..<start + length { kinds[index] = .header }
      }
      edges.append(edge(.header, starts[0]..<starts[0] + length))
    }
    edges.sort { $0.text < $1.text }
  }

  private func continues(_ start: Int, _ length: Int) -> Bool {
    let index = start + length
    return index < lines.count && !lines[index].startsPage && lines[index].blankLinesBefore < 2
  }

  private mutating func findFooters() {
    let ends = (pageStarts.dropFirst().map { $0 - 1 } + [lines.count - 1])
      .filter { kinds[$0] == nil }
    for (key, group) in Dictionary(grouping: ends, by: { keys[$0] }) {
      let isPageNumber = Self.pageNumbers.contains(key)
      guard group.count >= (isPageNumber ? 2 : 3), isPageNumber || key.count >= 12 else { continue }
      guard !isTitle(key), !isDecision(key) else { continue }
      for index in group { kinds[index] = .footer }
      edges.append(edge(.footer, group[0]..<group[0] + 1))
    }
  }

  /// Twice may be chance, unless the line is long, and a sentence that is said again and again is
  /// no header; nor is a title that opens each of several minutes in one file.
  private func repeatsEnough(_ starts: [Int], _ length: Int) -> Bool {
    let key = keys[starts[0]]
    guard starts.count >= 2, !isTitle(key) else { return false }
    if Self.pageNumbers.contains(key) { return true }
    guard key.count(where: { TextScanner.isLetter($0) }) >= 4 else { return false }
    let opensMostPages = starts.count * 2 > pageStarts.count
    if key.last == UInt8(ascii: "."), length == 1 { return starts.count >= 3 && opensMostPages }
    return starts.count == 2 ? key.count >= 20 : length > 1 || key.count >= 12 || opensMostPages
  }

  /// A title that is the same to the letter at the top of every page that a form feed begins.
  private func isRunningTitle(_ starts: [Int]) -> Bool {
    guard starts.count >= 2, isTitle(keys[starts[0]]) else { return false }
    let first = text[lines[starts[0]].bytes]
    return starts.dropFirst().allSatisfy {
      lines[$0].startsPage && text[lines[$0].bytes].elementsEqual(first)
    }
  }

  private func isTitle(_ key: [UInt8]) -> Bool {
    Self.titles.contains { key.starts(with: $0) }
  }

  /// `Pro: 7, proti: 0, zdržel se: 0` is the same under each decision of a list and no edge.
  private func isDecision(_ key: [UInt8]) -> Bool {
    Self.decisions.contains { key.starts(with: $0) }
  }

  private func edge(_ kind: PageEdge.Kind, _ range: Range<Int>) -> PageEdge {
    let rows = range.map { String(decoding: text[lines[$0].bytes], as: UTF8.self) }
    return PageEdge(kind: kind, text: rows.joined(separator: "\n"))
  }

  private func joined() -> [TextLine] {
    var kept: [TextLine] = []
    var crossesPage = false
    for index in lines.indices {
      guard kinds[index] == nil else {
        crossesPage = true
        continue
      }
      var line = lines[index]
      if crossesPage || line.startsPage, let last = kept.last, isCut(last.bytes, line.bytes) {
        line.continuation = .paragraph
      }
      crossesPage = false
      kept.append(line)
    }
    return kept
  }

  /// A paragraph is cut where it has no end and the text goes on in lower case.
  private func isCut(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    guard let last = text[before].last, !".!?:;".utf8.contains(last) else { return false }
    return TextScanner.startsLowercase(text, after)
      && ListLabel.find(text, after, allowsSingleRoman: false) == nil
  }

  private static let titles = ["zapis", "program", "usneseni", "pozvanka", "pritomn", "jednani"]
    .map { Array($0.utf8) }
  private static let decisions = [
    "hlasov", "pro:", "pro#", "pro-", "proti", "zdrzel", "vysledek", "schvalen", "prijat", "nikdo",
    "odpov", "zodpov", "termin:",
  ].map { Array($0.utf8) }
  private static let pageNumbers = Set(
    ["#", "-#-", "#/#", "strana#", "strana#/#", "strana#z#", "#z#", "stranka#", "stranka#z#"]
      .map { Array($0.utf8) })
}
