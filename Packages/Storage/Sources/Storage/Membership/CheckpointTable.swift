import Domain
import Sync

/// What stands in the place of the changes that were folded: how far they went, who vouches for
/// what they made, and the states that they made.
struct CheckpointTable {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// How far the folded changes go; empty when none were folded.
  func vector() throws -> VersionVector {
    var vector = VersionVector()
    try connection.forEach(
      """
      SELECT replica.id, checkpoint.sequence
      FROM checkpoint JOIN replica ON replica.number = checkpoint.replica
      """
    ) { row in
      guard let id = ReplicaID(bytes: row.blob(0)) else {
        throw StorageError.damaged(place: "checkpoint")
      }
      vector[id] = try ChangeLog.sequence(row, 1)
    }
    return vector
  }

  /// What the folded changes made of a record; `nil` when they did not write it.
  func state(of id: RecordID) throws -> RecordState? {
    try connection.first(
      "SELECT state FROM checkpointState WHERE id = ?", .text(id.description)
    ) { row in try StateReader.decode(row.blob(0), of: id) }
  }

  /// What the folded changes made of each record, packed.
  private func forEachState(_ body: (RecordID, [UInt8]) throws -> Void) throws {
    try connection.forEach("SELECT id, state FROM checkpointState ORDER BY id") { row in
      guard let id = row.text(0).flatMap(RecordID.init) else {
        throw StorageError.damaged(place: "checkpointState")
      }
      try body(id, row.blob(1))
    }
  }

  /// The same, decoded.
  func states() throws -> [RecordID: RecordState] {
    var states: [RecordID: RecordState] = [:]
    try forEachState { id, bytes in states[id] = try StateReader.decode(bytes, of: id) }
    return states
  }

  /// Erases words from what the folded changes made; `false` when there are none any more. The
  /// seal is broken by that.
  func eraseWords(_ words: ErasedWords) throws -> Bool {
    guard var state = try state(of: words.record), state.eraseWords(of: [words.dot]) else {
      return false
    }
    try connection.run(
      "UPDATE checkpointState SET state = ? WHERE id = ?",
      .blob(connection.packer.pack(state.encoded())), .text(words.record.description))
    return true
  }

  /// Vouches for the checkpoint as it is now.
  func seal(by identity: SigningIdentity) throws {
    guard let signed = try read()?.signed(by: identity) else { return }
    try connection.run(
      "UPDATE checkpointSeal SET publicKey = ?, signature = ?", .blob(signed.publicKey),
      .blob(signed.signature))
  }

  /// Gives every record a state of its own, so that changes and checkpoints can go.
  private func storeStates() throws {
    var table = RecordTable(connection)
    var records: [(number: Int64, state: RecordState)] = []
    try StateReader.forEach(in: connection) { id, stored, row in
      guard let stored, let state = stored.state else {
        throw StorageError.damaged(place: "record/\(id)")
      }
      if row.blob(5).isEmpty { records.append((stored.number, state)) }
    }
    for (number, state) in records { try table.update(number, state, madeBy: nil) }
  }

  /// Keeps the states once of records that are as the folded changes left them.
  func shareStates() throws {
    guard try seal() != nil else { return }
    var same: [RecordID] = []
    try StateReader.forEach(in: connection) { id, stored, row in
      guard !row.blob(5).isEmpty || !row.isNull(4), let state = stored?.state,
        let folded = try self.state(of: id), folded.encoded() == state.encoded()
      else { return }
      same.append(id)
    }
    for id in same {
      try connection.run(
        """
        UPDATE record SET replica = NULL, sequence = NULL, state = x''
        WHERE \(RecordTable.isIdentified)
        """, with: id.columns)
    }
  }
}

extension CheckpointTable {
  /// The key of who vouches for the checkpoint, and their signature.
  func seal() throws -> (publicKey: [UInt8], signature: [UInt8])? {
    try connection.first("SELECT publicKey, signature FROM checkpointSeal") { row in
      (row.blob(0), row.blob(1))
    }
  }

  /// The checkpoint as others are given it; `nil` when nothing was folded.
  func read() throws -> Checkpoint? {
    guard let seal = try seal() else { return nil }
    var states: [Checkpoint.State] = []
    try forEachState { id, bytes in
      states.append(Checkpoint.State(record: id, bytes: try Packing.unpack(bytes)))
    }
    states.sort { $0.record < $1.record }
    let vector = try vector()
    return Checkpoint(
      logs: try logs(through: vector), states: states,
      erasures: try ErasureTable(connection).words(within: vector), publicKey: seal.publicKey,
      signature: seal.signature)
  }

