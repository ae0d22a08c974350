import Domain
import Sync

extension Replica {
  /// Makes the states of all records and everything derived from them anew from the log, whose
  /// every change is verified first. Returns how many records there are.
  ///
  /// Mends whatever happened to states and tables; a damaged log or file it refuses.
  /// - Throws: `SyncError` for a change that does not stand up to its signature; then nothing has
  ///   changed.
  public func repair() throws -> Int {
    try connection.transaction {
      var certificates: [Change] = []
      try forEachRun { changes in
        certificates += try changes.map(\.change).filter {
          try !ErasureTable(connection).words(erasedBy: $0).isEmpty
        }
      }
      try carryOutErasures(in: certificates)
      var report = VerifyReport()
      let records = try replay(&report)
      guard !report.problems.contains(.checkpoint) else {
        throw StorageError.damaged(place: "checkpoint")
      }
      try rebuild(records)
      return records.count
    }
  }

  /// Puts the states of all records, and everything derived from them, in the place of what is
  /// there; inside a transaction of the caller.
  func rebuild(_ records: [RecordID: ReplayedRecord]) throws {
    try WriteGuards.drop(connection)
    try connection.run("DELETE FROM record")
    var table = RecordTable(connection)
    for (id, record) in records.sorted(by: { $0.key < $1.key }) {
      _ = try table.insert(id, record.state, madeBy: record.only)
    }
    try CheckpointTable(connection).shareStates()
    try Schema.makeDerived(connection)
  }
}
