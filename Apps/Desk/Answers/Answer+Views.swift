public import Domain
public import Storage

extension Answer {
  /// A page of a view.
  public init(_ answer: ViewAnswer, of view: ConsolidatedView) {
    self.init(answer.rows, of: view)
    page = Page(total: answer.total, facets: answer.facets, next: answer.next)
  }

  /// A page of the records of one kind.
  public init(_ answer: ViewAnswer, of kind: RecordKind) {
    self.init(answer.rows, of: kind)
    page = Page(total: answer.total, facets: answer.facets, next: answer.next)
  }

  /// The answer of a view.
  public init(_ rows: [ViewRow], of view: ConsolidatedView) {
    self.init(
      columns: view.columns.map { Column($0.field, isMain: $0.isMain) },
      rows: rows.map { Row($0) })
    showsIDs = view.isOfRecords
  }

  /// Records of one kind with all their fields.
  public init(_ rows: [ViewRow], of kind: RecordKind) {
    self.init(
      columns: kind.listedFields.map { field in Column(field, isMain: kind.showsInTables(field)) },
      rows: rows.map { Row($0) })
  }
}

extension Answer.Row {
  /// A record with its evidence.
  init(_ row: ViewRow) {
    self.init(
      id: row.id.description, kind: row.kind.name, region: row.region, cells: row.cells,
      evidence: row.evidence)
  }
}

extension RecordKind {
  /// Whether a table fitted to a screen shows a field: what fits, what a record is called by, and
  /// of a link the records that it joins.
  fileprivate func showsInTables(_ field: Field) -> Bool {
    field.isShort || field == title || self == Link.kind
  }
}

extension Field {
  /// Whether a value fits into a cell of a table.
  fileprivate var isShort: Bool {
    switch type {
    case .longText, .reference, .source: false
    case .text, .date, .companyNumber, .integer, .boolean, .choice:
      name != ImportedDocument.sha256.name
    }
  }
}
