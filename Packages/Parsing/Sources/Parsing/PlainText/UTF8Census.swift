/// How many characters beyond ASCII a text has that are right UTF-8, and how many that are not.
struct UTF8Census {
  /// Right sequences of two bytes or more.
  private(set) var valid = 0
  /// Bytes that belong to no right sequence.
  private(set) var invalid = 0
  /// The offset of the first such byte.
  private(set) var firstInvalid: Int?

  /// Counts.
  init(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      let length = Self.sequenceLength(bytes, at: place)
      switch length {
      case 0:
        invalid += 1
        if firstInvalid == nil { firstInvalid = place }
      case 1: break
      default: valid += 1
      }
      place += max(1, length)
    }
  }

  /// The length of the right sequence at a place; 0 for none (RFC 3629, section 4).
  private static func sequenceLength(_ bytes: [UInt8], at place: Int) -> Int {
    let lead = bytes[place]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(lead), place + length <= bytes.count else { return 0 }
    let second = bytes[place + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard (lowest...highest).contains(second) else { return 0 }
    for index in place + 2..<max(place + 2, place + length) where bytes[index] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
