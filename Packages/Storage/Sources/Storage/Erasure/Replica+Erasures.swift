import Domain
import Sync

/// What was said to be erased: the words that one change wrote to one record.
struct ErasedWords: Hashable {
  let record: RecordID
  let dot: Dot
}

extension Replica {
  /// Erases in the log what changes say is to be erased, and merges the records concerned anew, so
  /// that states are what everybody makes of the log who has the words no more.
  ///
  /// A region erases what it wrote itself and nothing else; what a change says of others' words, or
  /// of words that it has not seen, is not obeyed. Linear in the length of the log when there is
  /// something to erase.
  /// - Returns: Whether records were merged anew.
  @discardableResult
  func carryOutErasures(in changes: [Change]) throws -> Bool {
    var records: Set<RecordID> = []
    for words in try changes.flatMap(erasedWords(by:)) {
      try connection.run(
        "INSERT OR IGNORE INTO erasure (record, replica, sequence) VALUES (?, ?, ?)",
        .text(words.record.description), .blob(words.dot.replica.bytes),
        SQLValue(words.dot.sequence))
      try erase(words, &records)
    }
    // What others still had comes back with words that were erased here.
    let isAnythingErased = try connection.first("SELECT 1 FROM erasure LIMIT 1") { _ in true }
    for change in isAnythingErased == nil ? [] : changes {
      for words in try erasedWords(in: change.dot) { try erase(words, &records) }
    }
    if !records.isEmpty { try mergeAnew(records) }
    return !records.isEmpty
  }

  /// The words that are to be erased because of a change, and may be.
  func erasedWords(by change: Change) throws -> [ErasedWords] {
    var words: [ErasedWords] = []
    for edit in change.edits {
      for case .erase(let writes) in edit.operations {
        let region = try ReplicaTable.region(of: change.dot.replica, in: connection)
        for dot in writes where change.context.hasSeen(dot) {
          guard try ReplicaTable.region(of: dot.replica, in: connection) == region else { continue }
          words.append(ErasedWords(record: edit.record, dot: dot))
        }
      }
    }
    return words
  }

  private func erase(_ words: ErasedWords, _ records: inout Set<RecordID>) throws {
    // What is deleted from pages and from the index is overwritten too.
    try connection.forEach("PRAGMA secure_delete = ON") { _ in }
    if try ChangeLog(connection).eraseWords(of: words.record, in: words.dot) {
      records.insert(words.record)
    }
  }

  private func mergeAnew(_ records: Set<RecordID>) throws {
    var states: [RecordID: RecordState] = [:]
    try forEachRun { changes in
      for change in changes {
        for edit in change.change.edits where records.contains(edit.record) {
          states[edit.record, default: RecordState(kind: edit.kind)]
            .apply(edit, in: change.change.context)
        }
      }
    }
    var merged = MergedState(connection)
    for (id, state) in states.sorted(by: { $0.key < $1.key }) {
      try merged.replace(id, with: state)
    }
    try merged.flush()
    try connection.run("INSERT INTO passageIndex (passageIndex) VALUES ('optimize')")
  }

  /// The words of a change that were said to be erased.
  private func erasedWords(in dot: Dot) throws -> [ErasedWords] {
    try connection.rows(
      "SELECT record FROM erasure WHERE replica = ? AND sequence = ? ORDER BY record",
      [.blob(dot.replica.bytes), SQLValue(dot.sequence)]
    ) { row in
      guard let record = row.text(0).flatMap(RecordID.init) else {
        throw StorageError.damaged(place: "erasure")
      }
      return ErasedWords(record: record, dot: dot)
    }
  }
}
