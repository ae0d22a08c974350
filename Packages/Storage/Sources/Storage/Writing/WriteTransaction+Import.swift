import Domain
import Sync

/// What an extractor writes: it takes the place of what extractors wrote before, never of what a
/// person wrote.
extension WriteTransaction {
  /// Writes what a document says of a record now.
  mutating func write(_ draft: RecordDraft, of document: RecordID) throws {
    let id = draft.id
    guard let known = try state(of: id) else { return begin(draft) }
    for (field, value) in draft.defaults where known.hasValue(field) != true {
      try set(id, draft.kind, field, to: [value])
    }
    for (field, values) in draft.values where known.isPersons(field) != true {
      if draft.isShared, known.hasValue(field) == true { continue }
      try set(id, draft.kind, field, to: values)
    }
    let stated = Set(draft.values.map(\.field) + draft.defaults.map(\.field))
    for field in draft.kind.columns
    where !draft.isShared && !stated.contains(field) && known.isPersons(field) != true {
      try set(id, draft.kind, field, to: [])
    }
    try prove(id, draft.kind, by: draft.sources, in: document)
  }

  /// Writes a record that nobody has written.
  private mutating func begin(_ draft: RecordDraft) {
    var operations: [Operation] = []
    operations.reserveCapacity(draft.defaults.count + draft.values.count + draft.sources.count)
    for (field, value) in draft.defaults {
      operations.append(.assign(field: field.id, value: value, replaces: []))
    }
    for (field, values) in draft.values {
      switch field.merge {
      case .register:
        if let value = values.first {
          operations.append(.assign(field: field.id, value: value, replaces: []))
        }
      case .set:
        for value in values { operations.append(.insert(field: field.id, element: value)) }
      }
    }
    for source in draft.sources.sorted() {
      operations.append(.insert(field: Field.evidence.id, element: .source(source)))
    }
    plan(draft.id, draft.kind, operations)
  }

  /// Takes back what a document said of a record before; a record that no document speaks of and
  /// nobody else wrote goes.
  mutating func withdraw(_ id: RecordID, _ kind: RecordKind, provedBy document: RecordID) throws {
    try prove(id, kind, by: [], in: document)
    guard let state = try state(of: id) else { return }
    let isProved = state.values(Field.evidence.id).contains { value in
      if case .source(let source) = value { source.document != document } else { false }
    }
    if !isProved, state.existence.personWrites.isEmpty { try delete(id, kind) }
  }

  /// Makes these places of the document the ones that prove the record.
  private mutating func prove(
    _ id: RecordID, _ kind: RecordKind, by sources: Set<SourceReference>, in document: RecordID
  ) throws {
    let before = try state(of: id)?.values(Field.evidence.id) ?? []
    for case .source(let source) in before
    where source.document == document && !sources.contains(source) {
      try remove(id, kind, .evidence, .source(source))
    }
    for source in sources.sorted() { try insert(id, kind, .evidence, .source(source)) }
  }
}

extension RecordState {
  /// Whether somebody gave the field a value.
  fileprivate func hasValue(_ field: Field) -> Bool {
    switch field.merge {
    case .register: shown(field.id) != nil
    case .set: !values(field.id).isEmpty
    }
  }

  /// Whether a person wrote the field's one value, so that an extractor has nothing to say.
  fileprivate func isPersons(_ field: Field) -> Bool {
    register(field.id)?.siblings.contains { $0.isPerson } == true
  }
}
