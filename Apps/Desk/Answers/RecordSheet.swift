public import Domain
public import Storage

/// One record with all its fields and the sentences that prove them, for people.
public struct RecordSheet {
  private let row: ViewRow
  private let language: Language

  /// Creates the sheet of a record.
  public init(_ row: ViewRow, _ language: Language) {
    self.row = row
    self.language = language
  }

  /// The lines of the sheet.
  public var text: String {
    let answer = Answer([row], of: row.kind)
    var lines = [(row.kind.label.text(language), row.id.description)]
    lines.append((Field.region.label.text(language), row.region.printable))
    for (column, cell) in zip(answer.columns, row.cells) where cell != .none {
      let shown = answer.shown(cell, of: column, language)
      let name = documentName(of: cell, in: column.field).map { "\($0) (\(shown))" }
      let value = (name ?? shown).printableLines
      lines.append((column.field.label.text(language), value))
    }
    let width = lines.map(\.0.count).max() ?? 0
    let fields = lines.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value + "\n"
    }
    return fields.joined() + proofs
  }

  /// The file that a reference means, where a proof names it.
  private func documentName(of cell: ViewRow.Cell, in field: Field) -> String? {
    guard case .reference = field.type, case .text(let id) = cell else { return nil }
    return row.evidence.first { $0.document == id }?.documentName
  }

  private var proofs: String {
    let quoted = row.evidence.filter { !$0.sentence.contains("\n") }
    guard !quoted.isEmpty else { return "" }
    let lines = quoted.map { evidence in
      let field = row.kind.field(named: evidence.field)?.label.text(language) ?? evidence.field
      let place = "\(evidence.documentName), \(evidence.range.start)–\(evidence.range.end)"
      return "  \(field): „\(evidence.sentence.printable)“ (\(place.printable))\n"
    }
    return "\n" + Label("Doklady", "Evidence").text(language) + "\n" + lines.joined()
  }
}
