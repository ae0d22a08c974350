public import Domain
public import Storage

extension Answer {
  /// The answer of a view.
  public init(_ rows: [ViewRow], of view: ConsolidatedView) {
    self.init(
      columns: view.columns.map { Column($0.field, isMain: $0.isMain) },
      rows: rows.map { Row($0) })
  }

  /// Records of one kind with all their fields.
  public init(_ rows: [ViewRow], of kind: RecordKind) {
    self.init(
      columns: kind.listedFields.map { field in Column(field, isMain: field.isShort) },
      rows: rows.map { Row($0) })
  }

  /// The lines that a search found.
  public init(_ hits: [SearchHit]) {
    self.init(
      columns: [
        Column(ImportedDocument.name), Column(ImportedDocument.date),
        Column(Field(0, "text", label: Label("Nalezeno", "Found"))),
      ],
      rows: hits.map { hit in
        Row(
          id: hit.document.description, kind: ImportedDocument.kind.name, region: hit.region,
          cells: [
            .text(hit.documentName), hit.date.map(ViewRow.Cell.text) ?? .none, .text(hit.text),
          ],
          evidence: [
            ViewRow.Evidence(
              field: ImportedDocument.text.name, document: hit.document.description,
              documentName: hit.documentName, range: hit.range, quote: hit.text,
              sentence: hit.text)
          ],
          details: [("marks", hit.marksJSON)])
      })
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

extension SearchHit {
  fileprivate var marksJSON: String {
    var writer = JSONWriter()
    writer.array(marks) { writer, mark in
      writer.array([mark.start, mark.end]) { writer, place in writer.integer(place) }
    }
    return writer.text
  }
}
