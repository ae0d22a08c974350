import Domain
public import Storage

extension Answer {
  /// The answer to a question in SQL.
  public init(_ answer: SQLAnswer) {
    self.init(
      columns: answer.columns.map { Column(Field(0, $0, label: Label($0, $0))) },
      rows: answer.rows.map { Row(id: "", kind: "", region: "", cells: $0) }, areRecords: false)
    showsEmptyColumns = true
  }
}
