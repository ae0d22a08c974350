/// Where a block stands in a table.
public struct CellPosition: Sendable, Hashable {
  /// The number of the table in the document, from 0.
  public var table: Int
  /// The row, from 0.
  public var row: Int
  /// The first column, from 0.
  public var column: Int
  /// How many columns the cell spans.
  public var columnSpan: Int
  /// Whether the cell continues the one above it (a vertical merge).
  public var continuesAbove: Bool

  /// Creates a position.
  public init(table: Int, row: Int, column: Int, columnSpan: Int = 1, continuesAbove: Bool = false)
  {
    self.table = table
    self.row = row
    self.column = column
    self.columnSpan = columnSpan
    self.continuesAbove = continuesAbove
  }
}
