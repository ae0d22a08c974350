public import Domain
public import Storage

extension Answer {
  /// What was done to a record, one row a write.
  public init(_ entries: [HistoryEntry], of row: ViewRow, _ language: Language) {
    self.init(
      columns: [
        Column(Field(0, "time", label: Label("Kdy", "When"))),
        Column(Field(0, "author", label: Label("Kdo", "Who"))),
        Column(Field(0, "from", label: Label("Odkud", "From"))),
        Column(Field(0, "field", label: Label("Pole", "Field"))),
        Column(Field(0, "change", label: Label("Změna", "Change"))),
      ],
      rows: entries.flatMap { entry in
        entry.steps.map { step in Row(entry.author, step, of: row, language) }
      })
  }
}

extension Answer.Row {
  fileprivate init(
    _ author: Conflict.Author, _ step: HistoryEntry.Step, of row: ViewRow, _ language: Language
  ) {
    let anonymous = Label("(bez jména)", "(no name)").text(language)
    self.init(
      id: row.id.description, kind: row.kind.name, region: row.region,
      cells: [
        .text(DateWording.moment(author.milliseconds)),
        .text(author.name.isEmpty ? anonymous : author.name), .text(author.region),
        .text(step.field?.name ?? Conflict.existence), .text(step.wording(language)),
      ],
      details: [("by", author.isPerson ? "\"person\"" : "\"machine\"")],
      short: step.field.map { [3: $0.label.text(language)] } ?? [:])
  }
}

extension HistoryEntry.Step {
  fileprivate var field: Field? {
    switch self {
    case .assigned(let field, _), .inserted(let field, _), .removed(let field, _),
      .edited(let field):
      field
    case .deleted, .restored, .erased: nil
    }
  }

  /// The write in a few words.
  fileprivate func wording(_ language: Language) -> String {
    switch self {
    case .assigned(_, .erased?): Label("(trvale odstraněno)", "(erased)").text(language)
    case .assigned(let field, .some(let value)): HistoryEntry.shown(value, of: field, language)
    case .assigned(_, nil): Label("(vymazáno)", "(cleared)").text(language)
    case .inserted(let field, let value): "+ " + HistoryEntry.shown(value, of: field, language)
    case .removed(let field, let value): "− " + HistoryEntry.shown(value, of: field, language)
    case .edited: Label("(upraven text)", "(text edited)").text(language)
    case .deleted: Label("záznam smazán", "record deleted").text(language)
    case .restored: Label("záznam zachován", "record kept").text(language)
    case .erased: Label("dřívější znění trvale odstraněno", "earlier wording erased").text(language)
    }
  }
}

extension HistoryEntry {
  /// The most characters of a value in a history; the record itself shows it whole.
  private static let mostCharacters = 200

  fileprivate static func shown(_ value: FieldValue, of field: Field, _ language: Language)
    -> String
  {
    let text = field.shown(value, in: language)
    return text.count > mostCharacters ? text.prefix(mostCharacters) + "…" : text
  }
}
