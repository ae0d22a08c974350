public import Domain
public import Storage

extension Answer {
  /// What was done to a record, one row a write.
  public init(
    _ entries: [HistoryEntry], of id: RecordID, _ kind: RecordKind, _ region: String,
    _ language: Language
  ) {
    self.init(
      columns: [
        Column(Field(0, "time", label: Label("Kdy", "When"))),
        Column(Field(0, "author", label: Label("Kdo", "Who"))),
        Column(Field(0, "from", label: Label("Odkud", "From"))),
        Column(Field(0, "field", label: Label("Pole", "Field"))),
        Column(Field(0, "change", label: Label("Změna", "Change"))),
      ],
      rows: entries.flatMap { entry in
        entry.steps.map { step in
          let (cells, short) = step.cells(by: entry.author, language)
          return Row(
            id: id.description, kind: kind.name, region: region, cells: cells,
            details: [("by", entry.author.isPerson ? "\"person\"" : "\"machine\"")], short: short)
        }
      })
  }
}

extension HistoryEntry.Step {
  /// The cells of the write, and what tables show instead of some.
  fileprivate func cells(
    by author: Conflict.Author, _ language: Language
  ) -> (cells: [ViewRow.Cell], short: [Int: String]) {
    let anonymous = Label("(bez jména)", "(no name)").text(language)
    let label = (field ?? Conflict.question(called: Conflict.existence))?.label
    return (
      [
        .text(DateWording.moment(author.milliseconds)),
        .text(author.name.isEmpty ? anonymous : author.name), .text(author.region),
        .text(field?.name ?? Conflict.existence), .text(wording(language)),
      ],
      [
        0: DateWording.clock(author.milliseconds, in: language),
        3: label?.text(language) ?? "",
      ]
    )
  }

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
    let text = field.worded(value, in: language)
    return text.count > mostCharacters ? text.prefix(mostCharacters) + "…" : text
  }
}
