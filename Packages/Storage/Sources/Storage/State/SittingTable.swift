/// Writes what items of minutes and people at meetings have in common; see ``SittingSchema``.
struct SittingTable {
  private let connection: Connection
  /// What was asked for last: the records of one meeting follow each other.
  private var last: (key: [SQLValue], number: Int64)?

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The number of the row with a meeting and a region, which is made where there is none.
  /// - Parameter key: Their values, in the order of ``SittingSchema/key(of:)``.
  mutating func number(of key: [SQLValue]) throws -> Int64 {
    if let last, last.key == key { return last.number }
    let known = try connection.rows(
      "SELECT number FROM sitting WHERE meeting IS ? AND region IS ?", key
    ) { $0.integer(0) }
    if known.isEmpty {
      try connection.run(
        "INSERT INTO sitting (meeting, region, date) VALUES (?1, ?2, \(Self.dateOfMeeting))",
        with: key)
    }
    let number = known.first ?? connection.lastInsertedRow
    last = (key, number)
    return number
  }

  /// Takes over the date that a meeting has now; none of one that is not there.
  func renewDate(of meeting: Int64) throws {
    try connection.run(
      """
      UPDATE sitting SET date = \(Self.dateOfMeeting)
      WHERE meeting = ?1 AND date IS NOT \(Self.dateOfMeeting)
      """, .integer(meeting))
  }

  private static let dateOfMeeting = "(SELECT date FROM meetingRecord WHERE recordNumber = ?1)"
}
