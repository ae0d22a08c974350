/// Names of parts in a package (ECMA-376 part 2, 6.2).
enum PartName {
  /// A number that is equal for equal names: no slash in front, letters of ASCII in lower case
  /// (FNV-1a).
  static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in withoutSlash(name) { key = (key ^ UInt64(lowercase(byte))) &* 0x100_0000_01B3 }
    return key
  }

  /// Whether two names are equal.
  static func areEqual(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    withoutSlash(one).elementsEqual(withoutSlash(other)) { lowercase($0) == lowercase($1) }
  }

  /// Whether two names are equal.
  static func areEqual(_ one: String, _ other: String) -> Bool {
    var (one, other) = (one, other)
    return one.withUTF8 { one in other.withUTF8 { areEqual(one, $0) } }
  }

  /// The name without percent-encoding (RFC 3986, 2.1).
  static func decoded(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let digits = bytes[place...].dropFirst().prefix(2)
      if bytes[place] == UInt8(ascii: "%"), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func withoutSlash(
    _ name: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    name.drop { $0 == UInt8(ascii: "/") }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    // Some producers separate folders as Windows does.
    byte == UInt8(ascii: "\\")
      ? UInt8(ascii: "/") : byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// Resolves a relationship's target against the part that it belongs to.
  static func resolve(_ target: String, from source: String) -> String {
    let slash = UInt8(ascii: "/")
    if isPlain(target) {
      if target.utf8.first == slash { return String(target.dropFirst()) }
      guard let end = source.utf8.lastIndex(of: slash) else { return target }
      return String(source[...end]) + target
    }
    let path = target.utf8.prefix { $0 != UInt8(ascii: "#") }
    var segments: [Substring.UTF8View] = []
    if path.first != slash {
      segments = source[...].utf8.split(separator: slash).dropLast()
    }
    for segment in path.split(whereSeparator: { $0 == slash || $0 == UInt8(ascii: "\\") }) {
      if segment.elementsEqual("..".utf8) {
        _ = segments.popLast()
      } else if !segment.elementsEqual(".".utf8) {
        segments.append(segment)
      }
    }
    return String(decoding: Array(segments.joined(separator: [slash])), as: UTF8.self)
  }

  /// Whether a target has no step up, no empty or needless step and no fragment.
  private static func isPlain(_ target: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in target.utf8 {
      let isStep = byte == UInt8(ascii: "/") && (last == byte || last == UInt8(ascii: "."))
      if isStep || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\") { return false }
      last = byte
    }
    return last != UInt8(ascii: "/")
  }

  /// The part that holds a part's relationships.
  static func relationships(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[..<slash])/_rels\(part[slash...]).rels"
  }
}
