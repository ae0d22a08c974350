/// Numbers in words, as lists show them; English, and Czech up to a hundred.
///
/// Other languages are counted in decimal numbers.
enum NumberWords {
  /// `1st` in English, `1er` in French, `1.` in Czech and its neighbours' languages.
  static func ordinalNumber(_ number: Int, _ language: String) -> String {
    switch language.prefix(2) {
    case "", "en":
      let isTeen = (11...13).contains(number % 100)
      let ending = isTeen ? "th" : ["th", "st", "nd", "rd"][number % 10 < 4 ? number % 10 : 0]
      return "\(number)\(ending)"
    case "fr": return number == 1 ? "1er" : "\(number)e"
    case "ru": return "\(number)-й"
    case "es", "it", "pt": return "\(number)º"
    case "nl": return "\(number)e"
    case "zh": return "第\(number)"
    default: return "\(number)."
    }
  }

  /// `Twenty-one`.
  static func cardinal(_ number: Int, _ language: String) -> String {
    switch language.prefix(2) {
    case "", "en": capitalized(english(number, isOrdinal: false))
    case "cs": capitalized(czech(number, isOrdinal: false))
    default: String(number)
    }
  }

  /// `Twenty-first`.
  static func ordinal(_ number: Int, _ language: String) -> String {
    switch language.prefix(2) {
    case "", "en": capitalized(english(number, isOrdinal: true))
    case "cs": capitalized(czech(number, isOrdinal: true))
    default: ordinalNumber(number, language)
    }
  }

  private static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func english(_ number: Int, isOrdinal: Bool) -> String {
    guard (1..<100_000).contains(number) else { return String(number) }
    var words: [String] = []
    if number >= 1000 { words += [english(number / 1000, isOrdinal: false), "thousand"] }
    let rest = number % 1000
    if rest >= 100 { words += [units[rest / 100 - 1], "hundred"] }
    let last = rest % 100
    if last >= 20 {
      let unit = last % 10 > 0 ? "-" + units[last % 10 - 1] : ""
      words.append(tens[last / 10 - 2] + unit)
    } else if last > 0 {
      words.append(units[last - 1])
    }
    let text = words.joined(separator: " ")
    return isOrdinal ? englishOrdinal(text) : text
  }

  /// Changes the last word.
  private static func englishOrdinal(_ words: String) -> String {
    let start = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) }
    let word = String(words[(start ?? words.startIndex)...])
    let rest = words.dropLast(word.count)
    if let irregular = irregular[word] { return rest + irregular }
    return rest + (word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th")
  }

  private static func czech(_ number: Int, isOrdinal: Bool) -> String {
    guard (1..<100).contains(number) else { return isOrdinal ? "\(number)." : String(number) }
    let (units, tens) = isOrdinal ? (czechOrdinals, czechTenths) : (czechUnits, czechTens)
    if number < 20 { return units[number - 1] }
    return tens[number / 10 - 2] + (number % 10 > 0 ? " " + units[number % 10 - 1] : "")
  }

  private static let units = words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen
    """)
  private static let tens = words("twenty thirty forty fifty sixty seventy eighty ninety")
  private static let irregular = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
  ]
  private static let czechUnits = words(
    """
    jedna dva tři čtyři pět šest sedm osm devět deset jedenáct dvanáct třináct čtrnáct patnáct \
    šestnáct sedmnáct osmnáct devatenáct
    """)
  private static let czechTens = words(
    "dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát")
  private static let czechOrdinals = words(
    """
    první druhý třetí čtvrtý pátý šestý sedmý osmý devátý desátý jedenáctý dvanáctý třináctý \
    čtrnáctý patnáctý šestnáctý sedmnáctý osmnáctý devatenáctý
    """)
  private static let czechTenths = words(
    "dvacátý třicátý čtyřicátý padesátý šedesátý sedmdesátý osmdesátý devadesátý")

  private static func words(_ list: String) -> [String] {
    list.split(separator: " ").map { String($0) }
  }
}
