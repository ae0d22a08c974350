import Desk
import Domain
import Storage

/// `/records/{id}`: a record with all its fields and the sentences that prove them, of a document
/// also its text; `/records/{id}/history`: who changed what as well, for which the whole log is
/// read.
struct RecordPage: Page {
  static let template = "record"

  /// A field with its value.
  struct Entry: Sendable {
    let label: String
    let value: String
    let isLink: Bool
    let address: String
  }

  /// A line of a text.
  struct Line: Sendable {
    let words: String
  }

  /// One write.
  struct Write: Sendable {
    let when: String
    let who: String
    let from: String
    let field: String
    let change: String
  }

  let frame: PageFrame
  let note: String
  let hasNote: Bool
  let kind: String
  let region: String
  let fields: [Entry]
  let lines: [Line]
  let hasText: Bool
  let proofs: [PageProof]
  let hasProofs: Bool
  let history: [Write]
  let hasHistory: Bool
  let historyAddress: String
  let canWrite: Bool
  let writing: PageWriting
  let editAddress: String
  let deleteAddress: String

  /// - Parameters:
  ///   - entries: `nil` where nobody asked for them.
  ///   - writing: `nil` where the record cannot be changed.
  init(
    _ row: ViewRow, _ entries: [HistoryEntry]?, _ writing: PageWriting? = nil,
    _ note: PageNote? = nil, _ language: Language
  ) {
    let answer = Answer([row], of: row.kind)
    let name = RecordPage.name(of: row, answer, language)
    let path = "/records/\(row.id)"
    frame = PageFrame(name, at: entries == nil ? path : path + "/history", [], language)
    hasHistory = entries != nil
    historyAddress = PageAddress.of(path + "/history", language) + "#history-title"
    self.note = note?.wording.text(language) ?? ""
    hasNote = note != nil
    canWrite = writing != nil && row.kind.isAddable
    self.writing = writing ?? .none
    editAddress = PageAddress.of(path + "/edit", language)
    deleteAddress = PageAddress.of(path + "/delete", language)
    kind = row.kind.label.text(language)
    region = row.region
    let isDocument = row.kind == ImportedDocument.kind
    fields = RecordPage.entries(answer, row, language)
    let text = isDocument ? answer.rows.first.map { answer.plain("text", in: $0) } ?? "" : ""
    lines = text.split(separator: "\n").map { Line(words: String($0)) }
    hasText = !lines.isEmpty
    proofs = row.evidence.filter { !$0.sentence.contains("\n") }.map { evidence in
      let field = row.kind.field(named: evidence.field)?.label.text(language) ?? evidence.field
      return PageProof(evidence, field: field, isCut: false, language)
    }
    hasProofs = !proofs.isEmpty
    let told = Answer(entries ?? [], of: row.id, row.kind, row.region, language)
    history = told.rows.map { write in
      let cell = { (place: Int) in told.shown(place, in: write, language) }
      return Write(when: cell(0), who: cell(1), from: cell(2), field: cell(3), change: cell(4))
    }
  }

  /// What a record is called on pages: its title, or its kind where it has none.
  static func name(of row: ViewRow, _ answer: Answer, _ language: Language) -> String {
    let title = answer.rows.first.map { answer.shown(row.kind.title.name, in: $0, language) } ?? ""
    return title.isEmpty ? row.kind.label.text(language) : title
  }

  private static func entries(
    _ answer: Answer, _ row: ViewRow, _ language: Language
  ) -> [Entry] {
    zip(answer.columns, row.cells).compactMap { column, cell in
      let field = column.field
      guard cell != .none, let shown = answer.rows.first else { return nil }
      let isText = row.kind == ImportedDocument.kind && field.name == ImportedDocument.text.name
      guard !isText, ![row.kind.title.name, ImportedDocument.sha256.name].contains(field.name)
      else { return nil }
      let value = answer.shown(field.name, in: shown, language)
      var address = ""
      if case .reference = field.type, case .text(let id) = cell {
        address = PageAddress.of(record: id, language)
      }
      let document = row.evidence.first { address.hasSuffix($0.document) }?.documentName
      return Entry(
        label: field.label.text(language), value: document ?? value, isLink: !address.isEmpty,
        address: address)
    }
  }
}
