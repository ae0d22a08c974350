/// How a number is written (ECMA-376 part 1, 17.18.59).
enum NumberFormat: Equatable {
  case decimal
  /// Decimal with zeros in front, to so many digits.
  case padded(Int)
  case lowerLetter
  case upperLetter
  case lowerRoman
  case upperRoman
  case ordinal
  case bullet
  case none

  /// Takes the format's name; one that is not known counts in decimal numbers.
  init(_ name: String, custom: String? = nil) {
    switch name {
    case "decimalZero": self = .padded(2)
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    case "ordinal": self = .ordinal
    case "bullet": self = .bullet
    case "none": self = .none
    case "custom":
      // The first numbers are given as an example: "001, 002, 003, ...".
      let digits = custom?.prefix { "0"..."9" ~= $0 } ?? ""
      self = digits.hasPrefix("0") ? .padded(min(digits.count, 20)) : .decimal
    default: self = .decimal
    }
  }

  /// The number as text.
  func text(_ number: Int) -> String {
    switch self {
    case .decimal, .ordinal: String(number)
    case .padded(let width):
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    case .lowerLetter: Self.letters(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperRoman: Self.roman(number)
    case .bullet, .none: ""
    }
  }

  /// The number in letters: after `z` comes `aa`, then `bb`.
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "" }
    let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<32_768).contains(number) else { return "" }
    var (rest, text) = (number, "")
    for (value, sign) in romanSigns {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static let romanSigns = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
}
