import Domain
import Sync

extension Replica {
  /// Erases in the log and in what was folded what changes say is to be erased, and merges the
  /// records concerned anew, so that states are what everybody makes of the log who has the words
  /// no more.
  ///
  /// A region erases what it wrote itself and nothing else; what a change says of others' words, or
  /// of words that it has not seen, is not obeyed. Linear in the length of the log when there is
  /// something to erase.
  /// - Returns: Whether records were merged anew.
  @discardableResult
  func carryOutErasures(in changes: [Change]) throws -> Bool {
    let table = ErasureTable(connection)
    let checkpoint = CheckpointTable(connection)
    var records: Set<RecordID> = []
    let new =
      try changes.flatMap(table.words(erasedBy:)) + table.words(foldedByErasersOf: changes)
    for words in new {
      try table.insert(words)
      if try eraseWords(words) { records.insert(words.record) }
    }
    // What others still had comes back with words that were erased here.
    if try !table.isEmpty {
      for words in try changes.flatMap({ try table.words(writtenBy: $0.dot) })
      where try eraseWords(words) {
        records.insert(words.record)
      }
    }
    let folded = try checkpoint.vector()
    if new.contains(where: { folded.contains($0.dot) }) { try checkpoint.seal(by: signingKey) }
    if !records.isEmpty {
      try mergeAnew(records)
      Files.remove(files.replacedLog)
    }
    return !records.isEmpty
  }

  /// Whether words are there that were said to be erased.
  func hasWords(_ words: ErasedWords) throws -> Bool {
    if try ChangeLog(connection).hasWords(of: words.record, in: words.dot) { return true }
    var folded = try CheckpointTable(connection).state(of: words.record)
    return folded?.eraseWords(of: [words.dot]) == true
  }

  private func eraseWords(_ words: ErasedWords) throws -> Bool {
    try ErasureTable(connection).overwriteDeleted()
    if try ChangeLog(connection).eraseWords(of: words.record, in: words.dot) { return true }
    return try CheckpointTable(connection).eraseWords(words)
  }

  private func mergeAnew(_ records: Set<RecordID>) throws {
    var states: [RecordID: RecordState] = [:]
    for id in records { states[id] = try CheckpointTable(connection).state(of: id) }
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
}
