import Domain
import Sync

/// The states of the records that a transaction touches: read when first needed, changed in memory,
/// written and projected once at the end, however many changes there were.
struct MergedState {
  private let connection: Connection
  private var states: [RecordID: RecordState] = [:]
  private var kinds: [RecordID: UInt16] = [:]
  private var touched: [RecordID] = []

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The state of a record; `nil` for one that nobody has written.
  mutating func state(of id: RecordID) throws -> RecordState? {
    if let known = states[id] { return known }
    let found = try MergedState.read(id, from: connection)
    states[id] = found
    kinds[id] = found?.kind
    return found
  }

  /// Applies a change, all of whose dependencies were applied before.
  mutating func apply(_ change: Change) throws {
    let context = change.context
    for edit in change.edits {
      if try state(of: edit.record) == nil {
        states[edit.record] = RecordState(kind: edit.kind)
      }
      states[edit.record]?.apply(edit, in: context)
      touched.append(edit.record)
    }
  }

  /// Puts a state that was merged anew in the place of the one that is stored.
  mutating func replace(_ id: RecordID, with state: RecordState) throws {
    _ = try self.state(of: id)
    states[id] = state
    touched.append(id)
  }

  /// Writes every state that was changed and everything that is derived from it.
  mutating func flush() throws {
    var projection = Projection(connection)
    let touched = Set(touched)
    for id in touched.sorted() {
      guard let state = states[id] else { continue }
      try connection.run(
        """
        INSERT INTO record (id, kind, visible, state) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE
        SET kind = excluded.kind, visible = excluded.visible, state = excluded.state
        """,
        .text(id.description), SQLValue(state.kind), SQLValue(state.isVisible ? 1 : 0),
        .blob(Packing.pack(state.encoded())))
      if let before = kinds[id], before != state.kind { try projection.remove(id, kind: before) }
      try projection.project(id, state)
    }
    try projection.finish(states.filter { touched.contains($0.key) })
    self.touched.removeAll()
  }

  /// Reads one state from the file.
  static func read(_ id: RecordID, from connection: Connection) throws -> RecordState? {
    let found = try connection.first(
      "SELECT state FROM record WHERE id = ?", .text(id.description)
    ) { row in row.blob(0) }
    return try found.map { try decode($0, of: id.description) }
  }

  /// Reads a stored state; one that cannot be read is damage in the file.
  static func decode(_ bytes: [UInt8], of id: String) throws(StorageError) -> RecordState {
    do {
      return try RecordState(decoding: Packing.unpack(bytes))
    } catch {
      throw StorageError.damaged(place: "record/\(id)")
    }
  }
}
