/// Where the reader stands in a table.
struct TableState {
  /// The number of the table in the document.
  var number: Int
  /// The current row.
  var row = -1
  /// The first column of the current cell.
  var column = 0
  /// How many columns the current cell spans.
  var columnSpan = 1
  /// Whether the current cell continues the one above.
  var continuesAbove = false
  /// Whether the current cell has text already.
  var hasText = false
  /// Whether the current cell was deleted.
  var isCellDeleted = false
  /// Whether the current row was deleted.
  var isRowDeleted = false
  /// Whether columns were declared.
  var hasGrid = false
  /// The lengths of the text and of the list of blocks where the row starts.
  var rowStart = (text: 0, blocks: 0)
  /// The lengths where the cell starts.
  var cellStart = (text: 0, blocks: 0)

  /// The place of a block in the current cell.
  var position: CellPosition {
    CellPosition(
      table: number, row: row, column: column, columnSpan: columnSpan,
      continuesAbove: continuesAbove)
  }
}
