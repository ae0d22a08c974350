import Domain
import Sync

extension Replica {
  /// What somebody who has `vector` lacks and this replica has only folded; `nil` when they lack
  /// nothing of that.
  /// - Throws: `E_TOO_BIG` when a message cannot hold it; a bundle file can.
  func checkpoint(lackedBy vector: VersionVector, limit: Int) throws -> Checkpoint? {
    let table = CheckpointTable(connection)
    guard try !vector.dominates(table.vector()), let checkpoint = try table.read() else {
      return nil
    }
    let bytes = checkpoint.states.reduce(0) { $0 + $1.bytes.count + 24 }
    let entries = checkpoint.logs.reduce(0) { $0 + $1.entries.count * 48 }
    guard bytes + entries <= min(limit * 2, Replica.fileLimit) else {
      throw SyncError(.tooBig, replica: id, place: "checkpoint")
    }
    return checkpoint
  }

  /// Takes over what somebody else folded, when something of it is missing here, and folds what
  /// is here of the same changes; inside a transaction of the caller.
  ///
  /// It is taken only if it fits all that is known here: the same histories, and of each record of
  /// which all changes are here the state that they make.
  /// - Returns: How many changes were new.
  /// - Throws: `SyncError`; then nothing may be kept.
  func adopt(_ checkpoint: Checkpoint) throws -> Int {
    let log = ChangeLog(connection)
    let known = try log.sharedVector()
    let vector = checkpoint.vector
    if known.dominates(vector) { return 0 }
    let verified = try checkpoint.verified()
    try checkHistories(of: checkpoint, known)
    try takeErasures(of: checkpoint, known)
    let erasures = ErasureTable(connection)
    let theirs = try erasures.applied(to: verified)
    let before = try erasures.applied(to: allStates())
    let after = try joined(before, theirs, of: vector, at: log.versionVector())
    try check(theirs, of: vector, against: (before, after), known, from: checkpoint.signer)
    let combined = try combined(checkpoint, theirs)
    try insertEntries(of: checkpoint, after: known)
    try rebuild(after.mapValues { .merged($0) })
    try CheckpointTable(connection).write(combined)
    guard try verifyInside().problems.isEmpty else {
      throw SyncError(.hash, replica: checkpoint.signer, place: "checkpoint:replay")
    }
    return Int(clamping: vector.count(beyond: known))
  }

  /// Refuses other histories than those that are known here, as far as both go.
  private func checkHistories(of checkpoint: Checkpoint, _ known: VersionVector) throws {
    for log in checkpoint.logs {
      let common = min(known[log.replica], UInt64(log.entries.count))
      guard common > 0 else { continue }
      let mine = try ChangeLog(connection).hash(of: Dot(replica: log.replica, sequence: common))
      guard mine == log.entries[Int(common) - 1].hash else {
        throw SyncError(.fork, replica: log.replica, sequence: common, place: "checkpoint")
      }
      let entries = try CheckpointTable(connection).entries(of: log.replica, through: common)
      guard entries == Array(log.entries[..<Int(common)]) else {
        throw SyncError(.hash, replica: checkpoint.signer, place: "checkpoint:log")
      }
    }
  }

  /// Takes note of what is erased in the checkpoint. What is known here to have erased words has
  /// done so already.
  private func takeErasures(of checkpoint: Checkpoint, _ known: VersionVector) throws {
    let table = ErasureTable(connection)
    for words in checkpoint.erasures where try table.insert(words) {
      guard !known.contains(words.author) else {
        throw SyncError(.hash, replica: checkpoint.signer, place: "checkpoint:erasures")
      }
      try table.overwriteDeleted()
    }
  }

  /// Refuses a checkpoint that a stranger vouches for, or in which a region erased what another
  /// wrote, once everybody is introduced who came with it.
  func checkAuthority(of checkpoint: Checkpoint) throws {
    guard try ReplicaTable.number(of: checkpoint.signer, in: connection) != nil else {
      throw SyncError(.unknownKey, replica: checkpoint.signer, place: "checkpoint")
    }
    for words in checkpoint.erasures {
      let eraser = try ReplicaTable.region(of: words.author.replica, in: connection)
      let writer = try ReplicaTable.region(of: words.dot.replica, in: connection)
      guard eraser.isEmpty || eraser == writer else {
        throw SyncError(
          .wrongRegion, replica: checkpoint.signer, place: "checkpoint:erasures")
      }
    }
  }

