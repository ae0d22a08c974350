public import Domain
import Sync

/// What an import of one file did.
public struct ImportReport: Sendable, Hashable {
  /// What became of the file.
  public enum Outcome: String, Sendable {
    /// The document is new.
    case imported
    /// The document was known, and something about it is new.
    case updated
    /// Everything was known already.
    case unchanged
    /// Somebody deleted the document, which stays so; nothing was imported.
    case deleted
  }

  /// The document's record.
  public var document: RecordID
  /// What became of it.
  public var outcome: Outcome
  /// How many records of each kind the document states.
  public var counts: [RecordKind: Int]
}

extension Replica {
  /// Imports a document as one transaction and one change of the extractor. Repeatable: what is
  /// known is not written again, what an extractor found before and this one does not is taken
  /// back, and what a person wrote stays.
  /// - Parameter scope: Whether all regions may have what the document says.
  public func importDocument(
    _ file: ImportedFile, scope: Scope = .shared, clock: UInt64
  ) throws -> ImportReport {
    try changing {
      var states: MergedState?
      return try take(file, scope: scope, clock: clock, knowing: &states)
    }
  }

  /// Imports documents, each as one change, which become durable together: many times faster than
  /// one by one. Where one fails, none of them is there.
  public func importDocuments(
    _ files: [ImportedFile], scope: Scope = .shared, clock: UInt64
  ) throws -> [ImportReport] {
    try changing {
      connection.indexesLater = true
      defer {
        connection.indexesLater = false
        connection.documentsToIndex.removeAll()
      }
      // What several documents speak of is read once, and written once.
      var states: MergedState? = MergedState(connection, gathers: true)
      var waiting: Set<RecordID> = []
      let reports = try files.map { file in
        // What a document said before is asked of the tables.
        if !waiting.insert(ImportDrafts.document(file)).inserted { try states?.flush() }
        let report = try take(file, scope: scope, clock: clock, knowing: &states)
        try states?.makeRoom()
        return report
      }
      try states?.flush()
      try SearchIndex(connection).renew(connection.documentsToIndex)
      return reports
    }
  }

  private func take(
    _ file: ImportedFile, scope: Scope, clock: UInt64, knowing states: inout MergedState?
  ) throws -> ImportReport {
    let document = ImportDrafts.document(file)
    var transaction = WriteTransaction(connection, isPerson: false, knowing: states.take())
    defer { states = transaction.states }
    let known = try transaction.state(of: document)
    if let known, !known.isVisible {
      return ImportReport(document: document, outcome: .deleted, counts: [:])
    }
    let internalLogs = try ReplicaTable.internalLogs(connection)
    // What a better extractor finds in a document that is internal is internal too, or the shared
    // log would name what nobody else has.
    let isInternal = known.map { self.isInternal($0, among: internalLogs) } ?? false
    let scope: Scope = isInternal ? .internal : scope
    // Of a document that names no region, the first office that imported it said which.
    let drafts = ImportDrafts(file, region: known?.shown(Field.region.id)?.text ?? region)
    // Nobody can have written what only this document leads to before anybody spoke of it.
    let isNew = try !transaction.states.isMentioned(document)
    for draft in drafts.drafts {
      if isNew, !draft.isShared { transaction.states.noteUnmentioned(draft.id) }
      try transaction.write(draft, of: document)
    }
    if !isNew { try withdraw(from: document, allBut: drafts.drafts, in: &transaction) }
    let edits = transaction.edits
    if !edits.isEmpty {
      try append(
        edits, origin: .machine(extractor: file.extracted.extractor), scope: scope, clock: clock,
        knowing: &transaction.states)
    }
    return ImportReport(
      document: document,
      outcome: edits.isEmpty ? .unchanged : known == nil ? .imported : .updated,
      counts: Dictionary(drafts.drafts.map { ($0.kind, 1) }, uniquingKeysWith: +))
  }

  /// Takes back what the document said before and does not say now.
  private func withdraw(
    from document: RecordID, allBut drafts: [RecordDraft], in transaction: inout WriteTransaction
  ) throws {
    let found = Set(drafts.map(\.id))
    for (id, kind) in try records(provedBy: document) where !found.contains(id) {
      try transaction.withdraw(id, kind, provedBy: document)
    }
  }

  /// The records that a place in the document proves.
  private func records(provedBy document: RecordID) throws -> [(RecordID, RecordKind)] {
    try connection.rows(
      """
      SELECT kind, high, low FROM record WHERE number IN (\(EvidenceSchema.recordsOfDocument))
      ORDER BY high, low
      """, [SQLValue(RecordNumbers.find(document, in: connection) ?? 0)]
    ) { row in
      guard let kind = RecordKind.with(id: UInt16(clamping: row.integer(0))) else {
        throw StorageError.damaged(place: "evidence")
      }
      return (RecordID(row, high: 1, low: 2), kind)
    }
  }
}
