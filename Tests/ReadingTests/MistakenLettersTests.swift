import Testing

@testable import Parsing

@Suite("Letters that an old font mistook")
struct MistakenLettersTests {
  @Test("In Czech text the Romanian letter is ž")
  func mends() {
    let text = "Ţák řeší sluţby"
    #expect(
      String(decoding: MistakenLetters.mend(in: Array(text.utf8)), as: UTF8.self)
        == "Žák řeší služby")
  }

  @Test("A text in another language keeps its letters")
  func keeps() {
    let text = Array("Ţara mea".utf8)
    #expect(MistakenLetters.mend(in: text) == text)
  }
}
