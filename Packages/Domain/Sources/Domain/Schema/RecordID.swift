/// The identifier of a record: 128 bits, random or derived from a natural key.
///
/// The text form is 26 lower-case characters of Crockford's base 32, which has no letter that can
/// be taken for a digit over the telephone. The order of texts is the order of the numbers.
public struct RecordID: Hashable, Sendable {
  /// The upper 64 bits.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  /// Creates an identifier from its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Creates a random identifier.
  public static func random(using generator: inout some RandomNumberGenerator) -> RecordID {
    RecordID(high: generator.next(), low: generator.next())
  }

  /// Creates an identifier from 16 bytes, the most significant first; `nil` for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for byte in bytes {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
    self.init(high: high, low: low)
  }

  /// The 16 bytes, the most significant first.
  public var bytes: [UInt8] {
    (0..<16).map { place in
      let half = place < 8 ? high : low
      return UInt8(truncatingIfNeeded: half >> (UInt64(7 - place % 8) * 8))
    }
  }
}

extension RecordID: Comparable {
  /// Orders identifiers as numbers.
  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension RecordID: LosslessStringConvertible {
  /// The number of characters of a whole identifier.
  public static let textLength = 26

  /// Reads the text form; upper case is accepted. `nil` when it is not a whole identifier.
  public init?(_ description: String) {
    let text = description.utf8
    guard text.count == Self.textLength else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (place, character) in text.enumerated() {
      guard let value = Self.value(of: character), place > 0 || value < 8 else { return nil }
      high = high << 5 | low >> 59
      low = low << 5 | value
    }
    self.init(high: high, low: low)
  }

  /// The identifiers whose text begins with a prefix of it; `nil` when none does.
  public static func range(ofPrefix prefix: String) -> ClosedRange<RecordID>? {
    let missing = textLength - prefix.utf8.count
    guard missing >= 0, missing < textLength,
      let first = RecordID(prefix + String(repeating: "0", count: missing)),
      let last = RecordID(prefix + String(repeating: "z", count: missing))
    else { return nil }
    return first...last
  }

  /// The 26 characters.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.textLength) { buffer in
      var high = high
      var low = low
      for place in stride(from: Self.textLength - 1, through: 0, by: -1) {
        buffer[place] = Self.alphabet[Int(low & 31)]
        low = low >> 5 | high << 59
        high >>= 5
      }
      return Self.textLength
    }
  }

  /// The letters of the text form, by their values.
  public static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func value(of character: UInt8) -> UInt64? {
    alphabet.firstIndex(of: character | (character >= 0x41 ? 0x20 : 0)).map(UInt64.init)
  }
}
