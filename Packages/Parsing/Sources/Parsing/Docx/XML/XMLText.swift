/// Character data of XML.
enum XMLText {
  /// Whether text is valid UTF-8 of characters that XML 1.0 allows (section 2.2), without `]]>`.
  /// - Parameter text: Text with at least three bytes behind it that do not continue a character.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress else { return true }
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte >= 0x80 {
        let length = sequenceLength(start + place)
        guard length > 0 else { return false }
        place += length
      } else {
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
        if byte == UInt8(ascii: "]"), place + 1 < text.count, text[place + 1] == byte {
          return false
        }
        place += 1
      }
    }
    return true
  }

  /// The length of the valid sequence beyond ASCII at a place; 0 for none, and for what XML
  /// forbids.
  @inline(__always)
  static func sequenceLength(_ text: UnsafePointer<UInt8>) -> Int {
    let lead = text[0]
    if lead < 0xE0 { return lead >= 0xC2 && text[1] & 0xC0 == 0x80 ? 2 : 0 }
    return longSequenceLength(text)
  }

  private static func longSequenceLength(_ text: UnsafePointer<UInt8>) -> Int {
    let (lead, second) = (text[0], text[1])
    guard lead <= 0xF4 else { return 0 }
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard (lowest...highest).contains(second), text[2] & 0xC0 == 0x80 else { return 0 }
    if lead >= 0xF0 { return text[3] & 0xC0 == 0x80 ? 4 : 0 }
    // U+FFFE and U+FFFF are no characters.
    return lead == 0xEF && second == 0xBF && text[2] >= 0xBE ? 0 : 3
  }

  /// Replaces references: the five of XML and those by number.
  /// - Returns: Where the decoded text ends, or `nil` for any other reference.
  static func decode(
    _ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int? {
    var end = start
    var place = 0
    while place < text.count {
      guard text[place] == UInt8(ascii: "&") else {
        target[end] = text[place]
        end += 1
        place += 1
        continue
      }
      let name = text[(place + 1)...].prefix(12)
      guard let length = name.firstIndex(of: UInt8(ascii: ";")).map({ $0 - name.startIndex }),
        let scalar = scalar(name.prefix(length)), let bytes = UTF8.encode(scalar)
      else { return nil }
      for byte in bytes {
        target[end] = byte
        end += 1
      }
      place += length + 2
    }
    return end
  }

  private static func scalar(
    _ name: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Unicode.Scalar? {
    if name.elementsEqual("amp".utf8) { return "&" }
    if name.elementsEqual("lt".utf8) { return "<" }
    if name.elementsEqual("gt".utf8) { return ">" }
    if name.elementsEqual("quot".utf8) { return "\"" }
    if name.elementsEqual("apos".utf8) { return "'" }
    guard name.first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
    let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
    guard let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), digits.first != "+",
      code >= 0x20 || code == 9 || code == 10 || code == 13,
      code & 0xFFFE != 0xFFFE || code > 0xFFFF
    else { return nil }
    return Unicode.Scalar(code)
  }
}
