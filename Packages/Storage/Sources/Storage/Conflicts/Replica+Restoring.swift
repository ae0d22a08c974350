public import Domain
import Sync

/// A record that somebody deleted; what was written to it is still known.
public struct DeletedRecord: Sendable {
  /// The identifier.
  public let id: RecordID
  /// The kind.
  public let kind: RecordKind
  /// The region that it belonged to; empty when nobody said.
  public let region: String
}

extension Replica {
  /// The one deleted record whose identifier starts with `prefix`.
  public func deletedRecord(withPrefix prefix: String) throws -> DeletedRecord {
    try connection.reading {
      let id = try record(withPrefix: prefix, isDeleted: true)
      guard let state = try MergedState.read(id, from: connection),
        let kind = RecordKind.with(id: state.kind)
      else { throw StorageError.noSuchRecord(prefix) }
      return DeletedRecord(
        id: id, kind: kind, region: state.shown(Field.region.id)?.plain ?? "")
    }
  }

  /// Brings a deleted record back as it was.
  public func restore(_ deleted: DeletedRecord, author: String, clock: UInt64) throws {
    try changing {
      try write(author: author, clock: clock) { transaction in
        try transaction.restore(deleted.id, deleted.kind)
      }
    }
  }
}
