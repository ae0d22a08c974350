import Domain
import TestSupport
import Testing

/// A name in the nominative, genitive or accusative, dative and instrumental.
private struct Declined {
  let nominative: String
  let genitive: String
  let dative: String
  let instrumental: String
}

private let men = [
  Declined(nominative: "Jan", genitive: "Jana", dative: "Janu", instrumental: "Janem"),
  Declined(nominative: "Petr", genitive: "Petra", dative: "Petru", instrumental: "Petrem"),
  Declined(nominative: "David", genitive: "Davida", dative: "Davidu", instrumental: "Davidem"),
  Declined(nominative: "Pavel", genitive: "Pavla", dative: "Pavlu", instrumental: "Pavlem"),
  Declined(nominative: "Marek", genitive: "Marka", dative: "Marku", instrumental: "Markem"),
  Declined(nominative: "Jiří", genitive: "Jiřího", dative: "Jiřímu", instrumental: "Jiřím"),
]
private let women = [
  Declined(nominative: "Jana", genitive: "Janu", dative: "Janě", instrumental: "Janou"),
  Declined(nominative: "Eva", genitive: "Evu", dative: "Evě", instrumental: "Evou"),
  Declined(nominative: "Marie", genitive: "Marii", dative: "Marii", instrumental: "Marií"),
]
private let letters = ["b", "d", "l", "m", "n", "p", "s", "t", "v"]
private let vowels = ["a", "e", "o", "u", "i"]

/// A surname of a man that no list holds, by the pattern of *Novák*, *Dlouhý*, *Hudeček*.
private func surname(_ generator: inout SeededGenerator) -> Declined {
  let stem =
    ["B", "D", "L", "M", "P", "S", "T", "V"].randomElement(using: &generator).map {
      $0 + (vowels.randomElement(using: &generator) ?? "a")
        + (letters.randomElement(using: &generator) ?? "l")
    } ?? "Nov"
  switch Int.random(in: 0..<4, using: &generator) {
  case 0:
    let full = stem + "ák"
    return Declined(
      nominative: full, genitive: full + "a", dative: full + "ovi", instrumental: full + "em")
  case 1:
    return Declined(
      nominative: stem + "ný", genitive: stem + "ného", dative: stem + "nému",
      instrumental: stem + "ným")
  case 2:
    return Declined(
      nominative: stem + "eček", genitive: stem + "ečka", dative: stem + "ečkovi",
      instrumental: stem + "ečkem")
  default:
    return Declined(
      nominative: stem + "ík", genitive: stem + "íka", dative: stem + "íkovi",
      instrumental: stem + "íkem")
  }
}

private func guests(_ written: String) -> [String] {
  let text = "Zápis z jednání komise\n5. 2. 2024\nPřítomni: Ota Lán\nHosté: \(written)\n"
  return (LineReader.extract(text).meeting?.attendance ?? []).filter { $0.status == .guest }
    .map(\.person.value.name)
}

@Test("A man's name that stands in any case after a courtesy comes back to the nominative")
func menInEveryCase() throws {
  var generator = SeededGenerator(seed: 11)
  for _ in 0..<80 {
    let given = try #require(men.randomElement(using: &generator))
    let family = surname(&generator)
    let expected = given.nominative + " " + family.nominative
    #expect(guests("pan \(expected)") == [expected])
    #expect(guests("pana \(given.genitive) \(family.genitive)") == [expected])
    #expect(guests("panu \(given.dative) \(family.dative)") == [expected])
    #expect(guests("panem \(given.instrumental) \(family.instrumental)") == [expected])
  }
}

@Test("A woman's name that stands in any case after a courtesy comes back to the nominative")
func womenInEveryCase() throws {
  var generator = SeededGenerator(seed: 12)
  for _ in 0..<60 {
    let given = try #require(women.randomElement(using: &generator))
    let stem = surname(&generator).nominative.filter { $0 != "ý" } + "ov"
    let expected = given.nominative + " " + stem + "á"
    #expect(guests("paní \(expected)") == [expected])
    #expect(guests("paní \(given.genitive) \(stem)ou") == [expected])
    #expect(guests("paní \(given.dative) \(stem)é") == [expected])
    #expect(guests("paní \(given.instrumental) \(stem)ou") == [expected])
  }
}

@Test("Titles before and after a name are told from it, with dots and without, glued and apart")
func titledNames() throws {
  var generator = SeededGenerator(seed: 13)
  for _ in 0..<6 {
    let given = try #require(men.randomElement(using: &generator)).nominative
    let name = given + " " + surname(&generator).nominative
    for before in ["Ing. ", "Mgr.", "Mgr. et Mgr. ", "doc. PhDr. ", "Bc "] {
      for after in ["", ", Ph.D.", " CSc.", ", MBA", ", DiS."] {
        #expect(guests(before + name + after) == [name], "\(before)\(name)\(after)")
      }
    }
  }
}
