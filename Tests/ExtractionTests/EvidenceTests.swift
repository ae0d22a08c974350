import Domain
import Parsing
import Testing

@Test("The JSON proves every field with a range and its quote")
func jsonWithEvidence() {
  let document = LineReader.document("Zápis č. 3\nPřítomni: Jan Tis")
  let extracted = Extractor.extract(document)
  let json = ExtractionJSON.json(of: extracted, document: document, name: "a.txt")
  #expect(json.contains(#""number":"3""#))
  #expect(json.contains(#""name":"Jan Tis","status":"present","evidence":{"name":{"start":25,"#))
  #expect(json.contains(#""quote":"Jan Tis""#))
}

@Test("The proof of a field names its block and how certain the finding is")
func blockAndConfidence() {
  let document = LineReader.document("Zápis č. 3\nPřítomni: Jan Tis")
  let json = ExtractionJSON.json(
    of: Extractor.extract(document), document: document, name: "a.txt")
  #expect(json.contains(#""quote":"Jan Tis","block":1,"confidence":0.95"#))
}

@Test("Numbers that cannot be a vote of the people present wait for a review")
func doubtfulVotes() {
  let extracted = LineReader.extract(
    """
    Zápis
    Přítomni: Jan Tis, Eva Malá, Petr Buk, Ota Hloh, Iva Lípová
    Návrh rozpočtu byl přijat 50-30-20.
    Oprava plotu byla schválena 4-1-0.
    """)
  #expect(extracted.votes.map(\.inFavour.value) == [4])
  #expect(extracted.review.map(\.category) == ["votes"])
}

@Test("A wrong identification number is kept as written and warned about")
func wrongCompanyNumber() {
  let document = LineReader.document("Zápis\nSmlouva se Spolkem Lípa, z. s., IČO 12345678.")
  let json = ExtractionJSON.json(
    of: Extractor.extract(document), document: document, name: "a.txt")
  #expect(json.contains(#""icoAsWritten":"12345678""#))
  #expect(json.contains(#"{"code":"ico-checksum","value":"12345678""#))
}

@Test("A next meeting that lies before the meeting is kept and warned about")
func earlyNextMeeting() {
  let document = LineReader.document(
    "Zápis ze schůze klubu dne 5. 6. 2031\nPříští schůze bude 1. 2. 2030 v 16:00.")
  let json = ExtractionJSON.json(
    of: Extractor.extract(document), document: document, name: "a.txt")
  #expect(json.contains(#"{"code":"date-before-meeting","value":"2030-02-01""#))
}

@Test(
  "What is no minutes is named as what it is and has no meeting",
  arguments: [
    ("Pozvánka na schůzi klubu\nSejdeme se 5. 6. 2031.", DocumentKind.invitation),
    (
      "layout: blog\ntitle: Letní slavnost klubu\nZveme všechny na slavnost 5. 6. 2031.",
      .invitation
    ),
    ("Tisková zpráva\nKlub otevřel studnu.", .article),
  ])
func otherDocuments(text: String, kind: DocumentKind) {
  let extracted = LineReader.extract(text)
  #expect(extracted.kind == kind)
  #expect(extracted.meeting == nil)
}
