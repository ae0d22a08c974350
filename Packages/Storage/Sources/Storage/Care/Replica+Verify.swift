import Domain
import Sync

/// What a check of a whole database found.
public struct VerifyReport: Sendable {
  /// How many changes the log holds.
  public var changes = 0
  /// How many changes before those were folded; what they made is as it was signed then.
  public var folded: UInt64 = 0
  /// How many records the log makes.
  public var records = 0
  /// What is wrong; empty for a sound database.
  public var problems: [Problem] = []

  /// Something that is not as it must be.
  public enum Problem: Sendable, Hashable {
    /// The file itself is damaged, in SQLite's words.
    case file(String)
    /// What the folded changes made is not what was signed when they were folded.
    case checkpoint
    /// The stored state of a record is not what the log makes of it.
    case state(record: String)
    /// Words of a record are in the log that are to be erased.
    case words(record: String)
    /// A table is not what the states make of it.
    case table(String)

    /// Whether the log has all that is needed to mend it.
    public var isMendable: Bool {
      switch self {
      case .file, .checkpoint: false
      case .state, .table, .words: true
      }
    }
  }
}

extension Replica {
  /// Checks everything that can be checked: the pages of the file, hashes, chain and signatures of
  /// all changes, and that states and tables are what the log makes of them.
  ///
  /// Linear in the size of the log; the states of all records are kept in memory.
  /// - Throws: `SyncError` for a change that does not stand up to its signature.
  public func verify() throws -> VerifyReport {
    try connection.reading { try verifyInside() }
  }

  /// The same inside a transaction of the caller.
  func verifyInside() throws -> VerifyReport {
    var report = VerifyReport()
    report.problems = try connection.rows("PRAGMA integrity_check(10)") { row in
      VerifyReport.Problem.file(row.text(0) ?? "")
    }.filter { $0 != .file("ok") }
    let records = try replay(&report)
    report.records = records.count
    try compareStates(with: records, &report)
    try compareTables(with: records.mapValues(\.state), &report)
    return report
  }

  /// Makes all states anew from the checkpoint and the log after it, each change verified.
  func replay(_ report: inout VerifyReport) throws -> [RecordID: ReplayedRecord] {
    var records: [RecordID: ReplayedRecord] = [:]
    let table = CheckpointTable(connection)
    if let checkpoint = try table.read() {
      report.folded = checkpoint.vector.count(beyond: VersionVector())
      let states = try? checkpoint.verified()
      if states == nil { report.problems.append(.checkpoint) }
      records = (states ?? (try? table.states()) ?? [:]).mapValues(ReplayedRecord.init(folded:))
    }
    try forEachRun { changes in
      for change in changes {
        for edit in change.change.edits {
          records[edit.record, default: ReplayedRecord(kind: edit.kind)]
            .apply(edit, in: change.change.context)
        }
      }
      for words in try changes.flatMap({ try ErasureTable(connection).words(erasedBy: $0.change) })
      where try hasWords(words) {
        report.problems.append(.words(record: words.record.description))
      }
      report.changes += changes.count
    }
    return records
  }

  private func compareStates(
    with records: [RecordID: ReplayedRecord], _ report: inout VerifyReport
  ) throws {
    var left = Set(records.keys)
    try StateReader.forEach(in: connection) { id, stored, row in
      let wanted = left.remove(id).flatMap { records[$0]?.state }
      let isSame =
        wanted?.encoded() == stored?.state?.encoded()
        && wanted.map { Int64($0.kind) } == row.integer(2)
        && wanted.map { $0.isVisible ? 1 : 0 } == row.integer(6)
      if !isSame { report.problems.append(.state(record: id.description)) }
    }
    report.problems += left.sorted().map { .state(record: $0.description) }
  }

  /// Derives all tables once more, in memory, and compares them row by row.
  private func compareTables(
    with states: [RecordID: RecordState], _ report: inout VerifyReport
  ) throws {
    let fresh = try Connection(path: ":memory:", mode: .creating)
    for migration in Migration.all { try fresh.execute(migration.sql) }
    for statement in DerivedSchema.statements { try fresh.execute(statement) }
    var projection = Projection(fresh)
    let order = { (kind: UInt16) in Projection.comesFirst(kind) ? 0 : 1 }
    let known = states.sorted { (order($0.value.kind), $0.key) < (order($1.value.kind), $1.key) }
    for (id, state) in known { try projection.project(id, state, isNew: true) }
    try projection.finish()
    for (table, columns) in DerivedSchema.comparable {
      let sql = "SELECT \(columns) FROM \(table) ORDER BY \(columns)"
      let read = { (connection: Connection) in
        try connection.rows(sql) { row in (0..<row.count).map { row.text($0) } }
      }
      if try read(connection) != read(fresh) { report.problems.append(.table(table)) }
    }
  }
}
