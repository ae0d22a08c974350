/// The answer to a question in SQL.
public struct SQLAnswer: Sendable {
  /// The names of the columns, each once: a second `name` is `name_2`.
  public var columns: [String] = []
  /// The rows, a cell a column; bytes stand as hexadecimal text.
  public var rows: [[ViewRow.Cell]] = []
}

extension Replica {
  /// The most rows of an answer.
  private static let mostRows = 1_000_000

  /// Answers a question in SQL that only reads.
  /// - Throws: ``StorageError/badSQL(_:)``, ``StorageError/notASelect`` or
  ///   ``StorageError/tooSlow``.
  public func answer(sql: String, within time: Duration = .seconds(10)) throws -> SQLAnswer {
    var answer = SQLAnswer()
    var columns: [String] = []
    try connection.ask(sql, for: time, columns: &columns) { row in
      guard answer.rows.count < Replica.mostRows else { throw StorageError.tooSlow }
      answer.rows.append((0..<row.count).map { Replica.cell(row, $0) })
    }
    answer.columns = columns.namedOnce
    return answer
  }

  private static func cell(_ row: Row, _ column: Int) -> ViewRow.Cell {
    if row.isNull(column) { return .none }
    if row.isInteger(column) { return .integer(row.integer(column)) }
    // JSON has no infinity.
    if let number = row.decimal(column), number.isFinite { return .decimal(number) }
    return .text(row.text(column) ?? "")
  }
}

extension [String] {
  /// The names with a number behind those that came before.
  fileprivate var namedOnce: [String] {
    var taken = Set(self)
    var seen: Set<String> = []
    return map { name in
      if seen.insert(name).inserted { return name }
      var number = 2
      while !taken.insert("\(name)_\(number)").inserted { number += 1 }
      return "\(name)_\(number)"
    }
  }
}
