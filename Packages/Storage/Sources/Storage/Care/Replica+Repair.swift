import Domain
import Sync

extension Replica {
  /// Makes the states of all records and everything derived from them anew from the log, whose
  /// every change is verified first. Returns how many records there are.
  ///
  /// Mends whatever happened to states and tables; a damaged log or file it refuses.
  /// - Throws: `SyncError` for a change that does not stand up to its signature, and
  ///   ``StorageError/damaged(place:)`` for a file whose pages are damaged; then nothing has
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
      // What is made anew may stand on pages that are damaged all the same.
      let damage = try connection.rows("PRAGMA integrity_check(1)") { $0.text(0) ?? "" }
      guard damage == ["ok"] else { throw StorageError.damaged(place: damage.first ?? "") }
      return records.count
    }
  }

  /// Puts the states of all records, and everything derived from them, in the place of what is
  /// there; inside a transaction of the caller.
  func rebuild(_ records: [RecordID: ReplayedRecord]) throws {
    try WriteGuards.drop(connection)
    try connection.run("DELETE FROM record")
    var table = RecordTable(connection)
    var reader = StateReader(connection)
    for (id, record) in records.sorted(by: Self.areInOrder) {
      _ = try table.insert(id, record.state(of: id, &reader), madeBy: record.only)
    }
    try CheckpointTable(connection).shareStates()
    try Schema.makeDerived(connection)
  }

  /// Records of one change come together, so that it is opened once.
  private static func areInOrder(
    _ left: (key: RecordID, value: ReplayedRecord), _ right: (key: RecordID, value: ReplayedRecord)
  ) -> Bool {
    switch (left.value.only, right.value.only) {
    case (let one?, let other?) where one != other: one < other
    case (nil, _?): true
    case (_?, nil): false
    default: left.key < right.key
    }
  }
}
