/// The words of HTML, as a chunk of a Word document holds them; no layout.
struct HTMLText {
  private let html: [UInt8]
  private var text: [UInt8] = []
  private var place = 0

  /// Returns the text, one line a block element.
  /// - Complexity: Linear.
  static func extract(_ html: [UInt8]) -> [UInt8] {
    var reader = HTMLText(html)
    reader.readAll()
    return reader.text
  }

  private init(_ html: [UInt8]) {
    self.html = html
  }

  private mutating func readAll() {
    while place < html.count {
      switch html[place] {
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readReference()
      default:
        text.append(html[place] < 0x20 ? 0x20 : html[place])
        place += 1
      }
    }
  }

  private mutating func readTag() {
    if html[place...].starts(with: Array("<!--".utf8)) {
      return skip(past: Array("-->".utf8))
    }
    let start = place + 1
    let isEnd = start < html.count && html[start] == UInt8(ascii: "/")
    let name = html[(isEnd ? start + 1 : start)...].prefix(12)
      .prefix { TextScanner.isLetter($0) || TextScanner.isDigit($0) }
    let word = String(decoding: name.map { $0 | 0x20 }, as: UTF8.self)
    skip(past: [UInt8(ascii: ">")])
    if !isEnd, Self.unseen.contains(word) {
      skip(past: Array("</\(word)".utf8))
      skip(past: [UInt8(ascii: ">")])
    }
    if Self.blocks.contains(word) { text.append(UInt8(ascii: "\n")) }
    if Self.cells.contains(word) { text.append(UInt8(ascii: "\t")) }
  }

  /// Goes to the end of the next occurrence, or of the text.
  private mutating func skip(past end: [UInt8]) {
    while place < html.count {
      let found = html[place...].prefix(end.count).elementsEqual(end) {
        $0 == $1 || $0 | 0x20 == $1
      }
      if found {
        place += end.count
        return
      }
      place += 1
    }
  }

  private mutating func readReference() {
    guard let (scalar, length) = Self.reference(html, at: place) else {
      text.append(html[place])
      place += 1
      return
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    place += length
  }

  /// The character that a reference at a place stands for, `&nbsp;` or `&#160;`, and its length.
  static func reference(
    _ text: [UInt8], at place: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let name = text[(place + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
    let end = place + 1 + name.count
    guard end < text.count, text[end] == UInt8(ascii: ";"), let scalar = scalar(name) else {
      return nil
    }
    return (scalar, end + 1 - place)
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let word = String(decoding: name, as: UTF8.self)
    guard word.hasPrefix("#") else { return named[word] }
    let isHexadecimal = word.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
    let digits = word.dropFirst(isHexadecimal ? 2 : 1)
    guard let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), code >= 0x20 else {
      return nil
    }
    return Unicode.Scalar(code)
  }

  private static let unseen: Set<String> = ["script", "style", "title"]
  private static let cells: Set<String> = ["td", "th"]
  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol",
    "blockquote", "pre", "section", "article", "body", "hr",
  ]
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "bdquo": "\u{201E}", "ldquo": "\u{201C}",
    "rdquo": "\u{201D}", "hellip": "\u{2026}", "middot": "\u{B7}", "bull": "\u{2022}",
    "copy": "\u{A9}", "reg": "\u{AE}", "eacute": "é", "aacute": "á", "iacute": "í",
    "oacute": "ó", "uacute": "ú", "yacute": "ý", "scaron": "š", "num": "#", "sect": "§",
    "deg": "°", "euro": "€", "times": "×", "sup2": "²", "lsquo": "\u{2018}",
    "rsquo": "\u{2019}", "sbquo": "\u{201A}", "Scaron": "Š", "Eacute": "É", "Aacute": "Á",
    "Iacute": "Í", "Uacute": "Ú", "uuml": "ü", "ouml": "ö", "auml": "ä",
  ]
}
