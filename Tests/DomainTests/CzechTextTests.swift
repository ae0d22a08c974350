import Domain
import Foundation
import Testing

@Suite("Czech text")
struct CzechTextTests {
  @Test("folding takes case and diacritics off")
  func folding() {
    #expect(Folding.fold("Příliš žluťoučký KŮŇ") == "prilis zlutoucky kun")
    #expect(Folding.fold("Märč, Straße – „ABC“") == "marc, strasse – „abc“")
    #expect(Folding.fold("e\u{301}") == "e")
  }

  @Test("folding agrees with Unicode decomposition on every letter of Latin-1 and Latin Extended-A")
  func foldingTable() {
    for value in UInt32(0xC0)...0x17F {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let letter = String(scalar)
      let decomposed = letter.decomposedStringWithCanonicalMapping
      guard let base = decomposed.unicodeScalars.first, base.isASCII else { continue }
      #expect(Folding.fold(letter) == String(base).lowercased(), "U+\(String(value, radix: 16))")
    }
  }

  @Test("words sort as the Czech standard says: č after c, ch after h, ř, š, ž after r, s, z")
  func collation() {
    let sorted = [
      "cena", "cihla", "čáp", "Čapek", "ďas", "dům", "hrad", "chata", "chléb", "ibis", "rak",
      "řeka",
      "síň", "šaty", "zima", "Žofie",
    ]
    #expect(sorted.shuffled().sorted(by: CzechCollation.areInOrder) == sorted)
  }

  @Test("a word sorts before the longer word that it begins")
  func prefixes() {
    #expect(CzechCollation.areInOrder("les", "lesní"))
    #expect(CzechCollation.areInOrder("Ústí", "Ústí nad Labem"))
  }
}
