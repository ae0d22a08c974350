import Domain

/// The table of what items of minutes and people at meetings have in common: the meeting, its date
/// and their region. There are very many of them, so each refers to a row of all of one meeting and
/// region, whether or not the meeting itself is there.
enum SittingSchema {
  /// The table.
  static let table = "sitting"

  static let statements = [
    """
    -- What items of minutes and people at meetings have in common.
    CREATE TABLE sitting (
      number INTEGER PRIMARY KEY,
      meeting INTEGER,  -- record.number, also of a meeting that is not there
      region TEXT,  -- of the items and people
      date TEXT  -- of the meeting
    ) STRICT
    """,
    "CREATE UNIQUE INDEX sittingOfMeeting ON sitting (meeting, region)",
    "CREATE INDEX sittingByRegionDate ON sitting (region, date)",
    "CREATE INDEX sittingByDate ON sitting (date)",
  ]

  /// The fields of a kind that tell its sittings apart and stand there, in the order of the table's
  /// columns; none of most kinds.
  static func key(of kind: RecordKind) -> [Field] {
    switch kind {
    case AgendaItem.kind: [AgendaItem.meeting, .region]
    case Attendance.kind: [Attendance.meeting, .region]
    default: []
    }
  }

  /// Whether records of a kind belong to sittings.
  static func has(_ kind: RecordKind) -> Bool { !key(of: kind).isEmpty }
}

extension RecordKind {
  /// The kind's rows, called `own`, each beside its `sitting` where it belongs to one.
  ///
  /// SQLite takes all tables for equally long, and would sort all rows for one page of them. Told
  /// that a row hardly ever matches, it goes along the dates of sittings and stops after the page.
  var rows: String {
    guard SittingSchema.has(self) else { return "\(table) AS own" }
    return "\(table) AS own JOIN sitting ON likelihood(sitting.number = own.sitting, 1e-7)"
  }
}
