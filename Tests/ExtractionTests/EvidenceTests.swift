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
