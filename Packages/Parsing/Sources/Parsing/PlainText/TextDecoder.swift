/// Tells the encoding of a text by its content and returns it as valid UTF-8.
enum TextDecoder {
  /// Decodes the bytes of a text file.
  /// - Throws: `textBinary` for data, `textEncoding` for damaged text and unknown encodings.
  /// - Complexity: Linear.
  static func decode(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw ReadingError(.textEncoding, place: "UTF-32")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes[2...], littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes[2...], littleEndian: false) }
    if bytes.contains(0) { return try withZeroBytes(bytes) }
    guard !isBinary(bytes) else { throw ReadingError(.textBinary) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return try eightBit(hasMark ? Array(bytes[3...]) : bytes, isMarked: hasMark)
  }

  /// Text without a mark that holds zero bytes is UTF-16 when they all stand on one side of the
  /// pairs.
  private static func withZeroBytes(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    var zeros = (even: 0, odd: 0)
    for (place, byte) in bytes.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard bytes.count.isMultiple(of: 2) else { throw ReadingError(.textBinary) }
    let many = bytes.count / 4
    if zeros.even == 0, zeros.odd > many { return try utf16(bytes[...], littleEndian: true) }
    if zeros.odd == 0, zeros.even > many { return try utf16(bytes[...], littleEndian: false) }
    throw ReadingError(.textBinary)
  }

  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) { return true }
    let controls = bytes.reduce(into: 0) { count, byte in
      if byte < 0x20, !(0x08...0x0D).contains(byte), byte != 0x1B { count += 1 }
    }
    return controls > 2 + bytes.count / 500
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, littleEndian: Bool
  ) throws(ReadingError) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else {
      throw ReadingError(.textEncoding, place: "UTF-16")
    }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
      let (low, high) = littleEndian ? (place, place + 1) : (place + 1, place)
      return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw ReadingError(.textEncoding, place: "UTF-16")
    }
    guard !units.contains(0) else { throw ReadingError(.textBinary) }
    return Array(text.utf8)
  }

  /// UTF-8 as it is; otherwise a single-byte encoding, unless most sequences show a damaged UTF-8.
  private static func eightBit(_ bytes: [UInt8], isMarked: Bool) throws(ReadingError) -> [UInt8] {
    let census = UTF8Census(bytes)
    guard let firstInvalid = census.firstInvalid else { return bytes }
    if isMarked || census.invalid <= census.valid {
      let line = bytes[..<firstInvalid].count { $0 == UInt8(ascii: "\n") } + 1
      throw ReadingError(.textEncoding, place: "line \(line)")
    }
    guard let decoded = SingleByteEncoding.detect(bytes).decode(bytes) else {
      throw ReadingError(.textEncoding)
    }
    return decoded
  }
}
