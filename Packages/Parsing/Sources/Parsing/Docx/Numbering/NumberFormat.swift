/// How a number is written (ECMA-376 part 1, 17.18.59).
enum NumberFormat: Equatable {
  case decimal
  /// Decimal with zeros in front, to so many digits.
  case padded(Int)
  /// Decimal between dashes.
  case dashed
  case hexadecimal
  case lowerLetter
  case upperLetter
  case lowerRoman
  case upperRoman
  /// Decimal with what the language adds: `1.`, `1st`.
  case ordinal
  /// In words: `One`.
  case cardinalWords
  /// In words: `First`.
  case ordinalWords
  /// Decimal with ten digits of another script.
  case digits([Unicode.Scalar])
  /// An alphabet; after its last letter the letters are doubled, then tripled.
  case letters([String])
  /// Signs for the first numbers, then decimal.
  case signs([String])
  /// The two cycles that East Asian calendars count with.
  case cycles
  /// Hebrew letters by their value.
  case hebrew
  case counting(CountingNumerals)
  case bullet
  case none

  /// Takes the format's name; one that is not known counts in decimal numbers.
  init(_ name: String, custom: String? = nil) {
    switch name {
    case "decimal": self = .decimal
    case "decimalZero": self = .padded(2)
    case "numberInDash": self = .dashed
    case "hex": self = .hexadecimal
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    case "ordinal": self = .ordinal
    case "cardinalText": self = .cardinalWords
    case "ordinalText": self = .ordinalWords
    case "ideographZodiacTraditional": self = .cycles
    case "hebrew1": self = .hebrew
    case "bullet": self = .bullet
    case "none": self = .none
    case "custom": self = Self.custom(custom ?? "")
    default: self = NumberAlphabets.formats[name] ?? .decimal
    }
  }

  /// Takes the first numbers as an example, `001, 002, 003, ...` or `α, β, γ, ...`.
  private static func custom(_ example: String) -> NumberFormat {
    let items = example.split(separator: ",").map { item in
      String(item.drop { $0 == " " }.prefix { $0 != " " })
    }
    guard let first = items.first, !first.isEmpty else { return .decimal }
    let digits = first.utf8.prefix { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }.count
    if digits == first.utf8.count, first.hasPrefix("0") { return .padded(min(digits, 20)) }
    return NumberAlphabets.custom(items) ?? .decimal
  }
}

extension NumberFormat {
  /// The number as text.
  /// - Parameter language: The language of the document, BCP 47, for numbers in words.
  func text(_ number: Int, language: String = "") -> String {
    switch self {
    case .decimal: String(number)
    case .padded(let width):
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    case .dashed: "- \(number) -"
    case .hexadecimal: String(number, radix: 16, uppercase: true)
    case .lowerLetter: Self.latinLetters(number)
    case .upperLetter: Self.latinLetters(number).uppercased()
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperRoman: Self.roman(number)
    case .ordinal: NumberWords.ordinalNumber(number, language)
    case .cardinalWords: NumberWords.cardinal(number, language)
    case .ordinalWords: NumberWords.ordinal(number, language)
    case .digits(let digits): Self.replace(String(number), digits)
    case .letters(let alphabet): Self.letters(number, alphabet)
    case .signs(let signs):
      (1...signs.count).contains(number) ? signs[number - 1] : String(number)
    case .cycles: NumberAlphabets.cycles(number)
    case .hebrew: NumberAlphabets.hebrew(number)
    case .counting(let numerals): numerals.text(number)
    case .bullet, .none: ""
    }
  }

  private static func replace(_ number: String, _ digits: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in number.unicodeScalars {
      let digit = Int(scalar.value) - 0x30
      text.append(digits.indices.contains(digit) ? digits[digit] : scalar)
    }
    return String(text)
  }

  /// The number in letters: after `z` comes `aa`, then `bb`.
  private static func latinLetters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "" }
    let letter = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func letters(_ number: Int, _ alphabet: [String]) -> String {
    guard number > 0, !alphabet.isEmpty, (number - 1) / alphabet.count < 30 else {
      return String(number)
    }
    return String(
      repeating: alphabet[(number - 1) % alphabet.count],
      count: (number - 1) / alphabet.count + 1)
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
