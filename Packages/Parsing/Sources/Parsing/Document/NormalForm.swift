// The standard library composes characters by the same tables that `==` uses; its entry is a system
// programming interface. The alternative is Foundation, which costs every process its start.
@_spi(_Unicode) import Swift

/// Unicode normal form C of UTF-8 text.
enum NormalForm {
  /// Returns whether text may change when it is composed; false for all that Czech needs.
  ///
  /// Characters below U+0300 are composed already, and so is the usual punctuation.
  static func mayChange(_ text: some Sequence<UInt8>) -> Bool {
    var bytes = text.makeIterator()
    while let byte = bytes.next() {
      guard byte >= 0xCC else { continue }
      guard byte == 0xE2, let second = bytes.next(), let third = bytes.next(), second == 0x80,
        third >= 0x82
      else { return true }
    }
    return false
  }

  /// Returns the composed form of valid UTF-8.
  static func composed(_ text: some Collection<UInt8>) -> [UInt8] {
    var composed: [UInt8] = []
    composed.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self)._nfc {
      composed.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return composed
  }
}
