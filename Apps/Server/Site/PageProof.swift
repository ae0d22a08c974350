import Desk
import Domain
import Storage

/// The sentence that proves something, with the document that it stands in.
struct PageProof: Sendable {
  let field: String
  let pieces: [MarkedText]
  let document: String
  let day: String
  let hasDay: Bool
  let documentAddress: String

  init(
    _ evidence: ViewRow.Evidence, field: String = "", day: String = "", isCut: Bool,
    _ language: Language
  ) {
    self.field = field
    pieces = MarkedText.pieces(of: evidence, isCut: isCut)
    document = evidence.documentName
    self.day = day
    hasDay = !day.isEmpty
    documentAddress = PageAddress.of(evidence.sentence, in: evidence.document, language)
  }
}
