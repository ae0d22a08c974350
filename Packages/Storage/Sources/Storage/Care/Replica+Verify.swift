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
    /// A table, view, index or trigger is missing, or declared otherwise.
    case declaration(String)

    /// Whether the log has all that is needed to mend it.
    public var isMendable: Bool {
      switch self {
      case .file, .checkpoint: false
      case .state, .table, .declaration, .words: true
      }
    }
  }
}

extension Replica {
  /// Checks everything that can be checked: the pages of the file, hashes, chain and signatures of
  /// all changes, and that states and tables are what the log makes of them.
  ///
  /// Linear in the size of the log. What stays in memory is the states of records that several
  /// changes wrote, and a number of each other.
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
    try compareTables(&report)
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
      records = (states ?? (try? table.states()) ?? [:]).mapValues { .merged($0) }
    }
    var reader = StateReader(connection)
    try forEachRun { changes in
      for change in changes {
        for edit in change.change.edits {
          if records[edit.record] == nil {
            records[edit.record] = .written(by: change.change.dot)
          } else {
            try records[edit.record]?.apply(edit, in: change.change.context, &reader)
          }
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
    var left = records
    var reader = StateReader(connection)
    try StateReader.forEach(in: connection) { id, stored, row in
      let wanted = left.removeValue(forKey: id)
      if try !isSame(wanted, stored, row, id, &reader) {
        report.problems.append(.state(record: id.description))
      }
    }
    report.problems += left.keys.sorted().map { .state(record: $0.description) }
  }

  /// Whether the row of a record says what the log makes of it.
  private func isSame(
    _ wanted: ReplayedRecord?, _ stored: StateReader.Stored?, _ row: Row, _ id: RecordID,
    _ reader: inout StateReader
  ) throws -> Bool {
    guard let wanted, let stored, let state = stored.state else { return false }
    if wanted.only == nil || wanted.only != stored.only {
      guard try wanted.state(of: id, &reader).encoded() == state.encoded() else { return false }
    }
    return Int64(state.kind) == row.integer(2) && (state.isVisible ? 1 : 0) == row.integer(7)
  }
}
