public import Domain
import Sync

extension Replica {
  /// Erases a person (Regulation (EU) 2016/679, article 17): records about the person go, the name
  /// is covered in every text that documents with it brought, and the words that this region wrote
  /// with it leave the log, here and wherever the change arrives. Hashes and signatures still hold.
  ///
  /// Linear in the length of the log and in the number of records.
  /// - Parameters:
  ///   - person: A person, an attendance or a contact.
  ///   - everywhere: Whether every document is searched for the name, not only those that the
  ///     record and those joined with it come from.
  ///   - isTrial: Whether only to find out what would be erased.
  /// - Throws: ``StorageError/notAPerson(_:)`` for a record that names nobody.
  public func erase(
    _ person: RecordID, everywhere: Bool = false, isTrial: Bool = false, author: String,
    clock: UInt64
  ) throws -> ErasureReport {
    if isTrial {
      return try connection.reading { try plan(for: person, everywhere: everywhere).report }
    }
    let report = try changing {
      let plan = try plan(for: person, everywhere: everywhere)
      try write(plan, author: author, clock: clock)
      return plan.report
    }
    try settle()
    return report
  }

  private func plan(for person: RecordID, everywhere: Bool) throws -> ErasurePlan {
    let scope = try ErasureScope(
      of: person, kind(of: person), everywhere: everywhere, connection)
    let folded = try CheckpointTable(connection).vector().entries.compactMap { writer, last in
      try ReplicaTable.region(of: writer, in: connection) == region
        ? Dot(replica: writer, sequence: last) : nil
    }
    var plan = ErasurePlan(scope, try scope.others(connection), folded: folded)
    try StateReader.forEach(in: connection) { id, stored, _ in
      guard let state = stored?.state else {
        throw StorageError.damaged(place: "record/\(id)")
      }
      plan.note(id, state)
    }
    for (id, state) in try CheckpointTable(connection).states() {
      plan.noteFolded(id)
      let words = Dictionary(grouping: state.words, by: \.dot)
      for (dot, words) in words.sorted(by: { $0.key < $1.key }) {
        try note(id, words, of: dot, isFolded: true, in: &plan)
      }
    }
    try forEachRun { changes in
      for change in changes {
        for edit in change.change.edits {
          let dot = change.change.dot
          try note(edit.record, edit.words(of: dot), of: dot, isFolded: false, in: &plan)
        }
      }
    }
    return plan
  }

  private func note(
    _ id: RecordID, _ words: [WrittenWords], of dot: Dot, isFolded: Bool,
    in plan: inout ErasurePlan
  ) throws {
    let writer = try ReplicaTable.region(of: dot.replica, in: connection)
    plan.note(id, words, isFolded: isFolded, isOwn: writer == region, from: writer)
  }

  private func write(_ plan: ErasurePlan, author: String, clock: UInt64) throws {
    let author = author.trimmed
    guard author.isName else { throw StorageError.badAuthor(author) }
    if !plan.repetitions.isEmpty {
      try append(plan.repetitions, origin: .machine(extractor: "erase/1"), clock: clock)
    }
    if !plan.erasures.isEmpty {
      try append(plan.erasures, origin: .person(name: author), clock: clock)
    }
  }
}
