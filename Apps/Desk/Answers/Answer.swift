public import Domain
public import Storage

/// Rows with columns, ready to be written in any format.
public struct Answer: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// Name, type and label of the values.
    public let field: Field
    /// Whether a table fitted to a screen shows the column.
    public let isMain: Bool

    /// Creates a column.
    public init(_ field: Field, isMain: Bool = true) {
      self.field = field
      self.isMain = isMain
    }
  }

  /// A row.
  public struct Row: Sendable {
    /// The identifier of the record.
    public let id: String
    /// The kind of the record.
    public let kind: String
    /// The region that the record belongs to.
    public let region: String
    /// The cells, one a column.
    public let cells: [ViewRow.Cell]
    /// The places that prove the row.
    public let evidence: [ViewRow.Evidence]
    /// Further members of the JSON object, each a name and JSON.
    public let details: [(name: String, json: String)]
    /// Shorter wordings of cells for tables, by the number of the column.
    let short: [Int: String]
    /// The words of cells that tables set off, both by their numbers.
    let marked: [Int: Set<Int>]

    /// Creates a row.
    public init(
      id: String, kind: String, region: String, cells: [ViewRow.Cell],
      evidence: [ViewRow.Evidence] = [], details: [(name: String, json: String)] = [],
      short: [Int: String] = [:], marked: [Int: Set<Int>] = [:]
    ) {
      self.short = short
      self.marked = marked
      self.id = id
      self.kind = kind
      self.region = region
      self.cells = cells
      self.evidence = evidence
      self.details = details
    }

    /// The first place that proves a field.
    public func proof(of field: String) -> ViewRow.Evidence? {
      evidence.first { $0.field == field }
    }
  }

  /// The columns after the identifier, the kind and the region.
  public let columns: [Column]
  /// The rows.
  public let rows: [Row]
  /// Whether the rows are records, which have an identifier, a kind and a region.
  let areRecords: Bool
  /// Whether tables show the identifiers of the rows; that of a sum is of one record among many.
  var showsIDs = true
  /// Whether tables show columns in which nothing stands.
  var showsEmptyColumns = false
  /// What is known of all rows where the answer is a page of them.
  public var page: Page?

  /// Creates an answer.
  public init(columns: [Column], rows: [Row], areRecords: Bool = true) {
    self.columns = columns
    self.rows = rows
    self.areRecords = areRecords
  }

  /// What people read in the cell of a table.
  public func shown(_ place: Int, in row: Row, _ language: Language) -> String {
    row.short[place] ?? shown(row.cells[place], of: columns[place], language)
  }

  /// What people read in a cell.
  func shown(_ cell: ViewRow.Cell, of column: Column, _ language: Language) -> String {
    switch cell {
    case .none: ""
    case .integer(let number): String(number)
    case .decimal(let number): NumberWording.text(number, in: language)
    case .boolean(let truth):
      Label.truth(truth).text(language)
    case .text(let text): shown(text, of: column.field, language)
    case .list(let values):
      values.map { shown($0, of: column.field, language) }.joined(separator: ", ")
    }
  }

  private func shown(_ text: String, of field: Field, _ language: Language) -> String {
    switch field.type {
    case .date: DateWording.text(text, in: language)
    case .reference: String(text.prefix(8))
    case .text where field.name == ConsolidatedView.statusHistory.name:
      shown(status: text, language)
    case .text, .longText, .companyNumber, .integer, .boolean, .choice, .source:
      field.shown(.text(text), in: language)
    }
  }

  /// A date and the status of that day.
  private func shown(status text: String, _ language: Language) -> String {
    let parts = text.split(separator: " ").map(String.init)
    guard let code = parts.last else { return text }
    let status = ProjectStatus(rawValue: code)?.label.text(language) ?? code
    return (parts.dropLast().map { DateWording.text($0, in: language) } + [status])
      .joined(separator: " ")
  }
}

extension Answer {
  /// What people read in the column with this English name; empty when there is none.
  public func shown(_ name: String, in row: Row, _ language: Language) -> String {
    guard let place = columns.firstIndex(where: { $0.field.name == name }) else { return "" }
    return shown(row.cells[place], of: columns[place], language)
  }

  /// The text or code in the column with this English name; empty when there is none.
  public func plain(_ name: String, in row: Row) -> String {
    guard let place = columns.firstIndex(where: { $0.field.name == name }),
      case .text(let text) = row.cells[place]
    else { return "" }
    return text
  }
}
