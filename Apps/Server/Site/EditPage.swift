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
  /// What is wrong with who writes.
  let authorProblem: String
  let isAuthorWrong: Bool
  let troubles: [FormTrouble]

  /// What is wrong with a form that was sent.
  struct Trouble: Sendable {
    let form: PostedForm
    let message: Label
    /// What is wrong with single items; those that were overtaken say so themselves.
    let problems: [Problem]

    fileprivate func problem(with item: String, _ language: Language) -> String {
      problems.first { $0.item == item }?.message.text(language) ?? ""
    }
  }

  /// What is wrong with an item of a form.
  struct Problem: Sendable {
    let item: String
    let message: Label
  }

  /// The form of a record.
  init(
    _ row: ViewRow, regions: [String], _ writing: PageWriting, _ trouble: Trouble?,
    _ language: Language
  ) {
    let name = RecordPage.name(of: row, Answer([row], of: row.kind), language)
    let path = "/records/\(row.id)"
    self.init(
      Label("Opravit: \(name)", "Correct: \(name)"), row.kind, at: path + "/edit", back: path,
      region: row.region, regions, writing, trouble, language
    ) { field in (FieldControl.cell(of: field, in: row), row.evidence) }
  }

  /// The form of a record that there is not yet.
  init(
    adding kind: RecordKind, region: String, regions: [String], _ writing: PageWriting,
    _ trouble: Trouble?, _ language: Language
  ) {
    self.init(
      Label("Přidat: \(kind.label.czech)", "Add: \(kind.label.english)"), kind,
      at: "/add/\(kind.name)", back: "/", region: region, regions, writing, trouble, language
    ) { field in (field == .region ? .text(region) : .none, []) }
  }

  private init(
    _ title: Label, _ kind: RecordKind, at path: String, back: String, region: String,
    _ regions: [String], _ writing: PageWriting, _ trouble: Trouble?, _ language: Language,
    known: (Field) -> (cell: ViewRow.Cell, evidence: [ViewRow.Evidence])
  ) {
    frame = PageFrame(title.text(language), at: path, [], language)
    self.kind = kind.label.text(language)
    self.region = region
    action = PageAddress.of(path, language)
    backAddress = PageAddress.of(back, language)
    let message = trouble?.message.text(language) ?? ""
    let controls = FieldControl.fields(of: kind).map { field in
      let (cell, evidence) = known(field)
      return FieldControl(
        field, cell, evidence, trouble?.form,
        problem: trouble?.problem(with: field.name, language) ?? "",
        known: field == .region ? regions : [], language)
    }
    self.controls = controls
    self.writing = writing
    author = trouble?.form.author ?? writing.author
    authorProblem = trouble?.problem(with: PostedForm.authorName, language) ?? ""
    isAuthorWrong = !authorProblem.isEmpty
    let wrong = controls.filter(\.isWrong).map {
      FormTrouble.Place(label: $0.label, anchor: $0.id)
    }
    let unsigned = FormTrouble.Place(
      label: frame.text["author"] ?? "", anchor: FieldControl.id(PostedForm.authorName))
    troubles =
      trouble == nil ? [] : [FormTrouble(message, at: wrong + (isAuthorWrong ? [unsigned] : []))]
  }
}
