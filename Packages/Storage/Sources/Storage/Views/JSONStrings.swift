/// Reads the arrays of strings that the projection writes for sets.
enum JSONStrings {
  /// Returns the strings; an array that the projection did not write gives what can be read of it.
  static func decode(_ json: String) -> [String] {
    var strings: [String] = []
    var current: String.UnicodeScalarView?
    var scalars = json.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch (scalar, current) {
      case ("\"", nil): current = String.UnicodeScalarView()
      case ("\"", .some(let text)):
        strings.append(String(text))
        current = nil
      case ("\\", .some): if let escaped = unescape(&scalars) { current?.append(escaped) }
      case (_, .some): current?.append(scalar)
      case (_, nil): continue
      }
    }
    return strings
  }

  private static func unescape(
    _ scalars: inout String.UnicodeScalarView.Iterator
  ) -> Unicode.Scalar? {
    switch scalars.next() {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      var digits = ""
      for _ in 0..<4 { if let digit = scalars.next() { digits.unicodeScalars.append(digit) } }
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    case let other: return other
    }
  }
}
