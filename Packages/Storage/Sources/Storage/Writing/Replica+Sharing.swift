public import Domain
import Sync

extension Replica {
  /// Gives all regions what was internal to this one: the values that the records show, with their
  /// sets, are written anew into the shared log, what persons wrote by the person who shares. There
  /// is no way back. A record that is shared already stays as it is.
  /// - Throws: ``StorageError/unsettled(_:field:)`` where several values compete;
  ///   ``StorageError/internalReference(_:field:)`` where a record names one that stays internal.
  public func share(_ ids: [RecordID], author: String, clock: UInt64) throws {
    let author = author.trimmed
    guard author.isName else { throw StorageError.badAuthor(author) }
    try changing {
      let logs = try ReplicaTable.internalLogs(connection)
      let records = try ids.filter { try isInternal($0, among: logs) }
      var (byPersons, byMachines): ([RecordEdit], [RecordEdit]) = ([], [])
      var withdrawals: [RecordEdit] = []
      for id in records {
        guard let state = try MergedState.read(id, from: connection) else { continue }
        let kind = try kind(of: id)
        try checkReferences(of: id, kind, state, sharing: Set(records), logs)
        let copy = SharedCopy(of: state)
        byPersons.append(RecordEdit(record: id, kind: kind.id, operations: copy.byPersons))
        byMachines.append(RecordEdit(record: id, kind: kind.id, operations: copy.byMachines))
        withdrawals.append(RecordEdit(record: id, kind: kind.id, operations: copy.withdrawals))
      }
      try publish(byMachines, origin: .machine(extractor: "soulad share"), clock: clock)
      try publish(byPersons, origin: .person(name: author), clock: clock)
      var states = MergedState(connection)
      try appendInternally(
        withdrawals.filter { !$0.operations.isEmpty }, origin: .person(name: author), clock: clock,
        knowing: &states)
    }
  }

  private func publish(_ edits: [RecordEdit], origin: Origin, clock: UInt64) throws {
    let edits = edits.filter { !$0.operations.isEmpty }
    guard !edits.isEmpty else { return }
    try append(
      ChangeDraft(
        timestamp: try tick(clock), dependencies: try ChangeLog(connection).sharedVector(),
        origin: origin, edits: edits))
  }

  private func checkReferences(
    of id: RecordID, _ kind: RecordKind, _ state: RecordState, sharing shared: Set<RecordID>,
    _ logs: Set<ReplicaID>
  ) throws {
    for field in kind.fields {
      if let register = state.register(field.id), !register.competing.isEmpty {
        throw StorageError.unsettled(id, field: field.name)
      }
      let values = [state.shown(field.id)].compactMap(\.self) + state.values(field.id)
      for value in values {
        guard let other = value.namedRecord, !shared.contains(other),
          try isInternal(other, among: logs)
        else {
          continue
        }
        throw StorageError.internalReference(id, field: field.name)
      }
    }
  }
}

/// The writes that say in a shared log what a record shows.
private struct SharedCopy {
  private(set) var byPersons: [Sync.Operation] = []
  private(set) var byMachines: [Sync.Operation] = []
  /// What takes the internal values away, whose place the shared ones take.
  private(set) var withdrawals: [Sync.Operation] = []

  init(of state: RecordState) {
    for field in Set(state.registers.keys).union(state.texts.keys).sorted() {
      guard let register = state.register(field), let shown = register.shown else { continue }
      if let value = shown.value {
        add(.assign(field: field, value: value, replaces: []), byPerson: shown.isPerson)
      }
      withdrawals.append(.withdraw(field: field, writes: state.standingWrites(of: field)))
    }
    for (field, set) in state.sets {
      for element in set.elements where element.isPresent {
        let isPersons = element.insertions.contains { $0.isPerson }
        add(.insert(field: field, element: element.value), byPerson: isPersons)
      }
      let writes = state.standingWrites(of: field)
      if !writes.isEmpty { withdrawals.append(.withdraw(field: field, writes: writes)) }
    }
  }

  private mutating func add(_ operation: Sync.Operation, byPerson isPersons: Bool) {
    if isPersons { byPersons.append(operation) } else { byMachines.append(operation) }
  }
}