  private func allStates() throws -> [RecordID: RecordState] {
    var states: [RecordID: RecordState] = [:]
    try StateReader.forEach(in: connection) { id, stored, _ in
      guard let state = stored?.state else { throw StorageError.damaged(place: "record/\(id)") }
      states[id] = state
    }
    return states
  }

  private func joined(
    _ mine: [RecordID: RecordState], _ theirs: [RecordID: RecordState], of vector: VersionVector,
    at known: VersionVector
  ) throws -> [RecordID: RecordState] {
    var joined = mine
    for (record, state) in theirs {
      joined[record, default: RecordState(kind: state.kind)]
        .join(state, having: known, with: vector)
    }
    return joined
  }

  /// Refuses states that are not what the changes that are known here make: a record of which all
  /// changes are here must stay as it is, and one that they touched must be there.
  private func check(
    _ theirs: [RecordID: RecordState], of vector: VersionVector,
    against states: (before: [RecordID: RecordState], after: [RecordID: RecordState]),
    _ known: VersionVector, from signer: ReplicaID
  ) throws {
    let refusal = SyncError(.hash, replica: signer, place: "checkpoint:state")
    for (record, state) in theirs where known.dominates(state.existence.writes) {
      guard states.before[record]?.encoded() == states.after[record]?.encoded() else {
        throw refusal
      }
    }
    for (record, state) in states.before {
      let folded = theirs[record]?.existence.writes ?? VersionVector()
      for (replica, sequence) in state.existence.writes.entries {
        // A later write of the same replica may stand before those that were folded.
        if sequence <= vector[replica], folded[replica] < sequence { throw refusal }
      }
    }
  }

  /// The checkpoint itself, or where this replica folded what is not in it, both together.
  private func combined(
    _ checkpoint: Checkpoint, _ theirs: [RecordID: RecordState]
  ) throws -> Checkpoint {
    let table = CheckpointTable(connection)
    let mine = try table.vector()
    let vector = checkpoint.vector
    var both = vector
    both.formUnion(mine)
    let erasures = ErasureTable(connection)
    let erased = try erasures.words(within: both)
    if vector.dominates(mine), erased == checkpoint.erasures { return checkpoint }
    let states = try joined(theirs, erasures.applied(to: table.states()), of: mine, at: vector)
    var logs: [ReplicaID: Checkpoint.Log] = [:]
    for log in try table.logs(through: mine) + checkpoint.logs {
      if let known = logs[log.replica], known.entries.count >= log.entries.count { continue }
      logs[log.replica] = log
    }
    return try Checkpoint(
      logs: logs.values.sorted { $0.replica < $1.replica },
      states: states.sorted { $0.key < $1.key }.map {
        Checkpoint.State(record: $0.key, bytes: $0.value.encoded())
      }, erasures: erased, publicKey: signingKey.publicKey, signature: []
    ).signed(by: signingKey)
  }

  /// Adds what is left of the changes that are not here.
  private func insertEntries(of checkpoint: Checkpoint, after known: VersionVector) throws {
    for log in checkpoint.logs {
      try ReplicaTable.insert(log.replica, log.introduction, into: connection)
      let number = try ReplicaTable.number(of: log.replica, in: connection) ?? 0
      let first = Int(clamping: known[log.replica])
      for (place, entry) in log.entries.enumerated().dropFirst(first) {
        let isLast = place == log.entries.count - 1
        try connection.run(
          """
          INSERT INTO change (replica, sequence, timestamp, person, author, hash, signature, sealed)
          VALUES (?, ?, ?, ?, ?, ?, ?, x'')
          """,
          .integer(number), SQLValue(place + 1), SQLValue(entry.timestamp.rawValue),
          SQLValue(entry.isPerson ? 1 : 0), .text(entry.author), .blob(entry.hash.bytes),
          isLast ? .blob(log.signature) : .null)
      }
    }
  }
}
