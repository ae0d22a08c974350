import Domain
import Sync

/// The log of changes: what every replica did, in the bytes that were signed.
struct ChangeLog {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The last change that is known of each replica.
  func versionVector() throws -> VersionVector {
    var vector = VersionVector()
    try connection.forEach(
      """
      SELECT id, (SELECT max(sequence) FROM change WHERE change.replica = replica.number)
      FROM replica
      """
    ) { row in
      guard let id = ReplicaID(bytes: row.blob(0)) else {
        throw StorageError.damaged(place: "replica")
      }
      vector[id] = try ChangeLog.sequence(row, 1)
    }
    return vector
  }

  /// The same of the logs that all regions may have.
  func sharedVector() throws -> VersionVector {
    var vector = try versionVector()
    for log in try ReplicaTable.internalLogs(connection) { vector[log] = 0 }
    return vector
  }

  /// The end of a replica's chain; `nil` when nothing of it is known.
  func head(of replica: ReplicaID) throws -> LogHead? {
    try connection.first(
      """
      SELECT change.sequence, change.hash
      FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? ORDER BY change.sequence DESC LIMIT 1
      """, .blob(replica.bytes)
    ) { row in
      guard let hash = ChangeHash(bytes: row.blob(1)) else {
        throw StorageError.damaged(place: "change")
      }
      return LogHead(sequence: try ChangeLog.sequence(row, 0), hash: hash)
    }
  }

  /// The clock that the next change continues from: ahead of everything this replica wrote, and of
  /// everything it received that is not implausibly far in the future.
  func clock(of own: ReplicaID, now: UInt64) throws -> HybridClock {
    let last = try connection.first(
      """
      SELECT max(timestamp) FROM change
      WHERE replica = (SELECT number FROM replica WHERE id = ?)
      """, .blob(own.bytes)
    ) { row in row.integer(0) }
    var clock = HybridClock(latest: HybridTimestamp(rawValue: UInt64(bitPattern: last ?? 0)))
    let bound = HybridTimestamp(milliseconds: now + HybridClock.allowedDrift)
    let seen = try connection.first(
      """
      SELECT max((SELECT max(timestamp) FROM change WHERE replica = number AND timestamp < ?))
      FROM replica
      """, .integer(Int64(clamping: bound.rawValue))
    ) { row in row.integer(0) }
    clock.observe(HybridTimestamp(rawValue: UInt64(bitPattern: seen ?? 0)), now: now)
    return clock
  }

  static func sequence(_ row: Row, _ column: Int) throws(StorageError) -> UInt64 {
    guard let sequence = UInt64(exactly: row.integer(column)) else {
      throw StorageError.damaged(place: "change")
    }
    return sequence
  }

  /// Adds a change of this replica.
  func append(_ row: Sealing.Row) throws {
    try append(
      row.change.change, row.content, hash: row.change.hash, signature: row.change.signature)
  }

  /// Adds a change. Its replica has introduced itself before.
  func append(
    _ change: Change, sealed: SealedChange, hash: ChangeHash, signature: [UInt8]?
  ) throws {
    let content = ChangeContent(sealed, of: change, by: connection.packer)
    try append(change, content, hash: hash, signature: signature)
  }

