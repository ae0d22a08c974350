/// Small questions about bytes of UTF-8 text.
enum TextScanner {
  /// Returns the range without spaces, tabs and no-break spaces at its ends.
  static func trim(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let length = spaceLength(text, at: lower, before: upper)
      guard length > 0 else { break }
      lower += length
    }
    while lower < upper {
      if isBlank(text[upper - 1]) {
        upper -= 1
      } else if upper - lower >= 2, text[upper - 2] == 0xC2, text[upper - 1] == 0xA0 {
        upper -= 2
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// The length of the space that starts at a place: 1, 2 for a no-break space, 0 for none.
  static func spaceLength(_ text: [UInt8], at place: Int, before end: Int) -> Int {
    guard place < end else { return 0 }
    if isBlank(text[place]) { return 1 }
    return place + 1 < end && text[place] == 0xC2 && text[place + 1] == 0xA0 ? 2 : 0
  }

  /// Returns the first place at or after `place` that is no space.
  static func skipSpace(_ text: [UInt8], from place: Int, before end: Int) -> Int {
    var place = place
    while case let length = spaceLength(text, at: place, before: end), length > 0 {
      place += length
    }
    return place
  }

  /// A space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09
  }

  /// A decimal digit.
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  /// A letter of ASCII, or any byte of a character beyond ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80
  }

  /// Whether a Czech lower-case letter starts at the place.
  static func startsLowercase(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let byte = text[first]
    if byte &- UInt8(ascii: "a") < 26 { return true }
    guard range.count >= 2 else { return false }
    let second = text[first + 1]
    return switch byte {
    case 0xC3: second >= 0xA0
    // In Latin Extended-A the case alternates; from U+0139 to U+0148 and from U+0179, odd is upper.
    case 0xC4: second >= 0xB9 ? second.isMultiple(of: 2) : !second.isMultiple(of: 2)
    case 0xC5:
      second <= 0x88 || second >= 0xB9 ? second.isMultiple(of: 2) : !second.isMultiple(of: 2)
    default: false
    }
  }
}
