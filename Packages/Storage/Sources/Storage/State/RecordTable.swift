import Domain
import Sync

/// Writes the states of records.
struct RecordTable {
  /// Most states are small, written often and made of identifiers, which hardly pack.
  private static let leastPacked = 1_024

  /// The condition that finds a record by its identifier, the first two parameters. The index has
  /// the beginnings of identifiers, as they are random and differ in these already. Without the
  /// sign SQLite would put the parameter in the place of the column everywhere, and find no index.
  static let isIdentified = "high >> 32 = ?1 >> 32 AND +high = ?1 AND low = ?2"

  /// The condition that finds the records of a range of identifiers, along the index.
  static func isWithin(_ range: ClosedRange<RecordID>) -> SQLCondition {
    let ends = [range.lowerBound, range.upperBound]
    return SQLCondition(
      """
      high >> 32 BETWEEN (? >> 32) AND (? >> 32)
        AND (high, low) >= (?, ?) AND (high, low) <= (?, ?)
      """, values: ends.map { $0.columns[0] } + ends.flatMap(\.columns))
  }

  /// The order of identifiers, along the index.
  static let order = "high >> 32, high, low"

  private let connection: Connection
  private var replicas: [ReplicaID: Int64] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Adds a record and returns its number.
  /// - Parameter only: The change that tells all there is about the record.
  mutating func insert(_ id: RecordID, _ state: RecordState, madeBy only: Dot?) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO record (kind, visible, replica, sequence, state, high, low)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, with: values(state, only) + id.columns)
    return connection.lastInsertedRow
  }

  /// Changes the record with a number.
  mutating func update(_ number: Int64, _ state: RecordState, madeBy only: Dot?) throws {
    try connection.run(
      """
      UPDATE record SET kind = ?, visible = ?, replica = ?, sequence = ?, state = ?
      WHERE number = ?
      """, with: values(state, only) + [.integer(number)])
  }

  private mutating func values(_ state: RecordState, _ only: Dot?) throws -> [SQLValue] {
    let (kind, visible) = (SQLValue(state.kind), SQLValue(state.isVisible ? 1 : 0))
    guard let only else {
      let bytes = connection.packer.pack(state.encoded(), atLeast: Self.leastPacked)
      return [kind, visible, .null, .null, .blob(bytes)]
    }
    if replicas[only.replica] == nil {
      replicas[only.replica] = try ReplicaTable.number(of: only.replica, in: connection)
    }
    return [
      kind, visible, .integer(replicas[only.replica] ?? 0), SQLValue(only.sequence), .null,
    ]
  }
}
