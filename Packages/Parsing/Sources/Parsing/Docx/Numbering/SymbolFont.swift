/// Characters of symbol fonts as text that every font has.
enum SymbolFont {
  /// The name of a font of symbols; `nil` for any other font.
  static func name(_ value: XMLValue) -> String? {
    guard value.equals("Symbol") || value.bytes.starts(with: "Wingdings".utf8) else { return nil }
    return value.string
  }

  /// Returns the text with characters of symbol fonts replaced.
  ///
  /// Such fonts are addressed from U+F000 to U+F0FF; the low byte is the place in the font.
  static func text(_ text: String, _ font: String?) -> String {
    guard text.utf8.contains(0xEF) || font == "Wingdings" || font == "Symbol" else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(replace(scalar, font)) }
    return String(result)
  }

  /// The character for one of a symbol font.
  static func replace(_ scalar: Unicode.Scalar, _ font: String?) -> Unicode.Scalar {
    let code = UInt8(scalar.value & 0xFF)
    if font?.hasPrefix("Wingdings") ?? false, scalar.value < 0x100 {
      return wingdings[code] ?? scalar
    }
    guard (0xF000...0xF0FF).contains(scalar.value) else { return scalar }
    guard let font else { return signs[code] ?? bullet }
    if font.hasPrefix("Wingdings") { return wingdings[code] ?? bullet }
    return (font == "Symbol" ? symbol : signs)[code] ?? bullet
  }

  private static let bullet: Unicode.Scalar = "\u{2022}"
  // What stands for these codes in nearly every font of symbols.
  private static let signs: [UInt8: Unicode.Scalar] = [0xB7: "\u{00B7}", 0x2D: "\u{2212}"]

  // The pictures that lists and forms use; see Unicode's L2/11-344 for the whole fonts.
  private static let wingdings: [UInt8: Unicode.Scalar] = [
    0x6C: "\u{25CF}", 0x6E: "\u{25A0}", 0x6F: "\u{25A1}", 0x71: "\u{2751}", 0x75: "\u{25C6}",
    0x76: "\u{2756}", 0x9F: "\u{2022}", 0xA7: "\u{25AA}", 0xA8: "\u{25A1}", 0xD8: "\u{27A2}",
    0xE0: "\u{2192}", 0xE8: "\u{2794}", 0xF0: "\u{21E8}", 0xFB: "\u{2717}", 0xFC: "\u{2713}",
    0xFD: "\u{2612}", 0xFE: "\u{2611}", 0x4A: "\u{263A}",
  ]
  // https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt, from 0x20 and from 0xA1.
  private static let symbol: [UInt8: Unicode.Scalar] = {
    let low = """
       !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾\
      αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼
      """
    let high = """
      ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂·÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪
      """
    let brackets = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
    var table: [UInt8: Unicode.Scalar] = [:]
    for (first, signs) in [(0x20, low), (0xA1, high), (0xF1, brackets)] {
      for (offset, sign) in signs.unicodeScalars.enumerated() {
        table[UInt8(first + offset)] = sign
      }
    }
    return table
  }()
}
