public import Domain
public import Storage

/// What a command did, for scripts.
extension Answer {
  /// A value by its name.
  public struct Value: Sendable {
    let column: Column
    let cell: ViewRow.Cell

    /// Names a value.
    public init(_ name: String, _ label: Label, _ cell: ViewRow.Cell) {
      column = Column(Field(0, name, label: label))
      self.cell = cell
    }
  }

  /// One row of values.
  public init(_ values: [Value]) { self.init([values]) }

  /// Rows of values, each with the same names.
  public init(_ rows: [[Value]]) {
    self.init(
      columns: (rows.first ?? []).map(\.column),
      rows: rows.map { Row(id: "", kind: "", region: "", cells: $0.map(\.cell)) },
      areRecords: false)
  }

  /// Records, by what names them alone.
  public init(naming records: [ViewRow]) {
    self.init(
      columns: [],
      rows: records.map { record in
        Row(
          id: record.id.description, kind: record.kind.name, region: record.region, cells: [],
          evidence: record.evidence)
      })
  }
}

extension ViewRow.Cell {
  /// A count.
  public static func count(_ number: Int) -> ViewRow.Cell { .integer(Int64(number)) }
}
