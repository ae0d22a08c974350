/// What converters to plain text leave behind and no reader of the document ever saw.
enum ConverterRemains {
  /// Returns the text without `[bookmark: …]` and without invisible marks of byte order.
  static func remove(from text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "[")) || text.contains(0xEF) else { return text }
    var clean: [UInt8] = []
    clean.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      if let end = bookmarkEnd(text, place) {
        place = end
      } else if text[place] == 0xEF, text[place...].starts(with: [0xEF, 0xBB, 0xBF]) {
        place += 3
      } else {
        clean.append(text[place])
        place += 1
      }
    }
    return clean
  }

  private static func bookmarkEnd(_ text: [UInt8], _ place: Int) -> Int? {
    guard text[place] == UInt8(ascii: "["), text[place...].starts(with: opening) else { return nil }
    let name = text[(place + opening.count)...].prefix(longestName)
    guard let end = name.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 < 0x20 }),
      text[end] == UInt8(ascii: "]")
    else { return nil }
    return end + 1
  }

  private static let opening = Array("[bookmark: ".utf8)
  private static let longestName = 256
}
