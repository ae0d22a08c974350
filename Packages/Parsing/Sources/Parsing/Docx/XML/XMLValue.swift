/// The value of an attribute, valid while the element is handled.
struct XMLValue {
  /// The bytes, UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The value as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The value as a whole number, or `nil` when it is none or is beyond 32 bits.
  var integer: Int? {
    var place = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { place = 1 }
    guard place < bytes.count, bytes.count - place <= 10 else { return nil }
    var number = 0
    while place < bytes.count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
      place += 1
    }
    guard number <= Int(Int32.max) else { return nil }
    return isNegative ? -number : number
  }

  /// Whether the value is the given word.
  func equals(_ word: StaticString) -> Bool {
    bytes.count == word.utf8CodeUnitCount
      && zip(bytes, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        .allSatisfy { $0 == $1 }
  }

  /// Whether an on-off property is switched off (ECMA-376 part 1, 22.9.2.7).
  var isOff: Bool { equals("0") || equals("false") || equals("off") }
}
