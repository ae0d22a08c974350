/// The identification number of an organisation (IČO), eight digits with a check digit.
///
/// The check digit is defined by the Czech Statistical Office: the first seven digits are weighted
/// 8 to 2, and the last digit is `(11 - sum mod 11) mod 10`.
public struct CompanyNumber: Hashable, Sendable {
  /// The eight digits.
  public let digits: String

  /// Reads a number as people write it: spaces between digits are allowed and missing leading zeros
  /// are filled in. Returns `nil` when it is not a number or its check digit is wrong.
  public init?(_ written: String) {
    var values: [Int] = []
    for byte in written.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): values.append(Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: " "), 0xC2, 0xA0: continue
      default: return nil
      }
    }
    guard (6...8).contains(values.count) else { return nil }
    values.insert(contentsOf: repeatElement(0, count: 8 - values.count), at: 0)
    var sum = 0
    for (weight, value) in zip((2...8).reversed(), values) { sum += weight * value }
    guard values[7] == (11 - sum % 11) % 10 else { return nil }
    digits = values.map(String.init).joined()
  }
}

extension CompanyNumber: CustomStringConvertible {
  /// The eight digits.
  public var description: String { digits }
}
