import Domain

/// The small numbers of records, by which tables refer to them; each is looked up once.
struct RecordNumbers {
  private let connection: Connection
  private var numbers: [RecordID: Int64] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Takes note of a number that is known already.
  mutating func note(_ number: Int64, of id: RecordID) { numbers[id] = number }

  /// The number of a record that was met.
  func known(_ id: RecordID) -> Int64? { numbers[id] }

  /// The number of a record; one that nobody has written gets a number when others refer to it.
  mutating func number(of id: RecordID) throws -> Int64 {
    if let number = numbers[id] { return number }
    var number = try Self.find(id, in: connection)
    if number == nil {
      try connection.run(
        "INSERT INTO record (high, low, kind, visible) VALUES (?, ?, 0, 0)", with: id.columns)
      number = connection.lastInsertedRow
    }
    numbers[id] = number
    return number ?? 0
  }

  /// The number of a record; `nil` for one that nothing here speaks of.
  static func find(_ id: RecordID, in connection: Connection) throws -> Int64? {
    try connection.first(
      "SELECT number FROM record WHERE \(RecordTable.isIdentified)", with: id.columns
    ) { $0.integer(0) }
  }
}
