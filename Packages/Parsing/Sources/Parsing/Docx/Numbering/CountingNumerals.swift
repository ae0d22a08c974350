/// Numbers in words of East Asian languages, up to 99,999.
struct CountingNumerals: Equatable {
  private let digits: [String]
  private let units: [String]
  /// Whether a one is written before ten, a hundred and so on.
  private let writesOne: OneRule
  /// What stands for missing units in between, if anything does.
  private let zero: String
  /// From here on only the digits are written.
  private var positionalFrom = 100_000

  private enum OneRule {
    case always
    case notBeforeLeadingTen
    case never
  }

  private init(
    _ digits: String, _ units: String, _ writesOne: OneRule, zero: String = "",
    positionalFrom: Int = 100_000
  ) {
    self.digits = digits.unicodeScalars.map { String($0) }
    self.units = [""] + units.unicodeScalars.map { String($0) }
    self.writesOne = writesOne
    self.zero = zero
    self.positionalFrom = positionalFrom
  }

  private init(native: [String]) {
    self.init("", "", .never)
    nativeWords = native
  }

  private var nativeWords: [String] = []

  /// The number in words; in decimal digits where the words end.
  func text(_ number: Int) -> String {
    guard (1..<100_000).contains(number) else { return String(number) }
    if !nativeWords.isEmpty { return native(number) }
    let places = String(number).utf8.map { Int($0) - 0x30 }
    if number >= positionalFrom {
      return places.map { $0 == 0 ? "○" : digits[$0 - 1] }.joined()
    }
    var text = ""
    var skipped = false
    for (index, digit) in places.enumerated() {
      let unit = places.count - 1 - index
      guard digit > 0 else {
        skipped = true
        continue
      }
      if skipped, !text.isEmpty { text += zero }
      skipped = false
      if writes(digit, unit, isLeading: index == 0) { text += digits[digit - 1] }
      text += units[unit]
    }
    return text
  }

  private func writes(_ digit: Int, _ unit: Int, isLeading: Bool) -> Bool {
    guard digit == 1, unit > 0 else { return true }
    return switch writesOne {
    case .always: true
    case .notBeforeLeadingTen: !(unit == 1 && isLeading)
    case .never: unit == 4
    }
  }

  private func native(_ number: Int) -> String {
    guard number < 100 else { return String(number) }
    let ten = number / 10 > 0 ? nativeWords[8 + number / 10] : ""
    return ten + (number % 10 > 0 ? nativeWords[number % 10 - 1] : "")
  }
}

extension CountingNumerals {
  static let chinese = CountingNumerals(
    "一二三四五六七八九", "十百千万", .notBeforeLeadingTen, positionalFrom: 100)
  static let chineseThousand = CountingNumerals(
    "一二三四五六七八九", "十百千万", .notBeforeLeadingTen, zero: "零")
  static let chineseLegal = CountingNumerals("壹贰叁肆伍陆柒捌玖", "拾佰仟萬", .always, zero: "零")
  static let taiwaneseLegal = CountingNumerals("壹貳參肆伍陸柒捌玖", "拾佰仟萬", .always, zero: "零")
  static let japanese = CountingNumerals("一二三四五六七八九", "十百千万", .never)
  static let japaneseLegal = CountingNumerals("壱弐参四伍六七八九", "拾百阡萬", .always)
  static let korean = CountingNumerals("일이삼사오육칠팔구", "십백천만", .never)
  static let koreanNative = CountingNumerals(native: [
    "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스물", "서른", "마흔", "쉰",
    "예순", "일흔", "여든", "아흔",
  ])
}
