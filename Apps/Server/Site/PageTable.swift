import Desk
import Domain
import Storage

/// Rows of an answer as a table: the main columns that say anything, and the proof of each row.
struct PageTable: Sendable {
  /// A cell, or the heading of a column.
  struct Cell: Sendable {
    let label: String
    let value: String
    let style: String
    var code = ""
    var isTag = false
    var isNotStated = false

    /// The cell as the name of its row, which is never empty: it leads to the record.
    fileprivate func named(_ language: Language) -> Cell {
      guard value.isEmpty else { return self }
      let notStated = Label("neuvedeno", "not stated").text(language)
      return Cell(label: label, value: notStated, style: style + " soft")
    }
  }

  /// A row.
  struct Row: Sendable {
    let head: Cell
    let address: String
    let hasAddress: Bool
    let cells: [Cell]
    let proofs: [PageProof]
    let isByPerson: Bool
  }

  let caption: String
  let heads: [Cell]
  let rows: [Row]
  let hasRows: Bool
  let hasProofs: Bool

  /// - Parameter ofRecords: Whether each row is a record with a page and a proof of its own.
  init(_ answer: Answer, _ caption: String, ofRecords: Bool, _ language: Language) {
    let layout = Layout(answer, language)
    self.caption = caption
    heads = layout.heads
    hasProofs = ofRecords && answer.rows.contains { !$0.evidence.isEmpty }
    rows = answer.rows.map { row in
      let cells = layout.cells(of: row)
      let proof = answer.proof(of: row)
      let day = answer.shown(Layout.statedOn, in: row, language)
      return Row(
        head: cells[0].named(language), address: PageAddress.of(record: row.id, language),
        hasAddress: ofRecords,
        cells: Array(cells.dropFirst()),
        proofs: proof.map { [PageProof($0, day: day, isCut: true, language)] } ?? [],
        isByPerson: proof == nil)
    }
    hasRows = !rows.isEmpty
  }
}

extension PageTable {
  /// Which columns a table has, and how their cells are written.
  private struct Layout {
    static let statedOn = "statedOn"
    /// Columns where nothing said is worth a word.
    private static let telling: Set<String> = [
      Project.status.name, AttendanceStatus.present.rawValue,
    ]
    /// Columns that tell at a glance how things stand.
    private static let tagged: Set<String> = [Project.status.name, "state", "what"]

    /// Whether the proof of a row says the same: which documents, and of which day.
    private static func isToldByProof(_ field: Field) -> Bool {
      field.name == statedOn || field.name == "documents" && field.type == .text
    }

    private let answer: Answer
    private let language: Language
    private let places: [Int]
    private let period: (start: Int, end: Int)?

    init(_ answer: Answer, _ language: Language) {
      self.answer = answer
      self.language = language
      func place(_ name: String) -> Int? {
        answer.columns.firstIndex { $0.field.name == name }
      }
      let dates = (place(Project.start.name), place(Project.end.name))
      if case (let start?, let end?) = dates { period = (start, end) } else { period = nil }
      let end = period?.end
      places = answer.columns.indices.filter { place in
        let column = answer.columns[place]
        return column.isMain && !Layout.isToldByProof(column.field) && place != end
          && (place == answer.columns.startIndex
            || answer.rows.contains { $0.cells[place] != .none })
      }
    }

    /// The headings, that of the region second.
    var heads: [Cell] {
      let own = places.map { place in
        Cell(label: "", value: label(of: place), style: style(of: place))
      }
      return Array(own.prefix(1)) + [region("", Field.region.label.text(language))]
        + own.dropFirst()
    }

    func cells(of row: Answer.Row) -> [Cell] {
      let own = places.map { cell($0, of: row) }
      return Array(own.prefix(1)) + [region(Field.region.label.text(language), row.region)]
        + own.dropFirst()
    }

    private func region(_ label: String, _ value: String) -> Cell {
      Cell(label: label, value: value, style: "region")
    }

    private func label(of place: Int) -> String {
      if place == period?.start { return Label("Realizace", "Period").text(language) }
      return answer.columns[place].field.label.text(language)
    }

    private func style(of place: Int) -> String {
      let field = answer.columns[place].field
      return switch field.type {
      case .date: place == period?.start ? "date period" : "date"
      case .integer: "number"
      case .choice: field.merge == .set ? "" : "choice"
      case .text, .longText, .companyNumber, .boolean, .reference, .source: ""
      }
    }

    private func cell(_ place: Int, of row: Answer.Row) -> Cell {
      let field = answer.columns[place].field
      var isTagged = false
      if case .choice = field.type { isTagged = Layout.tagged.contains(field.name) }
      let value = place == period?.start ? span(of: row) : shown(place, of: row)
      return Cell(
        label: label(of: place), value: value, style: style(of: place),
        code: isTagged ? answer.plain(field.name, in: row) : "",
        isTag: isTagged && !value.isEmpty,
        isNotStated: value.isEmpty && Layout.telling.contains(field.name))
    }

    private func shown(_ place: Int, of row: Answer.Row) -> String {
      answer.shown(answer.columns[place].field.name, in: row, language)
    }

    /// From when to when, as far as it is known.
    private func span(of row: Answer.Row) -> String {
      guard let period else { return "" }
      let dates = [shown(period.start, of: row), shown(period.end, of: row)]
      guard dates.contains(where: { !$0.isEmpty }) else { return "" }
      return dates.map { $0.isEmpty ? "…" : $0 }.joined(separator: " – ")
    }
  }
}
