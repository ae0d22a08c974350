import Domain
import Sync

/// The edits of one transaction, planned against the states that the writer sees. All of them
/// become one change.
struct WriteTransaction {
  private let connection: Connection
  private let isPerson: Bool
  /// The states that were read so far.
  var states: MergedState
  /// In the order in which their records were first written.
  private var planned: [RecordEdit] = []
  private var places: [RecordID: Int] = [:]

  /// - Parameter states: The states that were read before, as they still are.
  init(_ connection: Connection, isPerson: Bool, knowing states: MergedState? = nil) {
    self.connection = connection
    self.isPerson = isPerson
    self.states = states ?? MergedState(connection)
  }

  /// The edits so far, in the order in which their records were first written.
  var edits: [RecordEdit] { planned }

  /// Sets a field; a set gets exactly these values. What is so already is not written again.
  mutating func set(_ id: RecordID, _ kind: RecordKind, _ field: Field, to values: [FieldValue])
    throws
  {
    let state = try states.state(of: id) ?? RecordState(kind: kind.id)
    switch field.merge {
    case .register:
      plan(id, kind, state.assigning(field.id, values.first, asPerson: isPerson))
    case .set:
      let present = state.values(field.id)
      for value in values where !present.contains(value) {
        plan(id, kind, state.inserting(field.id, value, asPerson: isPerson))
      }
      for value in present where !values.contains(value) {
        plan(id, kind, state.removing(field.id, value, asPerson: isPerson))
      }
    }
  }

  /// What this transaction assigns to a field; `nil` where it does not.
  func assigned(_ field: Field, to id: RecordID) -> FieldValue? {
    guard let place = places[id] else { return nil }
    for case .assign(field: field.id, value: let value, replaces: _) in planned[place].operations
      .reversed()
    {
      return value
    }
    return nil
  }

  /// The state of a record before this transaction; `nil` for one that nobody has written.
  mutating func state(of id: RecordID) throws -> RecordState? {
    try states.state(of: id)
  }

  /// Saves a text as its writer left it, who opened it in a version.
  mutating func save(
    _ id: RecordID, _ kind: RecordKind, _ field: Field, _ text: String,
    openedAt version: TextVersion
  ) throws {
    let state = try states.state(of: id) ?? RecordState(kind: kind.id)
    plan(id, kind, state.saving(field.id, text, openedAt: version))
  }

  /// Puts a value into a set.
  mutating func insert(_ id: RecordID, _ kind: RecordKind, _ field: Field, _ value: FieldValue)
    throws
  {
    let state = try states.state(of: id) ?? RecordState(kind: kind.id)
    plan(id, kind, state.inserting(field.id, value, asPerson: isPerson))
  }

  /// Takes a value out of a set, as far as the writer may.
  mutating func remove(_ id: RecordID, _ kind: RecordKind, _ field: Field, _ value: FieldValue)
    throws
  {
    plan(id, kind, try states.state(of: id)?.removing(field.id, value, asPerson: isPerson))
  }

  /// Deletes a record.
  mutating func delete(_ id: RecordID, _ kind: RecordKind) throws {
    plan(id, kind, try states.state(of: id)?.deleting())
  }

  /// Confirms that a record stays although somebody deleted it.
  mutating func restore(_ id: RecordID, _ kind: RecordKind) throws {
    plan(id, kind, try states.state(of: id)?.restoring())
  }

  /// Plans the writes of a record that has none yet.
  mutating func plan(_ id: RecordID, _ kind: RecordKind, _ writes: [Operation]) {
    guard !writes.isEmpty else { return }
    if let place = places[id] {
      planned[place].operations += writes
    } else {
      places[id] = planned.count
      planned.append(RecordEdit(record: id, kind: kind.id, operations: writes))
    }
  }

  private mutating func plan(_ id: RecordID, _ kind: RecordKind, _ operation: Operation?) {
    if let operation { plan(id, kind, [operation]) }
  }
}
