import Domain
public import Sync

extension Replica {
  /// What this replica has of every log that all regions may have.
  public func versionVector() throws -> VersionVector {
    try ChangeLog(connection).sharedVector()
  }

  /// Seals edits as this replica's next changes and applies them, inside a transaction of the
  /// caller: those of internal records go into the internal log, and so does what a shared edit
  /// says of internal changes.
  /// - Parameters:
  ///   - now: The time in milliseconds since 1970.
  ///   - states: The states that were read for the edits, as they still are.
  func append(
    _ edits: [RecordEdit], origin: Origin, scope: Scope = .shared, clock now: UInt64,
    knowing states: inout MergedState
  ) throws {
    try states.finishLog()
    let (shared, internals) = try divide(edits, scope, knowing: &states)
    let log = ChangeLog(connection)
    if !shared.isEmpty {
      try append(
        ChangeDraft(
          timestamp: try tick(now), dependencies: try log.sharedVector(), origin: origin,
          edits: shared), by: signingKey, knowing: &states)
    }
    if !internals.isEmpty {
      try appendInternally(internals, origin: origin, clock: now, knowing: &states)
    }
  }

  /// Divides edits between the two logs.
  private func divide(
    _ edits: [RecordEdit], _ scope: Scope, knowing states: inout MergedState
  ) throws -> (shared: [RecordEdit], internals: [RecordEdit]) {
    if scope == .internal { return ([], edits) }
    let internalLogs = try ReplicaTable.internalLogs(connection)
    if internalLogs.isEmpty { return (edits, []) }
    var (shared, internals): ([RecordEdit], [RecordEdit]) = ([], [])
    for edit in edits {
      let state = try states.state(of: edit.record)
      let naming = try edit.operations.map { operation in
        guard let named = operation.namedRecord, let other = try states.state(of: named) else {
          return false
        }
        return isInternal(other, among: internalLogs)
      }
      // What a new record says of an internal one nobody else could understand.
      if state.map({ isInternal($0, among: internalLogs) }) ?? naming.contains(true) {
        internals.append(edit)
        continue
      }
      var (own, rest): ([Sync.Operation], [Sync.Operation]) = ([], [])
      for (operation, namesInternal) in zip(edit.operations, naming) {
        let parts = operation.split(isInternal: internalLogs.contains)
        if namesInternal {
          rest.append(operation)
        } else {
          own.append(parts.shared)
          if let part = parts.internal { rest.append(part) }
        }
      }
      if !own.isEmpty { shared.append(edit.with(own)) }
      if !rest.isEmpty { internals.append(edit.with(rest)) }
    }
    return (shared, internals)
  }

  /// Introduces this replica under a new identity. The introduction builds on nothing: what
  /// follows it may be changes that are issued anew, in the knowledge that they were made in, and a
  /// change of a log has seen at least what those before it had.
  func introduce(_ introduction: ReplicaIntroduction, clock now: UInt64) throws {
    try append(
      ChangeDraft(
        timestamp: try tick(now), dependencies: VersionVector(), origin: .person(name: ""),
        edits: [], introduction: introduction))
  }

  /// Seals edits as this replica's next changes and applies them, inside a transaction of the
  /// caller.
  func append(
    _ edits: [RecordEdit], origin: Origin, scope: Scope = .shared, clock now: UInt64
  ) throws {
    var states = MergedState(connection)
    try append(edits, origin: origin, scope: scope, clock: now, knowing: &states)
  }

  /// Seals a draft as the next change of this replica's shared log and applies it.
  func append(_ draft: ChangeDraft) throws {
    try append(draft, by: signingKey)
  }

  /// Seals a draft as the next change of the log that a key signs, and applies it.
  func append(_ draft: ChangeDraft, by key: SigningIdentity) throws {
    var states = MergedState(connection)
    try append(draft, by: key, knowing: &states)
  }

  /// The same with states that were read before and are as they were. Where they gather changes,
  /// the caller writes them: what extractors say erases nothing.
  func append(
    _ draft: ChangeDraft, by key: SigningIdentity, knowing states: inout MergedState
  ) throws {
    try states.finishLog()
    let unsealed = try key.begin(
      draft, after: ChangeLog(connection).head(of: key.replica), using: &random)
    let change = unsealed.change
    try states.apply(change, sealing: connection.sealing.begin(unsealed, by: key))
    if states.gathers { return }
    try states.flush()
    // What was merged anew is not what was read before.
    if try carryOutErasures(in: [change]) { states = MergedState(connection) }
  }

  /// The time of the next change.
  func tick(_ now: UInt64) throws -> HybridTimestamp {
    var clock = try ChangeLog(connection).clock(of: id, now: now)
    return clock.tick(now: now)
  }
}

extension FieldValue {
  /// The record that a value names, or the document of a place in one.
  var namedRecord: RecordID? {
    if case .source(let source) = self { source.document } else { reference }
  }
}

extension Sync.Operation {
  /// The record that the written value names.
  fileprivate var namedRecord: RecordID? {
    switch self {
    case .assign(_, let value, _): value?.namedRecord
    case .insert(_, let element): element.namedRecord
    default: nil
    }
  }
}

extension RecordEdit {
  fileprivate func with(_ operations: [Sync.Operation]) -> RecordEdit {
    RecordEdit(record: record, kind: kind, operations: operations)
  }
}
