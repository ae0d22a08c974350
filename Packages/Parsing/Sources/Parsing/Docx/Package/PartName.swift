/// Names of parts in a package (ECMA-376 part 2, 6.2).
enum PartName {
  /// What is equal for equal names: no slash in front, letters of ASCII in lower case.
  static func key(_ name: String) -> String {
    let bytes = name.utf8.drop { $0 == UInt8(ascii: "/") }
    return String(
      decoding: bytes.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Resolves a relationship's target against the part that it belongs to.
  static func resolve(_ target: String, from source: String) -> String {
    let slash = UInt8(ascii: "/")
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

  /// The part that holds a part's relationships.
  static func relationships(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[..<slash])/_rels\(part[slash...]).rels"
  }
}
