import Domain
import Foundation
import TestSupport
import Testing

@Suite("Czech text")
struct CzechTextTests {
  @Test("folding takes case and diacritics off")
  func folding() {
    #expect(Folding.fold("Příliš žluťoučký KŮŇ") == "prilis zlutoucky kun")
    #expect(Folding.fold("Märč, Straße – „ABC“") == "marc, strasse – „abc“")
    #expect(Folding.fold("e\u{301}") == "e")
    // A word alone is folded by other means to the same.
    for word in ["Příliš", "KŮŇ", "Märč", "Straße", "e\u{301}", "ǆ", "日本", "a\u{C3}", ""] {
      #expect(Folding.folded(Array(word.utf8)[...]) == Folding.fold(word))
    }
    #expect(Folding.folded([0x61, 0xC5]) == Folding.folded([0x41, 0xC5]))
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

  @Test("texts compare as their keys do, whatever stands in them")
  func keys() {
    let pieces = [
      "c", "ch", "CH", "h", "č", "-", " ", "\u{A0}", "9", "ß", "Ž", "ă", "€", "–", "😀", "a",
    ]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<3_000 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      let keys = texts.map { CzechCollation.key($0) }
      #expect(
        CzechCollation.areInOrder(texts[0], texts[1])
          == keys[0].lexicographicallyPrecedes(keys[1]), "\(texts)")
    }
    #expect(CzechCollation.key("c-h") != CzechCollation.key("ch"))
  }

  @Test("a word sorts before the longer word that it begins")
  func prefixes() {
    #expect(CzechCollation.areInOrder("les", "lesní"))
    #expect(CzechCollation.areInOrder("Ústí", "Ústí nad Labem"))
  }
}

@Suite("Sentences around a place")
struct SentenceBoundsTests {
  private func sentence(of words: String, in text: String) throws -> String? {
    let found = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let range = SourceRange(start, start + words.utf8.count)
    return SentenceBounds.around(range, in: Array(text.utf8)).quote(from: text)
  }

  @Test("a sentence ends before the next capital, not at dates, titles and abbreviations")
  func bounds() throws {
    let text = """
      Úvod. Projekt byl schválen dne 10. 6. 2020 na návrh Mgr. Nové (č. 5). Řídí ho spolek.
      Další řádek
      """
    let expected = "Projekt byl schválen dne 10. 6. 2020 na návrh Mgr. Nové (č. 5)."
    #expect(try sentence(of: "schválen", in: text) == expected)
    #expect(try sentence(of: "Řídí", in: text) == "Řídí ho spolek.")
    #expect(try sentence(of: "Další", in: text) == "Další řádek")
    #expect(try sentence(of: "Úvod", in: text) == "Úvod.")
  }

  @Test("a place over several lines keeps them all")
  func severalLines() throws {
    #expect(try sentence(of: "dva\ntři", in: "jedna\ndva\ntři\nčtyři") == "dva\ntři")
  }
}
