import Domain
import Sync

/// Signed runs that came before the changes that they build on: a stick that overtook another. They
/// are applied as soon as these are there.
struct WaitingRoom {
  private let connection: Connection

  /// The bytes that may wait.
  private static let mostBytes = 64 << 20
  /// The runs that may wait.
  private static let mostRuns = 1_000

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Keeps a run that was authenticated; `false` when there is no room.
  func keep(_ segment: LogSegment) throws -> Bool {
    let bytes = segment.encoded()
    let taken = try connection.first(
      "SELECT count(*), coalesce(sum(length(segment)), 0) FROM waiting"
    ) { row in (runs: row.integer(0), bytes: row.integer(1)) }
    guard let taken, taken.runs < Self.mostRuns, Int(taken.bytes) + bytes.count <= Self.mostBytes
    else { return false }
    try connection.run(
      "INSERT OR REPLACE INTO waiting (replica, first, last, segment) VALUES (?, ?, ?, ?)",
      .blob(segment.replica.bytes), SQLValue(segment.firstSequence),
      SQLValue(segment.lastSequence), .blob(bytes))
    return true
  }

  /// The runs that wait.
  func segments() throws -> [LogSegment] {
    try connection.rows("SELECT segment FROM waiting ORDER BY replica, first, last") { row in
      do {
        return try LogSegment(decoding: row.blob(0))
      } catch {
        throw StorageError.damaged(place: "waiting")
      }
    }
  }

  /// Lets go what is known by now, or will never fit.
  func release(_ segment: LogSegment) throws {
    try connection.run(
      "DELETE FROM waiting WHERE replica = ? AND first = ? AND last = ?",
      .blob(segment.replica.bytes), SQLValue(segment.firstSequence),
      SQLValue(segment.lastSequence))
  }

  /// How many changes wait.
  func count() throws -> Int {
    try connection.first("SELECT coalesce(sum(last - first + 1), 0) FROM waiting") { row in
      Int(row.integer(0))
    } ?? 0
  }
}

/// Replicas that signed two histories: what contradicts the one here is left out, and nothing else
/// waits for it.
struct Quarantine {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Keeps the proof, the first for each replica.
  func add(_ segment: LogSegment, from sequence: UInt64) throws {
    try connection.run(
      "INSERT OR IGNORE INTO quarantine (replica, sequence, segment) VALUES (?, ?, ?)",
      .blob(segment.replica.bytes), SQLValue(sequence), .blob(segment.encoded()))
  }

  /// The replicas.
  func replicas() throws -> [ReplicaID] {
    try connection.rows("SELECT replica FROM quarantine ORDER BY replica") { row in
      ReplicaID(bytes: row.blob(0))
    }.compactMap(\.self)
  }
}
