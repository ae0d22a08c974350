import Domain
import Sync

/// What a check of a whole database found.
public struct VerifyReport: Sendable {
  /// How many changes the log holds.
  public var changes = 0
  /// How many records the log makes.
  public var records = 0
  /// What is wrong; empty for a sound database.
  public var problems: [Problem] = []

  /// Something that is not as it must be.
  public enum Problem: Sendable, Hashable {
    /// The file itself is damaged, in SQLite's words.
    case file(String)
    /// The stored state of a record is not what the log makes of it.
    case state(record: String)
    /// Words of a record are in the log that are to be erased.
    case words(record: String)
    /// A table is not what the states make of it.
    case table(String)

    /// Whether the log has all that is needed to mend it.
    public var isMendable: Bool {
      if case .file = self { false } else { true }
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
    try connection.reading {
      var report = VerifyReport()
      report.problems = try connection.rows("PRAGMA integrity_check(10)") { row in
        VerifyReport.Problem.file(row.text(0) ?? "")
      }.filter { $0 != .file("ok") }
      let states = try replay(&report)
      report.records = states.count
      try compareStates(with: states, &report)
      try compareTables(with: states, &report)
      return report
    }
  }

  /// Makes all states anew from the log, each change verified.
  func replay(_ report: inout VerifyReport) throws -> [RecordID: RecordState] {
    var states: [RecordID: RecordState] = [:]
    try forEachRun { changes in
      for change in changes {
        for edit in change.change.edits {
          states[edit.record, default: RecordState(kind: edit.kind)]
            .apply(edit, in: change.change.context)
        }
      }
      for words in try changes.flatMap({ try erasedWords(by: $0.change) })
      where try ChangeLog(connection).hasWords(of: words.record, in: words.dot) {
        report.problems.append(.words(record: words.record.description))
      }
      report.changes += changes.count
    }
    return states
  }

  private func compareStates(
    with states: [RecordID: RecordState], _ report: inout VerifyReport
  ) throws {
    var left = Set(states.keys)
    try connection.forEach("SELECT id, state, kind, visible FROM record ORDER BY id") { row in
      let id = row.text(0) ?? ""
      let wanted = RecordID(id).flatMap { left.remove($0) }.flatMap { states[$0] }
      let isSame =
        wanted?.encoded() == (try? Packing.unpack(row.blob(1)))
        && wanted.map { Int64($0.kind) } == row.integer(2)
        && wanted.map { $0.isVisible ? 1 : 0 } == row.integer(3)
      if !isSame { report.problems.append(.state(record: id)) }
    }
    report.problems += left.sorted().map { .state(record: $0.description) }
  }

  /// Derives all tables once more, in memory, and compares them row by row.
  private func compareTables(
    with states: [RecordID: RecordState], _ report: inout VerifyReport
  ) throws {
    let fresh = try Connection(path: ":memory:", mode: .creating)
    for statement in DerivedSchema.statements { try fresh.execute(statement) }
    var projection = Projection(fresh)
    let known = states.sorted { $0.key < $1.key }
    for (id, state) in known { try projection.project(id, state) }
    try projection.finish(known)
    for (table, columns) in DerivedSchema.comparable {
      let sql = "SELECT \(columns) FROM \(table) ORDER BY \(columns)"
      let read = { (connection: Connection) in
        try connection.rows(sql) { row in (0..<row.count).map { row.text($0) } }
      }
      if try read(connection) != read(fresh) { report.problems.append(.table(table)) }
    }
  }
}
