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
  /// known is not written again, and what a person wrote stays.
  public func importDocument(_ file: ImportedFile, clock: UInt64) throws -> ImportReport {
    try connection.transaction {
      let drafts = ImportDrafts(file, region: region).drafts
      let document = RecordID(NaturalKey(ImportedDocument.kind, file.sha256))
      let wasKnown = try MergedState.read(document, from: connection) != nil
      var transaction = WriteTransaction(connection, isPerson: false)
      for draft in drafts { try write(draft, in: &transaction) }
      let edits = transaction.edits
      if !edits.isEmpty {
        try append(edits, origin: .machine(extractor: file.extracted.extractor), clock: clock)
      }
      return ImportReport(
        document: document,
        outcome: edits.isEmpty ? .unchanged : wasKnown ? .updated : .imported,
        counts: Dictionary(drafts.map { ($0.kind, 1) }, uniquingKeysWith: +))
    }
  }

  private func write(_ draft: RecordDraft, in transaction: inout WriteTransaction) throws {
    for (field, values) in draft.values {
      try transaction.set(draft.id, draft.kind, field, to: values)
    }
    let sources = Set(draft.sources).sorted().map(FieldValue.source)
    try transaction.set(draft.id, draft.kind, .evidence, to: sources)
  }
}