  /// What is left of the changes up to a vector, which ends at signatures.
  func logs(through vector: VersionVector) throws -> [Checkpoint.Log] {
    try vector.entries.map { replica, last in
      let signature = try connection.first(
        """
        SELECT signature FROM change JOIN replica ON replica.number = change.replica
        WHERE replica.id = ? AND sequence = ?
        """, .blob(replica.bytes), SQLValue(last)
      ) { row in row.blob(0) }
      return Checkpoint.Log(
        introduction: try introduction(of: replica),
        entries: try entries(of: replica, through: last),
        last: try sealed(Dot(replica: replica, sequence: last)).erasingAll(),
        signature: signature ?? [])
    }
  }

  /// What is left of the changes of a replica up to one.
  func entries(of replica: ReplicaID, through last: UInt64) throws -> [Checkpoint.Entry] {
    try connection.rows(
      """
      SELECT timestamp, person, author, hash
      FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND sequence <= ? ORDER BY sequence
      """, [.blob(replica.bytes), SQLValue(last)]
    ) { row in
      guard let hash = ChangeHash(bytes: row.blob(3)) else {
        throw StorageError.damaged(place: "change/\(replica)")
      }
      return Checkpoint.Entry(
        timestamp: HybridTimestamp(rawValue: UInt64(bitPattern: row.integer(0))),
        isPerson: row.integer(1) == 1, author: row.text(2) ?? "", hash: hash)
    }
  }

  /// A change that is there whole, or the last of its replica that was folded, without its content.
  func sealed(_ dot: Dot) throws -> SealedChange {
    let found = try connection.first(
      """
      SELECT \(ChangeContent.columns), checkpoint.last
      FROM change JOIN replica ON replica.number = change.replica
        LEFT JOIN checkpoint
          ON checkpoint.replica = change.replica AND checkpoint.sequence = change.sequence
      WHERE replica.id = ? AND change.sequence = ?
      """, .blob(dot.replica.bytes), SQLValue(dot.sequence)
    ) { row in
      let content = ChangeContent(row, 0)
      return content.packed.isEmpty ? ChangeContent(row.blob(2)) : content
    }
    return try (found ?? ChangeContent([])).sealed(of: dot.replica)
  }

  private func introduction(of replica: ReplicaID) throws -> ReplicaIntroduction {
    let found = try connection.first(
      "SELECT publicKey, region, label, predecessor FROM replica WHERE id = ?",
      .blob(replica.bytes)
    ) { row in
      ReplicaIntroduction(
        publicKey: row.blob(0), region: row.text(1) ?? "", label: row.text(2) ?? "",
        predecessor: ReplicaID(bytes: row.blob(3)))
    }
    guard let found else { throw StorageError.damaged(place: "replica") }
    return found
  }

  /// Puts a checkpoint in the place of the changes up to its vector, whose entries are in the log
  /// and whose work is in the records.
  func write(_ checkpoint: Checkpoint) throws {
    try storeStates()
    try connection.execute("DELETE FROM checkpoint")
    try connection.execute("DELETE FROM checkpointSeal")
    try connection.execute("DELETE FROM checkpointState")
    let logs = try checkpoint.logs.map { log in
      (try ReplicaTable.number(of: log.replica, in: connection) ?? 0, log)
    }
    for (number, log) in logs {
      try connection.run(
        "INSERT INTO checkpoint (replica, sequence, last) VALUES (?, ?, ?)", .integer(number),
        SQLValue(log.entries.count), .blob(log.last.encoded()))
    }
    try DocumentTexts(connection).keepFoldedTexts()
    for (number, log) in logs {
      try connection.run(
        """
        UPDATE change
        SET sealed = x'', text = NULL, signature = CASE WHEN sequence = ?2 THEN ?3 END
        WHERE replica = ?1 AND sequence <= ?2
        """, .integer(number), SQLValue(log.entries.count), .blob(log.signature))
    }
    try connection.run(
      "INSERT INTO checkpointSeal (publicKey, signature) VALUES (?, ?)",
      .blob(checkpoint.publicKey), .blob(checkpoint.signature))
    for state in checkpoint.states {
      try connection.run(
        "INSERT INTO checkpointState (id, state) VALUES (?, ?)", .text(state.record.description),
        .blob(connection.packer.pack(state.bytes)))
    }
    try shareStates()
  }
}
