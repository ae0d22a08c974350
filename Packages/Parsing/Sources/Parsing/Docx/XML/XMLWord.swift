/// Eight bytes that are looked at together; of the bits that these functions return, one in a byte,
/// the lowest is right, and any further one may be wrong.
///
/// See "Hacker's Delight", 6-1.
enum XMLWord {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// The bytes that are equal to one.
  @inline(__always)
  static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let zeros = word ^ (UInt64(byte) &* ones)
    return (zeros &- ones) & ~zeros & highs
  }

  /// The controls.
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 {
    (word &- ones &* 0x20) & ~word & highs
  }

  /// The bytes from 0xCC on; each of these bits is right.
  @inline(__always)
  static func from0xCC(_ word: UInt64) -> UInt64 {
    ((word & ~highs) &+ ones &* 0x34) & word & highs
  }

  /// The bytes that need a second look in a value: `<`, `&`, controls, all beyond ASCII.
  @inline(__always)
  static func specials(_ word: UInt64) -> UInt64 {
    word & highs | controls(word) | matches(word, UInt8(ascii: "<"))
      | matches(word, UInt8(ascii: "&"))
  }
}
