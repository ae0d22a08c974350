import Domain
import Sync

/// A record as the log makes it, change by change. Most are written by one change, which says it
/// all, so that its number is enough to keep.
enum ReplayedRecord {
  /// One change wrote the record.
  case written(by: Dot)
  /// What several changes made of it, or some that were folded.
  indirect case merged(RecordState)

  /// The only change that wrote the record.
  var only: Dot? {
    if case .written(let dot) = self { dot } else { nil }
  }

  /// Applies what another change does to the record.
  mutating func apply(
    _ edit: RecordEdit, in context: WriteContext, _ reader: inout StateReader
  ) throws {
    var state = try state(of: edit.record, &reader)
    // So that the state is changed in its place and not copied.
    self = .written(by: context.dot)
    state.apply(edit, in: context)
    self = .merged(state)
  }

  /// The state of the record, whose identifier is `id`.
  func state(of id: RecordID, _ reader: inout StateReader) throws -> RecordState {
    switch self {
    case .written(let dot): try reader.state(of: id, madeBy: dot)
    case .merged(let state): state
    }
  }
}
