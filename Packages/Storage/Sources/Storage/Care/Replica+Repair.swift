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
        certificates += try changes.map(\.change).filter { try !erasedWords(by: $0).isEmpty }
      }
      try carryOutErasures(in: certificates)
      var report = VerifyReport()
      let states = try replay(&report)
      try WriteGuards.drop(connection)
      try connection.run("DELETE FROM record")
      for (id, state) in states.sorted(by: { $0.key < $1.key }) {
        try connection.run(
          "INSERT INTO record (id, kind, visible, state) VALUES (?, ?, ?, ?)",
          .text(id.description), SQLValue(state.kind), SQLValue(state.isVisible ? 1 : 0),
          .blob(Packing.pack(state.encoded())))
      }
      try Schema.makeDerived(connection)
      return states.count
    }
  }
}
