/// Sort keys after the Czech standard ČSN 97 6030: *č* after *c*, *ch* after *h*, *ř*, *š*, *ž*
/// letters of their own; other accents, then case, decide only between words that are otherwise
/// equal.
///
/// A key is compared byte by byte, so it can be stored and indexed. Collation never takes part in a
/// merge.
public enum CzechCollation {
  /// Returns the sort key of `text`.
  public static func key(_ text: some StringProtocol) -> [UInt8] {
    var text = String(text)
    return text.withUTF8 { bytes in
      var key: [UInt8] = []
      key.reserveCapacity(2 * bytes.count + 1)
      var weights = CzechWeights(bytes)
      while let weight = weights.next() { key.append(weight) }
      key.append(0)
      key.append(contentsOf: bytes)
      return key
    }
  }

  /// Whether `left` sorts before `right`.
  public static func areInOrder(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in right.withUTF8 { compare(left, $0) < 0 } }
  }

  /// Below zero when `left` sorts before `right`, above when after; the order of the keys, without
  /// making them.
  public static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var ours = CzechWeights(left)
    var theirs = CzechWeights(right)
    while true {
      // What ends comes before what goes on.
      let (our, their) = (ours.next() ?? 0, theirs.next() ?? 0)
      if our != their { return our < their ? -1 : 1 }
      if our == 0 { break }
    }
    for (our, their) in zip(left, right) where our != their { return our < their ? -1 : 1 }
    return left.count - right.count
  }
}

/// The weights of the letters of a text, one after another.
private struct CzechWeights {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next weight that is not zero.
  mutating func next() -> UInt8? {
    while place < bytes.count {
      let weight = weightHere()
      if weight == Self.letterC, place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "h") {
        place += 1
        return Self.letterCh
      }
      if weight != 0 { return weight }
    }
    return nil
  }

  /// The weight of the scalar at the place, which it goes beyond.
  private mutating func weightHere() -> UInt8 {
    let first = bytes[place]
    place += 1
    if first < 0x80 { return Self.weights[Int(first)] }
    var value = UInt32(first & (first < 0xE0 ? 0x1F : 0x0F))
    var length = 1
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(bytes[place] & 0x3F)
      place += 1
      length += 1
    }
    if value < Self.weights.count { return Self.weights[Int(value)] }
    return length == 3 && (0x2010...0x203A).contains(value) ? 0 : Self.other
  }

  private static let other: UInt8 = 100
  private static let letterC = weights[0x63]
  private static let letterCh = weights[0x68] + 1

  /// The weights of the scalars up to U+017F.
  private static let weights: [UInt8] = (0..<0x180).map { value in
    Unicode.Scalar(value).map(weight) ?? other
  }

  /// The letters in the order of the standard; the digraph *ch* takes the place after *h*.
  private static let order: [Unicode.Scalar: UInt8] = {
    var weights: [Unicode.Scalar: UInt8] = [:]
    var next: UInt8 = 40
    for group in [
      "aáä", "b", "c", "č", "dď", "eéě", "f", "g", "h", "", "ií", "j", "k", "lĺľ", "m", "nň",
      "oóôö", "p", "q", "rŕ", "ř", "s", "š", "tť", "uúůü", "v", "w", "x", "yý", "z", "ž",
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
      return order[lower] ?? other
    case "a"..."z": return order[scalar] ?? other
    case "!"..."~": return 0
    default: return other
    }
  }
}
