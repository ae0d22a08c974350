import Domain

/// Splits UTF-8 text into tokens.
///
/// Linear in the length of the text.
struct Tokenizer {
  private let bytes: [UInt8]
  private var place = 0
  private var gap = Token.Gap.line
  private(set) var tokens: [Token] = []

  /// Returns the tokens of `bytes`; emphasis marks of Markdown and zero-width spaces are left out.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokenizer = Tokenizer(bytes: bytes)
    tokenizer.tokens.reserveCapacity(bytes.count / 5)
    while tokenizer.place < bytes.count { tokenizer.step() }
    return SpacedWords.joined(tokenizer.tokens)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func step() {
    let byte = bytes[place]
    switch byte {
    case 0x0A, 0x0D: skip(1, leaving: .line)
    case 0x09, 0x0B, 0x0C: skip(1, leaving: .wide)
    case 0x20: skip(1, leaving: gap == .none ? .space : .wide)
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "`"): place += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"): takeNumber()
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): takeWord()
    case 0..<0x80: take(.mark, until: place + 1)
    case 0xC3...0xCD, 0xD0...0xDF, 0xE1: takeWord()
    default: takeForeignMark()
    }
  }

  private mutating func skip(_ count: Int, leaving wanted: Token.Gap) {
    place += count
    if gap != .line { gap = wanted }
  }

  private mutating func takeNumber() {
    var end = place
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    take(.number, until: end)
  }

  private mutating func takeWord() {
    var end = place
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): end += 1
      case 0xC3...0xCD, 0xD0...0xDF: end = min(end + 2, bytes.count)
      case 0xE1: end = min(end + 3, bytes.count)
      default:
        take(.word, until: end)
        return
      }
    }
    take(.word, until: end)
  }

  private mutating func takeForeignMark() {
    let byte = bytes[place]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
    let end = min(place + length, bytes.count)
    switch bytes[place..<end] {
    case [0xC2, 0xA0], [0xE2, 0x80, 0xAF]: skip(end - place, leaving: .space)
    case [0xC2, 0xAD], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]: place = end
    case [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]: skip(end - place, leaving: .line)
    default: take(.mark, until: end)
    }
  }

  private mutating func take(_ kind: Token.Kind, until end: Int) {
    let slice = bytes[place..<end]
    let letters = Capitals(kind == .word ? slice : [])
    tokens.append(
      Token(
        kind: kind, folded: kind == .mark ? Self.plainMark(slice) : Self.fold(slice),
        range: SourceRange(place, end), gap: gap, isCapitalized: letters.first,
        isUppercase: letters.all && letters.count > 1))
    place = end
    gap = .none
  }

  private static func fold(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      return String(
        unsafeUninitializedCapacity: bytes.count,
        initializingUTF8With: { buffer in
          for (index, byte) in bytes.enumerated() {
            buffer[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          }
          return bytes.count
        })
    }
    return Folding.folded(bytes)
  }

  private static func plainMark(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.count == 1 { return String(decoding: bytes, as: UTF8.self) }
    return plainMark(String(decoding: bytes, as: UTF8.self))
  }

  private static func plainMark(_ mark: String) -> String {
    switch mark {
    case "–", "—", "‒", "−", "‐", "‑": "-"
    case "„", "“", "”", "‟", "«", "»", "″": "\""
    case "·", "•", "➢", "▪", "●", "○", "■", "□", "‣", "→", "♦", "◆", "◦", "▶", "►", "∙",
      "⁃", "❖", "➤", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}":
      "•"
    default: mark
    }
  }
}
