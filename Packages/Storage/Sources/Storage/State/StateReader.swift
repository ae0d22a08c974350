import Domain
import Sync

/// Reads the states of records. That of a record which a single change wrote is not stored: it is
/// made from the change, and the change that was opened last is kept, since its records come
/// together.
struct StateReader {
  /// A record as the file has it.
  struct Stored {
    /// The record's number.
    let number: Int64
    /// The number of its kind.
    let kind: UInt16
    /// The state; `nil` for a record that nobody has written.
    let state: RecordState?
    /// The only change that wrote the record, where that is known.
    var only: Dot?
  }

  /// The columns that ``read(_:from:)`` expects, from the first.
  static let columns = "number, high, kind, replica, sequence, state, low"

  private let connection: Connection
  private var opened: (dot: Dot, change: Change, edits: [RecordID: Int])?
  private var replicas: [Int64: ReplicaID] = [:]

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Reads one record; `nil` for one that nothing here speaks of.
  mutating func record(_ id: RecordID) throws -> Stored? {
    var reader = self
    let found = try connection.first(
      "SELECT \(Self.columns) FROM record WHERE \(RecordTable.isIdentified)", with: id.columns
    ) { row in try reader.read(row) }
    self = reader
    return found
  }

  /// The identifier of the record in a row.
  static func id(_ row: Row) -> RecordID { RecordID(row, high: 1, low: 6) }

  /// Reads the row of a record.
  mutating func read(_ row: Row) throws -> Stored {
    let id = Self.id(row)
    let kind = UInt16(clamping: row.integer(2))
    if row.isNull(4), row.isNull(5) {
      return Stored(number: row.integer(0), kind: kind, state: nil)
    }
    guard !row.isNull(4) else {
      return Stored(
        number: row.integer(0), kind: kind, state: try decoded(row.blob(5), of: id))
    }
    let dot = try dot(row.integer(3), row.integer(4))
    return Stored(
      number: row.integer(0), kind: kind, state: try state(of: id, madeBy: dot), only: dot)
  }

  /// The state that a single change makes of a record.
  mutating func state(of id: RecordID, madeBy dot: Dot) throws -> RecordState {
    if opened?.dot != dot {
      guard let change = try ChangeLog(connection).change(dot) else {
        throw StorageError.damaged(place: "record/\(id)")
      }
      let edits = Dictionary(
        zip(change.edits.map(\.record), change.edits.indices), uniquingKeysWith: { $1 })
      opened = (dot, change, edits)
    }
    guard let opened, let place = opened.edits[id] else {
      throw StorageError.damaged(place: "record/\(id)")
    }
    let edit = opened.change.edits[place]
    var state = RecordState(kind: edit.kind)
    state.apply(edit, in: opened.change.context)
    return state
  }

  private mutating func dot(_ number: Int64, _ sequence: Int64) throws -> Dot {
    if replicas[number] == nil {
      replicas[number] =
        try connection.first(
          "SELECT id FROM replica WHERE number = ?", .integer(number)
        ) { ReplicaID(bytes: $0.blob(0)) } ?? nil
    }
    guard let replica = replicas[number], let sequence = UInt64(exactly: sequence) else {
      throw StorageError.damaged(place: "record")
    }
    return Dot(replica: replica, sequence: sequence)
  }

  /// Reads a stored state; an empty one is as the changes left it that were folded.
  private func decoded(_ bytes: [UInt8], of id: RecordID) throws -> RecordState {
    if !bytes.isEmpty { return try Self.decode(bytes, of: id) }
    guard let folded = try CheckpointTable(connection).state(of: id) else {
      throw StorageError.damaged(place: "record/\(id)")
    }
    return folded
  }

  /// Reads a stored state; one that cannot be read is damage in the file.
  static func decode(_ bytes: [UInt8], of id: RecordID) throws(StorageError)
    -> RecordState
  {
    do {
      return try RecordState(decoding: Packing.unpack(bytes))
    } catch {
      throw StorageError.damaged(place: "record/\(id)")
    }
  }

  /// Calls `body` with every record that somebody wrote, in the order in which they became known;
  /// without what is stored of one that cannot be read.
  static func forEach(
    in connection: Connection, _ body: (RecordID, Stored?, Row) throws -> Void
  ) throws {
    var reader = StateReader(connection)
    try connection.forEach(
      """
      SELECT \(columns), visible FROM record WHERE sequence IS NOT NULL OR state IS NOT NULL
      ORDER BY number
      """
    ) { row in
      try body(id(row), try? reader.read(row), row)
    }
  }
}
