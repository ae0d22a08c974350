/// Sort keys after the Czech standard ČSN 97 6030: *č* after *c*, *ch* after *h*, *ř*, *š*, *ž*
/// letters of their own; other accents, then case, decide only between words that are otherwise
/// equal.
///
/// A key is compared byte by byte, so it can be stored and indexed. Collation never takes part in a
/// merge.
public enum CzechCollation {
  /// Returns the sort key of `text`.
  public static func key(_ text: some StringProtocol) -> [UInt8] {
    var primary: [UInt8] = []
    var previousIsC = false
    for scalar in text.unicodeScalars {
      let weight = weight(of: scalar)
      if weight == letterH, previousIsC {
        primary[primary.count - 1] = letterCh
        previousIsC = false
        continue
      }
      previousIsC = weight == letterC
      if weight != 0 { primary.append(weight) }
    }
    primary.append(0)
    primary.append(contentsOf: text.utf8)
    return primary
  }

  /// Whether `left` sorts before `right`.
  public static func areInOrder(_ left: String, _ right: String) -> Bool {
    key(left).lexicographicallyPrecedes(key(right))
  }

  private static let letterC = weight(of: "c")
  private static let letterH = weight(of: "h")
  private static let letterCh = letterH + 1

  /// The letters in the order of the standard; the digraph *ch* takes the place after *h*.
  private static let order: [Unicode.Scalar: UInt8] = {
    var weights: [Unicode.Scalar: UInt8] = [:]
    var next: UInt8 = 40
    for group in [
      "aáä", "b", "c", "č", "dď", "eéě", "f", "g", "h", "", "ií", "j", "k", "lĺľ", "m", "nň",
      "oóôö",
      "p", "q", "rŕ", "ř", "s", "š", "tť", "uúůü", "v", "w", "x", "yý", "z", "ž",
    ] {
      for letter in group.unicodeScalars { weights[letter] = next }
      next += 1
    }
    return weights
  }()

  private static func weight(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar {
    case " ", "\u{A0}", "\t", "\n": return 1
    case "0"..."9": return 10 + UInt8(truncatingIfNeeded: scalar.value - 0x30)
    case "A"..."Z", "\u{C0}"..."\u{17F}":
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      return order[lower] ?? 100
    case "a"..."z": return order[scalar] ?? 100
    case "!"..."~", "\u{2010}"..."\u{203A}": return 0
    default: return 100
    }
  }
}
