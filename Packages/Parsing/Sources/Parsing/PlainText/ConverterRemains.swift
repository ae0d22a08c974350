/// What converters to plain text leave behind and no reader of the document ever saw.
struct ConverterRemains {
  private let text: [UInt8]
  private var clean: [UInt8] = []
  private var place = 0

  /// Returns the text without `[bookmark: …]`, `[pic]`, `<br>`, references as `&nbsp;`, marks of
  /// byte order and soft hyphens; one at the end of a line becomes a hyphen.
  /// - Complexity: Linear.
  static func remove(from text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { isSuspicious($0) }) else { return text }
    var remains = ConverterRemains(text)
    remains.removeAll()
    return remains.clean
  }

  private init(_ text: [UInt8]) {
    self.text = text
    clean.reserveCapacity(text.count)
  }

  private static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "&"), 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  private mutating func removeAll() {
    while place < text.count {
      if Self.isSuspicious(text[place]), skipRemain() { continue }
      clean.append(text[place])
      place += 1
    }
  }

  /// Goes past what stands here, if it is a remain.
  private mutating func skipRemain() -> Bool {
    switch text[place] {
    case UInt8(ascii: "["): return skip(Self.picture) || skipBookmark()
    case UInt8(ascii: "<"): return skipLineBreak()
    case UInt8(ascii: "&"): return replaceReference()
    case 0xEF: return skip([0xEF, 0xBB, 0xBF])
    case 0xC2:
      guard skip([0xC2, 0xAD]) else { return false }
      if endsLine { clean.append(UInt8(ascii: "-")) }
      return true
    default:
      // U+2010 is a hyphen like any other where a line ends.
      guard starts([0xE2, 0x80, 0x90]), place + 3 < text.count, text[place + 3] < 0x20 else {
        return false
      }
      place += 3
      clean.append(UInt8(ascii: "-"))
      return true
    }
  }

  private var endsLine: Bool {
    place < text.count && (text[place] == 0x0A || text[place] == 0x0D)
  }

  private func starts(_ sought: [UInt8]) -> Bool {
    text[place...].starts(with: sought)
  }

  private mutating func skip(_ sought: [UInt8]) -> Bool {
    guard starts(sought) else { return false }
    place += sought.count
    return true
  }

  private mutating func skipBookmark() -> Bool {
    guard starts(Self.bookmark) else { return false }
    let name = text[(place + Self.bookmark.count)...].prefix(Self.longestName)
    guard let end = name.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 < 0x20 }),
      text[end] == UInt8(ascii: "]")
    else { return false }
    place = end + 1
    return true
  }

  /// A line break of HTML ends the line, if it does not end there anyway.
  private mutating func skipLineBreak() -> Bool {
    guard Self.lineBreaks.contains(where: { skip($0) }) else { return false }
    while place < text.count, text[place] == 0x20 { place += 1 }
    if !endsLine, place < text.count { clean.append(0x0A) }
    return true
  }

  private mutating func replaceReference() -> Bool {
    guard let (scalar, length) = HTMLText.reference(text, at: place) else { return false }
    clean.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    place += length
    return true
  }

  private static let bookmark = Array("[bookmark: ".utf8)
  private static let picture = Array("[pic]".utf8)
  private static let lineBreaks = ["<br>", "<br/>", "<br />"].map { Array($0.utf8) }
  private static let longestName = 256
}
