import Desk
import Domain
import Storage

/// `/records/{id}/edit` and `/add/{kind}`: the fields of a record in a form.
struct EditPage: Page {
  static let template = "edit"

  let frame: PageFrame
  let kind: String
  let region: String
  let action: String
  let backAddress: String
  let controls: [FieldControl]
  let writing: PageWriting
  let author: String
  let problem: String
  let hasProblem: Bool

  /// What is wrong with a form that was sent.
  struct Trouble: Sendable {
    let form: PostedForm
    let message: Label
  }

  /// The form of a record.
  init(
    _ row: ViewRow, _ writing: PageWriting, _ trouble: Trouble?, _ language: Language
  ) {
    let name = RecordPage.name(of: row, Answer([row], of: row.kind), language)
    let path = "/records/\(row.id)"
    self.init(
      Label("Opravit: \(name)", "Correct: \(name)"), row.kind, at: path + "/edit", back: path,
      region: row.region, writing, trouble, language
    ) { field in (FieldControl.cell(of: field, in: row), row.evidence) }
  }

  /// The form of a record that there is not yet.
  init(
    adding kind: RecordKind, region: String, _ writing: PageWriting, _ trouble: Trouble? = nil,
    _ language: Language
  ) {
    self.init(
      Label("Přidat: \(kind.label.czech)", "Add: \(kind.label.english)"), kind,
      at: "/add/\(kind.name)", back: "/", region: region, writing, trouble, language
    ) { field in (field == .region ? .text(region) : .none, []) }
  }

  private init(
    _ title: Label, _ kind: RecordKind, at path: String, back: String, region: String,
    _ writing: PageWriting, _ trouble: Trouble?, _ language: Language,
    known: (Field) -> (cell: ViewRow.Cell, evidence: [ViewRow.Evidence])
  ) {
    frame = PageFrame(title.text(language), at: path, [], language)
    self.kind = kind.label.text(language)
    self.region = region
    action = PageAddress.of(path, language)
    backAddress = PageAddress.of(back, language)
    controls = FieldControl.fields(of: kind).map { field in
      let (cell, evidence) = known(field)
      return FieldControl(field, cell, evidence, trouble?.form, language)
    }
    self.writing = writing
    author = trouble?.form.author ?? writing.author
    problem = trouble?.message.text(language) ?? ""
    hasProblem = trouble != nil
  }
}
