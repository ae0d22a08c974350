import Domain

/// Identifiers as the table `record` has them; see ``IdentifierColumns``.
extension RecordID {
  private static let top: UInt64 = 1 << 63

  /// The values of the columns `high` and `low`.
  var columns: [SQLValue] {
    [high, low].map { .integer(Int64(bitPattern: $0 ^ Self.top)) }
  }

  /// Reads the two columns.
  init(_ row: Row, high: Int, low: Int) {
    self.init(
      high: UInt64(bitPattern: row.integer(high)) ^ Self.top,
      low: UInt64(bitPattern: row.integer(low)) ^ Self.top)
  }
}
