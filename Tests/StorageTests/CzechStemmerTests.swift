import Foundation
import Storage
import TestSupport
import Testing

@Suite("Forms of a Czech word meet in one index term")
struct CzechStemmerTests {
  private static func term(_ word: String) -> String {
    CzechAnalyzer.stems(of: word).joined(separator: " ")
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/search")

  /// Pairs of a line each: what a person may type and what a document holds.
  private static let pairs: [(String, String)] = {
    let table = (try? String(contentsOf: fixtures.appending(path: "forms.tsv"), encoding: .utf8))
    return (table ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let columns = line.split(separator: "\t").map(String.init)
      return (columns.first ?? "", columns.last ?? "")
    }
  }()

  @Test("two hundred pairs of forms of the vocabulary of social services meet")
  func pairsMeet() {
    #expect(Self.pairs.count >= 200)
    let apart = Self.pairs.filter { Self.term($0.0) != Self.term($0.1) }
    #expect(apart.isEmpty, "\(apart)")
  }

  @Test("a word without diacritics gives the term of the word with them")
  func diacritics() {
    let stripped = Self.pairs.map { pair in
      pair.1.applyingTransform(.stripDiacritics, reverse: false) ?? ""
    }
    let apart = zip(Self.pairs, stripped).filter { Self.term($0.1) != Self.term($1) }
    #expect(apart.isEmpty, "\(apart)")
  }

  @Test(
    "words of other meaning stay apart",
    arguments: [
      ("schválení", "schválený"), ("poradna", "poradní"), ("nezaměstnaný", "zaměstnaný"),
      ("nemocný", "mocný"), ("nezávislý", "závislý"), ("věc", "věk"), ("byt", "byl"),
      ("problém", "probuzení"), ("sociální", "socialismus"), ("Most", "možnost"),
    ])
  func apart(_ one: String, _ other: String) {
    #expect(Self.term(one) != Self.term(other))
  }

  @Test(
    "numbers and the parts of identifiers are not stemmed",
    arguments: [("03_24_068", "03 24 068"), ("26672472", "26672472"), ("CZ0423", "cz0423")])
  func numbers(_ text: String, _ terms: String) {
    #expect(Self.term(text) == terms)
  }

  @Test("accents of their own, soft hyphens and hard spaces do not matter")
  func characters() {
    #expect(Self.term("sluz\u{30C}eb") == Self.term("služba"))
    #expect(Self.term("so\u{AD}ci\u{E1}l\u{AD}n\u{ED}ch") == Self.term("sociální"))
    #expect(CzechAnalyzer.stems(of: "k.\u{A0}ú.\u{A0}„Most“ \u{AD} –") == ["k", "u", "most"])
  }

  @Test("any bytes give terms, and the same ones every time")
  func hostile() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let bytes = (0..<64).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(CzechAnalyzer.stems(of: text) == CzechAnalyzer.stems(of: text))
    }
  }

  @Test("every run of up to four letters has one term that is not empty")
  func shortWords() {
    let letters = ["a", "e", "i", "l", "n", "t", "u", "z"]
    let words = letters.flatMap { a in letters.flatMap { b in letters.map { a + b + $0 } } }
    for word in words + words.map({ $0 + "e" }) + words.map({ "ne" + $0 + "ami" }) {
      let terms = CzechAnalyzer.stems(of: word)
      #expect(terms.count == 1 && terms.first?.isEmpty == false, "\(word)")
    }
  }
}
