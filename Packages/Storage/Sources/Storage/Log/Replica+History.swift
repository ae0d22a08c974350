public import Domain
import Sync

/// What one change did to a record.
public struct HistoryEntry: Sendable {
  /// Who did it, and when.
  public let author: Conflict.Author
  /// What was done, in the order of the fields.
  public let steps: [Step]

  /// One write.
  public enum Step: Sendable {
    /// A field got a value, or lost it.
    case assigned(Field, FieldValue?)
    /// A value came into a set.
    case inserted(Field, FieldValue)
    /// A value went out of a set.
    case removed(Field, FieldValue)
    /// Parts of a text were edited.
    case edited(Field)
    /// The record was deleted.
    case deleted
    /// The record was kept, or brought back.
    case restored
    /// Words that were written to the record were erased.
    case erased
  }
}

extension Replica {
  /// Who changed what of a record and when, the oldest first; what extractors say of evidence is
  /// left out. Linear in the length of the log.
  public func history(of id: RecordID) throws -> [HistoryEntry] {
    try connection.reading {
      let log = ChangeLog(connection)
      var entries: [(timestamp: HybridTimestamp, dot: Dot, steps: [HistoryEntry.Step])] = []
      try log.forEachChange { change in
        guard let edit = change.edits.first(where: { $0.record == id }) else { return }
        let kind = RecordKind.with(id: edit.kind)
        let steps = edit.operations.compactMap { HistoryEntry.Step($0, of: kind) }
        if !steps.isEmpty { entries.append((change.timestamp, change.dot, steps)) }
      }
      return try entries.sorted { ($0.timestamp, $0.dot) < ($1.timestamp, $1.dot) }.map { entry in
        HistoryEntry(author: try author(of: entry.dot), steps: entry.steps)
      }
    }
  }
}

extension HistoryEntry.Step {
  fileprivate init?(_ operation: Operation, of kind: RecordKind?) {
    switch operation {
    case .assign(let number, let value, _):
      guard let field = kind?.field(number) else { return nil }
      self = .assigned(field, value)
    case .insert(let number, let element):
      guard let field = kind?.field(number), field != .evidence else { return nil }
      self = .inserted(field, element)
    case .remove(let number, let element, _):
      guard let field = kind?.field(number), field != .evidence else { return nil }
      self = .removed(field, element)
    case .text(let number, _):
      guard let field = kind?.field(number) else { return nil }
      self = .edited(field)
    case .delete: self = .deleted
    case .withdraw: return nil
    case .restore: self = .restored
    case .erase: self = .erased
    case .unknown: return nil
    }
  }
}
