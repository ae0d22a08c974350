/// The answer to a question in SQL.
public struct SQLAnswer: Sendable {
  /// The names of the columns.
  public var columns: [String] = []
  /// The rows, a cell a column; bytes stand as hexadecimal text.
  public var rows: [[ViewRow.Cell]] = []
}

extension Replica {
  /// The most rows of an answer.
  private static let mostRows = 1_000_000

  /// Answers a question in SQL that only reads.
  /// - Throws: ``StorageError/badSQL(_:)`` or ``StorageError/tooSlow``.
  public func answer(sql: String, within time: Duration = .seconds(10)) throws -> SQLAnswer {
    var answer = SQLAnswer()
    try connection.ask(sql, for: time) { row in
      if answer.rows.isEmpty { answer.columns = (0..<row.count).map(row.name) }
      guard answer.rows.count < Replica.mostRows else { throw StorageError.tooSlow }
      answer.rows.append((0..<row.count).map { Replica.cell(row, $0) })
    }
    return answer
  }

  private static func cell(_ row: Row, _ column: Int) -> ViewRow.Cell {
    if row.isNull(column) { return .none }
    return row.isInteger(column) ? .integer(row.integer(column)) : .text(row.text(column) ?? "")
  }
}
