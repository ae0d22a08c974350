/// The alphabets and signs that lists count with (ECMA-376 part 1, 17.18.59).
enum NumberAlphabets {
  /// The formats by their names.
  static let formats: [String: NumberFormat] = [
    "decimalFullWidth": fullWidth, "decimalFullWidth2": fullWidth,
    "decimalEnclosedCircle": circled, "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": .signs(range(0x2488, 20)),
    "decimalEnclosedParen": .signs(range(0x2474, 20)),
    "ideographEnclosedCircle": .signs(range(0x3280, 10)),
    "ideographDigital": .digits(Array("〇一二三四五六七八九".unicodeScalars)),
    "japaneseDigitalTenThousand": .digits(Array("〇一二三四五六七八九".unicodeScalars)),
    "taiwaneseDigital": .digits(Array("○一二三四五六七八九".unicodeScalars)),
    "koreanDigital": .digits(Array("영일이삼사오육칠팔구".unicodeScalars)),
    "koreanDigital2": .digits(Array("零一二三四五六七八九".unicodeScalars)),
    "hindiNumbers": .digits(Array("०१२३४५६७८९".unicodeScalars)),
    "thaiNumbers": .digits(Array("๐๑๒๓๔๕๖๗๘๙".unicodeScalars)),
    "ideographTraditional": .signs(letters("甲乙丙丁戊己庚辛壬癸")),
    "ideographZodiac": .signs(letters("子丑寅卯辰巳午未申酉戌亥")),
    "chicago": .letters(letters("*†‡§")),
    "russianLower": .letters(letters(russian)),
    "russianUpper": .letters(letters(russian.uppercased())),
    "hebrew2": .letters(letters("אבגדהוזחטיכלמנסעפצקרשת")),
    "arabicAlpha": .letters(letters("أبتثجحخدذرزسشصضطظعغفقكلمنهوي")),
    "arabicAbjad": .letters(letters("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")),
    "thaiLetters": .letters(letters("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")),
    "hindiVowels": .letters(letters("कखगघङचछजझञटठडढणतथदधनऩपफबभमयरऱलळऴवशषसह")),
    "hindiConsonants": .letters(letters("अआइईउऊऋऌऍऎएऐऑऒओऔ") + ["अं", "अः"]),
    "ganada": .letters(letters("가나다라마바사아자차카타파하")),
    "chosung": .letters(letters("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")),
    "aiueo": .letters(letters("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")),
    "aiueoFullWidth": .letters(
      letters("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")),
    "iroha": .letters(letters("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ")),
    "irohaFullWidth": .letters(
      letters("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")),
    "chineseCounting": .counting(.chinese),
    "chineseCountingThousand": .counting(.chineseThousand),
    "chineseLegalSimplified": .counting(.chineseLegal),
    "taiwaneseCounting": .counting(.chinese),
    "taiwaneseCountingThousand": .counting(.chineseThousand),
    "ideographLegalTraditional": .counting(.taiwaneseLegal),
    "japaneseCounting": .counting(.japanese), "japaneseLegal": .counting(.japaneseLegal),
    "koreanCounting": .counting(.korean), "koreanLegal": .counting(.koreanNative),
  ]

  /// The format whose first numbers are an example; `nil` for one that is not known.
  ///
  /// What the example names counts, whatever alphabet it begins.
  static func custom(_ items: [String]) -> NumberFormat? {
    let first = items.first ?? ""
    let known = items.prefix { !$0.hasPrefix(".") && !$0.hasPrefix("…") }
    for alphabet in customAlphabets where alphabet.starts(with: known) {
      return .letters(alphabet)
    }
    guard let alphabet = customAlphabets.first(where: { $0.first == first }) else { return nil }
    return .letters(alphabet)
  }

  private static let customAlphabets: [[String]] =
    [greek, czech, russian, bulgarian].flatMap { alphabet in
      [letters(alphabet), letters(alphabet.uppercased())]
    }

  private static let fullWidth = NumberFormat.digits(Array("０１２３４５６７８９".unicodeScalars))
  private static let circled = NumberFormat.signs(range(0x2460, 20))
  private static let russian = "абвгдежзиклмнопрстуфхцчшщыэюя"
  private static let bulgarian = "абвгдежзийклмнопрстуфхцчшщъьюя"
  private static let greek = "αβγδεζηθικλμνξοπρστυφχψω"
  private static let czech = "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž"

  private static func letters(_ alphabet: String) -> [String] {
    alphabet.unicodeScalars.map { String($0) }
  }

  private static func range(_ first: UInt32, _ count: UInt32) -> [String] {
    (first..<first + count).compactMap { Unicode.Scalar($0).map { String($0) } }
  }

  /// A pair of the ten stems and the twelve branches: 甲子 is 1.
  static func cycles(_ number: Int) -> String {
    guard number > 0 else { return String(number) }
    let stems = Array("甲乙丙丁戊己庚辛壬癸".unicodeScalars)
    let branches = Array("子丑寅卯辰巳午未申酉戌亥".unicodeScalars)
    return String(stems[(number - 1) % 10]) + String(branches[(number - 1) % 12])
  }

  /// Letters whose values add up to the number; 15 and 16 are not written as a name of God.
  static func hebrew(_ number: Int) -> String {
    guard (1..<1000).contains(number) else { return String(number) }
    var (rest, text) = (number, "")
    for (value, letter) in hebrewValues {
      while rest >= value {
        if rest % 100 == 15 || rest % 100 == 16, rest < 100 {
          return text + (rest == 15 ? "טו" : "טז")
        }
        text += letter
        rest -= value
      }
    }
    return text
  }

  private static let hebrewValues = [
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"),
    (50, "נ"), (40, "מ"), (30, "ל"), (20, "כ"), (10, "י"), (9, "ט"), (8, "ח"), (7, "ז"),
    (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א"),
  ]
}
