/// Which letters of a word are capitals, told from its UTF-8 bytes.
struct Capitals {
  /// Whether the first letter is one.
  private(set) var first = false
  /// Whether all letters are.
  private(set) var all = true
  /// The number of letters.
  private(set) var count = 0

  /// Counts the letters of a word.
  init(_ bytes: ArraySlice<UInt8>) {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 0
      place += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
      // Combining accents, U+0300 to U+036F, are no letters.
      if byte == 0xCC || (byte == 0xCD && next < 0xB0) { continue }
      let isCapital = Self.isCapital(byte, next)
      if count == 0 { first = isCapital }
      all = all && isCapital
      count += 1
    }
    all = all && count > 0
  }

  private static func isCapital(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case 0..<0x80: byte &- 0x41 < 26
    case 0xC3: next < 0x9F && next != 0x97
    case 0xC4 where next < 0xB8, 0xC5 where (0x8A..<0xB8).contains(next): next.isMultiple(of: 2)
    case 0xC4: !next.isMultiple(of: 2)
    case 0xC5 where next < 0x89: !next.isMultiple(of: 2)
    case 0xC5: [0xB8, 0xB9, 0xBB, 0xBD].contains(next)
    default: false
    }
  }
}
