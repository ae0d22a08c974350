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
    let target = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    var segments: [Substring] = []
    if !target.hasPrefix("/") {
      segments = source.split(separator: "/").dropLast()
    }
    for segment in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch segment {
      case ".": break
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    return segments.joined(separator: "/")
  }

  /// The part that holds a part's relationships.
  static func relationships(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[..<slash])/_rels\(part[slash...]).rels"
  }
}
