import Domain
import Parsing
import TestSupport
import Testing

private let pieces = [
  "Zápis", "z", "1", ".", ")", "jednání", "komise", "dne", "5", "2021", ":", "\n", "Přítomni",
  "Mgr",
  "Jan", "Nový", ",", "-", "–", "(", "omluven", "Program", "Ad", "Usnesení", "č", "/", "schvaluje",
  "Pro", "Proti", "Zdržel", "se", "0", "Úkol", "ukládá", "aby", "zjistil", "Příští", "bude", "v",
  "16",
  "hod", "z", "s", "IČ", "265", "37", "036", "sídlem", "projekt", "\"", "Dům", "výzva", "_", "x",
  "ročně",
  "činnost", "výstup", "termín", "\t", "plán", "Strategický", "Zapsal", "a", "@", "www", "cz", "+",
  "420",
  "777", "111", "222", "leden", "do", "pololetí", "---", "\u{A0}", "\u{1F600}", "II", "K", "bodu",
  "Za",
  "služba", "noclehárna", "registrace", "kapacity", "Datum", "Místo", "Hosté", "předseda", "p",
  "et",
]

@Test("No order of words stops the extractor, and every place lies inside of the text")
func wordSoup() {
  var generator = SeededGenerator(seed: 2021)
  for _ in 0..<400 {
    var text = Bool.random(using: &generator) ? "Zápis z jednání\n" : ""
    for _ in 0..<Int.random(in: 1...120, using: &generator) {
      text += pieces.randomElement(using: &generator) ?? ""
      if Int.random(in: 0..<5, using: &generator) > 0 { text += " " }
    }
    let document = LineReader.document(text)
    let extracted = Extractor.extract(document)
    #expect(extracted.date.map { $0.source.end <= text.utf8.count } ?? true)
    #expect(extracted == Extractor.extract(document))
    #expect(!ExtractionJSON.json(of: extracted, document: document, name: "a").isEmpty)
  }
}

@Test("A document cut anywhere is read without a stop")
func cutDocuments() {
  let text = """
    ---
    title: "1."
    present: Jan Nový, Eva Malá
    ---
    ŘÍDICÍ VÝBOR - PRACOVNÍ SKUPINA
    Zápis č. 1/2020 z 1. jednání výboru dne 1. 2. 2020 v 16:00 v budově úřadu
    Přítomni: Mgr. Jan Nový, Ph.D. (předseda), Eva Malá – Spolek, z. s.
    Program:
    1. Úvod
    2. Závěr
    Ad 1) Úvod
    Usnesení č. 1/2020
    Výbor schvaluje program. Pro: 3 Proti: 0 Zdržel se: 1
    Úkol: Eva Malá zjistí cenu do 1. 3. 2020.
    Příští jednání bude 1. 4. 2020 v 16 hod. Zapsala: Malá
    """
  for length in 0...text.unicodeScalars.count {
    var part = ""
    part.unicodeScalars.append(contentsOf: text.unicodeScalars.prefix(length))
    #expect(Extractor.extract(LineReader.document(part)).extractor == Extractor.version)
  }
}