  private func append(
    _ change: Change, _ content: ChangeContent, hash: ChangeHash, signature: [UInt8]?
  ) throws {
    guard let number = try ReplicaTable.number(of: change.dot.replica, in: connection) else {
      throw SyncError(.unknownKey, replica: change.dot.replica, sequence: change.dot.sequence)
    }
    try connection.run(
      """
      INSERT INTO change
        (replica, sequence, timestamp, person, author, hash, signature, sealed, text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(number), SQLValue(change.dot.sequence), SQLValue(change.timestamp.rawValue),
      SQLValue(change.isPerson ? 1 : 0), .text(change.origin.name), .blob(hash.bytes),
      signature.map(SQLValue.blob) ?? .null, .blob(content.packed), SQLValue(content.text))
  }

  /// The changes of a replica after one and up to another, whose signature proves them all.
  func segment(of replica: ReplicaID, after sequence: UInt64, through last: UInt64) throws
    -> LogSegment
  {
    var signature: [UInt8] = []
    let changes = try connection.rows(
      """
      SELECT \(ChangeContent.columns), signature
      FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND sequence > ? AND sequence <= ? ORDER BY sequence
      """, [.blob(replica.bytes), SQLValue(sequence), SQLValue(last)]
    ) { row in
      signature = row.blob(2)
      return try ChangeContent(row, 0).sealed(of: replica)
    }
    return LogSegment(
      replica: replica, firstSequence: sequence + 1,
      previous: try hash(of: Dot(replica: replica, sequence: sequence)), changes: changes,
      signature: signature)
  }

  /// The hash of a change; `nil` for one that is not here.
  func hash(of dot: Dot) throws -> ChangeHash? {
    let found = try connection.first(
      """
      SELECT hash FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND sequence = ?
      """, .blob(dot.replica.bytes), SQLValue(dot.sequence)
    ) { row in row.blob(0) }
    return found.flatMap(ChangeHash.init)
  }

  /// The changes of a replica after one, decoded.
  func changes(of replica: ReplicaID, after sequence: UInt64) throws -> [Change] {
    try connection.rows(
      """
      SELECT \(ChangeContent.columns), sequence
      FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND sequence > ? ORDER BY sequence
      """, [.blob(replica.bytes), SQLValue(sequence)]
    ) { row in
      try ChangeLog.change(ChangeContent(row, 0), replica, ChangeLog.sequence(row, 2))
    }
  }

  /// Forgets the changes of a replica after one.
  func removeChanges(of replica: ReplicaID, after sequence: UInt64) throws {
    try connection.run(
      """
      DELETE FROM change
      WHERE replica = (SELECT number FROM replica WHERE id = ?) AND sequence > ?
      """, .blob(replica.bytes), SQLValue(sequence))
  }

  /// Calls `body` with every change that was not folded, in no order that matters.
  func forEachChange(_ body: (Change) throws -> Void) throws {
    try connection.forEach(
      """
      SELECT \(ChangeContent.columns), sequence, replica.id
      FROM change JOIN replica ON replica.number = change.replica
      WHERE length(sealed) > 0 ORDER BY change.replica, sequence
      """
    ) { row in
      guard let replica = ReplicaID(bytes: row.blob(3)) else {
        throw StorageError.damaged(place: "replica")
      }
      try body(ChangeLog.change(ChangeContent(row, 0), replica, ChangeLog.sequence(row, 2)))
    }
  }

  /// Erases the words that a change wrote to a record; `false` when there are none any more.
  func eraseWords(of record: RecordID, in dot: Dot) throws -> Bool {
    guard let sealed = try sealed(dot) else { return false }
    guard let rest = try sealed.erasingWords(of: record) else { return false }
    let content = try ChangeContent(
      rest, of: Change(opening: rest, at: dot), by: connection.packer)
    // The index is told which words to forget.
    if content.text == nil { try DocumentTexts(connection).keepText(of: dot) }
    try put(content, as: dot)
    return true
  }

  /// Whether words are there that a change wrote to a record.
  func hasWords(of record: RecordID, in dot: Dot) throws -> Bool {
    try sealed(dot)?.hasWords(of: record) == true
  }

  /// What a change was made on; its own replica is left out.
  func dependencies(of dot: Dot) throws -> VersionVector {
    try outline(of: dot).dependencies
  }

  /// What a change says of itself before its content. It must be there whole, or the last of its
  /// replica that was folded.
  func outline(of dot: Dot) throws -> ChangeOutline {
    try ChangeOutline(of: CheckpointTable(connection).sealed(dot), at: dot)
  }

  /// A change, decoded; `nil` for one that is not here, or was folded.
  func change(_ dot: Dot) throws -> Change? {
    try sealed(dot).map { try Change(opening: $0, at: dot) }
  }

  private func sealed(_ dot: Dot) throws -> SealedChange? {
    try connection.first(
      """
      SELECT \(ChangeContent.columns) FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND sequence = ? AND length(sealed) > 0
      """, .blob(dot.replica.bytes), SQLValue(dot.sequence)
    ) { row in try ChangeContent(row, 0).sealed(of: dot.replica) }
  }

  private static func change(
    _ content: ChangeContent, _ replica: ReplicaID, _ sequence: UInt64
  ) throws -> Change {
    try Change(
      opening: content.sealed(of: replica), at: Dot(replica: replica, sequence: sequence))
  }

  /// Puts the bytes of a change in the place of those that the log has.
  private func put(_ content: ChangeContent, as dot: Dot) throws {
    try connection.run(
      """
      UPDATE change SET sealed = ?, text = ?
      WHERE replica = (SELECT number FROM replica WHERE id = ?) AND sequence = ?
      """, .blob(content.packed), SQLValue(content.text), .blob(dot.replica.bytes),
      SQLValue(dot.sequence))
  }

  /// Takes the texts of documents out of the bytes of all changes, as new ones have it.
  @Sendable
  static func fillTexts(_ connection: Connection) throws {
    let log = ChangeLog(connection)
    for dot in try log.dots() {
      guard let sealed = try log.sealed(dot) else { continue }
      let change = try Change(opening: sealed, at: dot)
      guard change.documentText != nil else { continue }
      try log.put(ChangeContent(sealed, of: change, by: connection.packer), as: dot)
    }
  }

  /// All changes that are here.
  private func dots() throws -> [Dot] {
    let dots = try connection.rows(
      "SELECT replica.id, sequence FROM change JOIN replica ON replica.number = change.replica"
    ) { row in
      try (ReplicaID(bytes: row.blob(0)), ChangeLog.sequence(row, 1))
    }
    return dots.compactMap { id, sequence in id.map { Dot(replica: $0, sequence: sequence) } }
  }
}
