import Domain
import Sync

/// The states of the records that a transaction touches: read when first needed, changed in memory,
/// written and projected once at the end, however many changes there were.
struct MergedState {
  /// Whether own changes are written together once ``flush()`` is called, and not each by itself.
  let gathers: Bool
  private let connection: Connection
  private var reader: StateReader
  private var numbers: RecordNumbers
  private var records: [RecordID: Known] = [:]
  private var touched: [Touched] = []
  private var appliedChanges = 0
  /// The own change that was applied last, until the log has it.
  private var sealing: Sealing.Begun?

  /// A record that waits to be written.
  private struct Touched {
    let id: RecordID
    /// The first of the changes applied here that wrote it, counted from 0.
    let change: Int
    var kind: UInt16 = 0
  }

  /// What is known of a record that was looked at.
  private struct Known {
    /// The state as it is now; `nil` for a record that nobody has written.
    var state: RecordState?
    /// What the file has; `nil` for a record that nothing there speaks of.
    var stored: StateReader.Stored?
    /// The only change that wrote the record, if that was written here first.
    var only: Dot?
    var isTouched = false

    mutating func apply(_ edit: RecordEdit, in context: WriteContext) {
      only = state == nil ? context.dot : nil
      if state == nil { state = RecordState(kind: edit.kind) }
      state?.apply(edit, in: context)
    }

    /// Takes note that the record waits to be written; `false` where it did already.
    mutating func touch() -> Bool {
      defer { isTouched = true }
      return !isTouched
    }
  }

  init(_ connection: Connection, gathers: Bool = false) {
    self.connection = connection
    self.gathers = gathers
    reader = StateReader(connection)
    numbers = RecordNumbers(connection)
  }

  /// The most records that should be held, so that memory is bounded.
  private static let mostKnown = 128_000

  /// Writes everything and forgets what was read, where that has become much: all of it is one
  /// transaction, but not all of it need be in memory.
  mutating func makeRoom() throws {
    guard records.count > Self.mostKnown else { return }
    try flush()
    self = MergedState(connection, gathers: gathers)
  }

  /// The state of a record; `nil` for one that nobody has written.
  mutating func state(of id: RecordID) throws -> RecordState? {
    if let known = records[id] { return known.state }
    let found = try reader.record(id)
    records[id] = Known(state: found?.state, stored: found)
    return found?.state
  }

  /// Whether anything in the file speaks of a record.
  mutating func isMentioned(_ id: RecordID) throws -> Bool {
    try state(of: id) != nil || records[id]?.stored != nil
  }

  /// Takes note that nothing in the file speaks of a record, so that nobody looks for it.
  mutating func noteUnmentioned(_ id: RecordID) {
    if records[id] == nil { records[id] = Known() }
  }

  /// Applies a change, all of whose dependencies were applied before.
  mutating func apply(_ change: Change) throws {
    let context = change.context
    for edit in change.edits {
      if records[edit.record] == nil { _ = try state(of: edit.record) }
      records[edit.record]?.apply(edit, in: context)
      touch(edit.record)
    }
    appliedChanges += 1
  }

  /// Applies a change of this replica, which the log has no row of. Its bytes are made while others
  /// are applied or states are written, and the log gets them as late as can be.
  mutating func apply(_ change: Change, sealing: Sealing.Begun) throws {
    try finishLog()
    self.sealing = sealing
    try apply(change)
  }

  /// Adds to the log what was applied and is not there yet.
  mutating func finishLog() throws {
    guard let last = sealing.take() else { return }
    try ChangeLog(connection).append(last.finish())
  }

  /// Puts a state that was merged anew in the place of the one that is stored.
  mutating func replace(_ id: RecordID, with state: RecordState) throws {
    if records[id] == nil { _ = try self.state(of: id) }
    records[id]?.state = state
    records[id]?.only = nil
    touch(id)
  }

  private mutating func touch(_ id: RecordID) {
    if records[id]?.touch() == true { touched.append(Touched(id: id, change: appliedChanges)) }
  }

  /// Writes every state that was changed and everything that is derived from it.
  ///
  /// Records of one change get numbers that follow each other, so that who goes through all opens
  /// each change once. Rows come kind by kind, so that what they repeat of documents and meetings
  /// is there before them.
  mutating func flush() throws {
    if touched.isEmpty { return try finishLog() }
    var projection = Projection(connection, numbers)
    // Kept in one place only, so that noting a number does not copy them all.
    numbers = RecordNumbers(connection)
    for place in touched.indices {
      touched[place].kind = records[touched[place].id]?.state?.kind ?? 0
    }
    touched.sort { ($0.change, $0.kind, $0.id) < ($1.change, $1.kind, $1.id) }
    try writeStates(&projection)
    touched.sort { ($0.kind, $0.change, $0.id) < ($1.kind, $1.change, $1.id) }
    // The texts of documents stand in the log.
    if touched.contains(where: { $0.kind == ImportedDocument.kind.id }) { try finishLog() }
    try projectRows(&projection)
    try finishLog()
    try projection.finish()
    numbers = projection.numbers
    touched.removeAll()
  }

  private mutating func writeStates(_ projection: inout Projection) throws {
    var table = RecordTable(connection)
    for id in touched.map(\.id) {
      records[id]?.isTouched = false
      guard let known = records[id], let state = known.state else { continue }
      guard let before = known.stored else {
        // Others may have referred to it, and have given it a number.
        if let number = projection.numbers.known(id) {
          try table.update(number, state, madeBy: known.only)
        } else {
          projection.numbers.note(try table.insert(id, state, madeBy: known.only), of: id)
        }
        continue
      }
      try table.update(before.number, state, madeBy: known.only)
      projection.numbers.note(before.number, of: id)
      if let kind = before.state?.kind, kind != state.kind {
        try projection.remove(id, kind: kind)
      }
    }
  }

  private mutating func projectRows(_ projection: inout Projection) throws {
    for id in touched.map(\.id) {
      guard let known = records[id], let state = known.state else { continue }
      try projection.project(
        id, state, before: known.stored?.state, isNew: known.stored == nil)
      guard let number = projection.numbers.known(id) else { continue }
      records[id]?.stored = StateReader.Stored(number: number, kind: state.kind, state: state)
    }
  }

  /// Reads one state from the file.
  static func read(_ id: RecordID, from connection: Connection) throws -> RecordState? {
    var reader = StateReader(connection)
    return try reader.record(id)?.state
  }
}
