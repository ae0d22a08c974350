import Domain

/// A number, a letter or a bullet at the start of a line.
struct ListLabel {
  /// The label.
  var label: Range<Int>
  /// Where the text after it starts.
  var textStart: Int

  /// Finds the label of a line; a date, a time or an initial is none.
  /// - Parameters:
  ///   - text: The text.
  ///   - line: The line, without the space around it.
  ///   - allowsSingleRoman: Whether `I.` is a number here and not an initial.
  /// - Returns: The label, or `nil` where there is none.
  static func find(
    _ text: [UInt8], _ line: Range<Int>, allowsSingleRoman: Bool
  ) -> ListLabel? {
    guard let end = bulletEnd(text, line) ?? numberEnd(text, line, allowsSingleRoman) else {
      return nil
    }
    let textStart = TextScanner.skipSpace(text, from: end, before: line.upperBound)
    return ListLabel(label: line.lowerBound..<end, textStart: textStart)
  }

  // MARK: Bullets

  private static func bulletEnd(_ text: [UInt8], _ line: Range<Int>) -> Int? {
    let start = line.lowerBound
    guard start < line.upperBound else { return nil }
    if text[start] == UInt8(ascii: "o") {
      // The preposition *o* is followed by one space, Word's round bullet by a tab or several.
      let isBullet =
        start + 2 < line.upperBound
        && (text[start + 1] == 0x09 || text[start + 1] == 0x20 && text[start + 2] == 0x20)
      return isBullet ? start + 1 : nil
    }
    guard startsBullet(text[start]),
      let length = bullets.first(where: { text[start..<line.upperBound].starts(with: $0) })?.count
    else { return privateBulletEnd(text, line) }
    let end = start + length
    guard end < line.upperBound else { return nil }
    if TextScanner.spaceLength(text, at: end, before: line.upperBound) > 0 { return end }
    return length == 1 && text[start] == UInt8(ascii: "-") && TextScanner.isLetter(text[end])
      ? end : nil
  }

  /// Whether a bullet starts with a byte; most lines start with another.
  private static func startsBullet(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == 0xC2 || byte == 0xE2
  }

  /// Symbol fonts keep their bullets from U+F000 to U+F0FF.
  private static func privateBulletEnd(_ text: [UInt8], _ line: Range<Int>) -> Int? {
    let start = line.lowerBound
    guard line.count > 3, text[start] == 0xEF, (0x80...0x83).contains(text[start + 1]),
      TextScanner.spaceLength(text, at: start + 3, before: line.upperBound) > 0
    else { return nil }
    return start + 3
  }

  private static let bullets = [
    "-", "–", "—", "•", "·", "*", "▪", "■", "□", "◦", "●", "○", "➢", "►", "✓",
  ]
  .map { Array($0.utf8) }

  // MARK: Numbers and letters

  private static func numberEnd(
    _ text: [UInt8], _ line: Range<Int>, _ allowsSingleRoman: Bool
  ) -> Int? {
    var place = line.lowerBound
    let isOpen = place < line.upperBound && text[place] == UInt8(ascii: "(")
    if isOpen { place += 1 }
    guard place < line.upperBound else { return nil }
    let end =
      if TextScanner.isDigit(text[place]) {
        decimalEnd(text, place..<line.upperBound, isOpen: isOpen)
      } else {
        letterEnd(text, place..<line.upperBound, isOpen: isOpen, allowsSingleRoman)
      }
    return end
  }

  /// The end of `a)`, `(a)`, `IV.` or `ii)`.
  private static func letterEnd(
    _ text: [UInt8], _ line: Range<Int>, isOpen: Bool, _ allowsSingleRoman: Bool
  ) -> Int? {
    let end = line.prefix(7).first { !((text[$0] | 0x20) &- 0x61 < 26) } ?? line.upperBound
    let letters = text[line.lowerBound..<end]
    guard end < line.upperBound, (1...6).contains(letters.count) else { return nil }
    let isRoman = letters.allSatisfy { "ivxIVX".utf8.contains($0) }
    if text[end] == UInt8(ascii: ")") {
      return letters.count == 1 || isRoman ? end + 1 : nil
    }
    guard text[end] == UInt8(ascii: "."), !isOpen, isRoman, letters.allSatisfy({ $0 < 0x60 }),
      letters.count > 1 || allowsSingleRoman,
      TextScanner.spaceLength(text, at: end + 1, before: line.upperBound) > 0
    else { return nil }
    return end + 1
  }

  /// The end of `1.`, `1)`, `(1)`, `1.2`, `1.2.` or `1.2.3.`.
  private static func decimalEnd(_ text: [UInt8], _ line: Range<Int>, isOpen: Bool) -> Int? {
    var place = line.lowerBound
    var levels = 0
    while true {
      let digits = text[place..<line.upperBound].prefix { TextScanner.isDigit($0) }
      guard !digits.isEmpty else { break }
      guard digits.count <= (levels == 0 ? 3 : 2), digits.first != UInt8(ascii: "0") else {
        return nil
      }
      levels += 1
      place += digits.count
      guard place < line.upperBound, text[place] == UInt8(ascii: "."), !isOpen else { break }
      place += 1
    }
    if place < line.upperBound, text[place] == UInt8(ascii: ")") {
      return levels == 1 || !isOpen ? place + 1 : nil
    }
    guard !isOpen, TextScanner.spaceLength(text, at: place, before: line.upperBound) > 0 else {
      return nil
    }
    let endsWithDot = text[place - 1] == UInt8(ascii: ".")
    let rest = TextScanner.skipSpace(text, from: place, before: line.upperBound)..<line.upperBound
    let isNumber =
      levels == 1
      ? endsWithDot && !isOrdinal(text, rest) : isSection(text, place, rest, endsWithDot)
    return isNumber ? place : nil
  }

  /// `1. 9. 2017`, `1. září`, `1. pololetí`: what follows says that the number is an ordinal.
  private static func isOrdinal(_ text: [UInt8], _ rest: Range<Int>) -> Bool {
    guard let first = rest.first else { return false }
    if TextScanner.isDigit(text[first]) {
      let after = text[rest].drop { TextScanner.isDigit($0) }
      return after.first == UInt8(ascii: ".")
    }
    guard TextScanner.startsLowercase(text, rest) else { return false }
    let word = Folding.fold(Array(text[rest].prefix(16)))
    return ordinalNouns.contains { word.starts(with: $0) }
  }

  /// `1.2 Název` counts, `16.30 hod.` and `2.5 tis.` do not.
  private static func isSection(
    _ text: [UInt8], _ end: Int, _ rest: Range<Int>, _ endsWithDot: Bool
  ) -> Bool {
    guard let first = rest.first, !TextScanner.isDigit(text[first]) else { return false }
    if endsWithDot { return true }
    return end < 2 || !TextScanner.isDigit(text[end - 2])
      ? !TextScanner.startsLowercase(text, rest) : false
  }

  private static let ordinalNouns = [
    "ledna", "unora", "brezna", "dubna", "kvetna", "cervna", "cervence", "srpna", "zari", "rijna",
    "listopadu", "prosince", "pololeti", "ctvrtlet", "patr", "polovin", "etap", "rocnik", "kol",
  ].map { Array($0.utf8) }
}
