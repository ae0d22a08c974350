import Domain
import Sync

/// The states of the records that a transaction touches: read when first needed, changed in memory,
/// written and projected once at the end, however many changes there were.
struct MergedState {
  private let connection: Connection
  private var reader: StateReader
  private var numbers: RecordNumbers
  private var states: [RecordID: RecordState] = [:]
  /// What the file has of the records that were looked at; `nil` inside for what it has not.
  private var stored: [RecordID: StateReader.Stored?] = [:]
  /// The only change that wrote a record, of those that were written here first.
  private var only: [RecordID: Dot] = [:]
  private var touched: Set<RecordID> = []

  init(_ connection: Connection) {
    self.connection = connection
    reader = StateReader(connection)
    numbers = RecordNumbers(connection)
  }

  /// How many records wait to be written.
  var changedCount: Int { touched.count }

  /// The state of a record; `nil` for one that nobody has written.
  mutating func state(of id: RecordID) throws -> RecordState? {
    if let known = states[id] { return known }
    if stored[id] != nil { return nil }
    let found = try reader.record(id)
    stored[id] = .some(found)
    states[id] = found?.state
    return found?.state
  }

  /// Applies a change, all of whose dependencies were applied before.
  mutating func apply(_ change: Change) throws {
    let context = change.context
    for edit in change.edits {
      if try state(of: edit.record) == nil {
        states[edit.record] = RecordState(kind: edit.kind)
        only[edit.record] = change.dot
      } else {
        only[edit.record] = nil
      }
      states[edit.record]?.apply(edit, in: context)
      touched.insert(edit.record)
    }
  }

  /// Puts a state that was merged anew in the place of the one that is stored.
  mutating func replace(_ id: RecordID, with state: RecordState) throws {
    _ = try self.state(of: id)
    states[id] = state
    only[id] = nil
    touched.insert(id)
  }

  /// Writes every state that was changed and everything that is derived from it. Kinds come in
  /// their order, so that what rows repeat of documents and meetings is there before them.
  mutating func flush() throws {
    var projection = Projection(connection, numbers)
    var table = RecordTable(connection)
    var records: [(id: RecordID, state: RecordState, before: StateReader.Stored?)] = []
    for id in touched {
      if let state = states[id] { records.append((id, state, stored[id] ?? nil)) }
    }
    records.sort { ($0.state.kind, $0.id) < ($1.state.kind, $1.id) }
    for (id, state, before) in records {
      let number: Int64
      if let before {
        number = before.number
        try table.update(number, state, madeBy: only[id])
      } else {
        number = try table.insert(id, state, madeBy: only[id])
      }
      projection.numbers.note(number, of: id)
      stored[id] = StateReader.Stored(number: number, kind: state.kind, state: state)
      if let known = before?.state, known.kind != state.kind {
        try projection.remove(id, kind: known.kind)
      }
    }
    for (id, state, before) in records {
      try projection.project(id, state, isNew: before == nil)
    }
    try projection.finish()
    numbers = projection.numbers
    touched.removeAll()
  }

  /// Reads one state from the file.
  static func read(_ id: RecordID, from connection: Connection) throws -> RecordState? {
    var reader = StateReader(connection)
    return try reader.record(id)?.state
  }
}
