import Testing

@testable import Parsing

@Suite("Numbers of lists")
struct ListCountersTests {
  private func numbering(_ levels: [Int: Numbering.Level]) -> Numbering {
    var numbering = Numbering()
    numbering.abstracts[0] = Numbering.Abstract(levels: levels)
    numbering.lists[1] = Numbering.List(abstract: 0)
    numbering.lists[2] = Numbering.List(abstract: 0)
    numbering.lists[3] = Numbering.List(abstract: 0, starts: [0: 5])
    return numbering
  }

  private func level(_ text: String, _ format: NumberFormat = .decimal) -> Numbering.Level {
    Numbering.Level(format: format, text: Array(text.utf8))
  }

  private func labels(_ numbering: Numbering, _ items: [(list: Int, level: Int)]) -> [String?] {
    var counters = ListCounters(numbering)
    return items.map {
      counters.next(NumberingReference(number: $0.list, level: $0.level))?.label
    }
  }

  @Test("a deeper level starts again after a higher one")
  func restart() {
    let numbering = numbering([0: level("%1."), 1: level("%1.%2")])
    let items = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    #expect(labels(numbering, items) == ["1.", "1.1", "1.2", "2.", "2.1"])
  }

  @Test("lists of one definition count on, unless one states its start")
  func sharing() {
    let numbering = numbering([0: level("%1)")])
    #expect(labels(numbering, [(1, 0), (2, 0), (3, 0), (3, 0)]) == ["1)", "2)", "5)", "6)"])
  }

  @Test("a level that began first shows the start of the one above")
  func missingLevel() {
    let numbering = numbering([0: level("%1"), 1: level("%1.%2", .lowerLetter)])
    #expect(labels(numbering, [(1, 1), (1, 1)]) == ["1.a", "1.b"])
  }

  @Test("legal numbers are decimal, and list 0 is none")
  func legal() {
    var second = level("%1.%2")
    second.isLegal = true
    let numbering = numbering([0: level("%1", .upperRoman), 1: second])
    #expect(labels(numbering, [(1, 0), (1, 1), (0, 0)]) == ["I", "1.1", nil])
  }

  @Test("formats write numbers as Word does")
  func formats() {
    #expect([1, 26, 27, 53].map { NumberFormat.lowerLetter.text($0) } == ["a", "z", "aa", "aaa"])
    #expect(
      [4, 9, 14, 1999].map { NumberFormat.upperRoman.text($0) } == ["IV", "IX", "XIV", "MCMXCIX"])
    #expect(NumberFormat("custom", custom: "001, 002, 003, ...").text(7) == "007")
    #expect(NumberFormat("custom", custom: "α, β, γ, ...").text(3) == "γ")
    #expect(NumberFormat("custom", custom: "A, Á, B, C, Č, ...").text(5) == "Č")
    #expect(SymbolFont.text("\u{F0A7}", "Wingdings") == "▪")
  }

  @Test(
    "every alphabet and system of numerals of the standard counts",
    arguments: [
      ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedFullstop", 2, "⒉"),
      ("decimalFullWidth", 10, "１０"), ("numberInDash", 4, "- 4 -"), ("hex", 31, "1F"),
      ("russianLower", 4, "г"), ("chicago", 5, "**"), ("hebrew1", 15, "טו"), ("hebrew2", 2, "ב"),
      ("thaiNumbers", 12, "๑๒"), ("ideographTraditional", 3, "丙"), ("koreanLegal", 21, "스물하나"),
      ("ideographZodiacTraditional", 1, "甲子"), ("chineseCounting", 23, "二十三"),
      ("chineseCountingThousand", 101, "一百零一"), ("japaneseCounting", 1110, "千百十"),
      ("chineseLegalSimplified", 11, "壹拾壹"), ("iroha", 2, "ﾛ"),
    ])
  func systems(name: String, number: Int, text: String) {
    #expect(NumberFormat(name).text(number) == text)
  }

  @Test("numbers in words follow the language of the document")
  func words() {
    #expect(NumberFormat.ordinal.text(22, language: "en-US") == "22nd")
    #expect(NumberFormat.ordinal.text(2, language: "cs-CZ") == "2.")
    #expect(
      NumberFormat.cardinalWords.text(1121, language: "en-GB")
        == "One thousand one hundred twenty-one")
    #expect(NumberFormat.ordinalWords.text(32, language: "en") == "Thirty-second")
    #expect(NumberFormat.ordinalWords.text(21, language: "cs-CZ") == "Dvacátý první")
  }

  @Test("headings are known by their names in many languages")
  func headingNames() {
    #expect(HeadingName.level("heading 1") == 1)
    #expect(HeadingName.level("Nadpis 2") == 2)
    #expect(HeadingName.level("Überschrift 3") == 3)
    #expect(HeadingName.level("Název") == 0)
    #expect(HeadingName.level("Normal") == nil)
  }
}
