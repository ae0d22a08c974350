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
    if draft.isShared { return try complete(draft, known, with: document) }
    for (field, values) in draft.values where known.isPersons(field) != true {
      try set(id, draft.kind, field, to: values)
    }
    let stated = Set(draft.values.map(\.field) + draft.defaults.map(\.field))
    for field in draft.kind.columns
    where !stated.contains(field) && known.isPersons(field) != true {
      try set(id, draft.kind, field, to: [])
    }
    try prove(id, draft.kind, by: draft.sources, in: document)
  }

  /// Writes what one of several documents says of a record. The latest document that states a field
  /// holds, whatever the order in which they are imported, and one whose value does not hold proves
  /// nothing, but that it names the thing.
  private mutating func complete(
    _ draft: RecordDraft, _ known: RecordState, with document: RecordID
  ) throws {
    let id = draft.id
    var outdated: Set<Field> = []
    for (field, values) in draft.values where known.isPersons(field) != true {
      if known.hasValue(field), known.says(field, values) { continue }
      if known.hasValue(field), try !replaces(known, field, document) {
        outdated.insert(field)
        continue
      }
      try set(id, draft.kind, field, to: values)
      // What other documents said proves another value.
      for case .source(let source) in known.values(Field.evidence.id)
      where source.field == field.id && source.document != document && field != draft.kind.title {
        try remove(id, draft.kind, .evidence, .source(source))
      }
    }
    let numbers = Set(outdated.subtracting([draft.kind.title]).map(\.id))
    try prove(
      id, draft.kind, by: draft.sources.filter { !numbers.contains($0.field) }, in: document)
  }

  /// Whether what a document says of a field replaces what is known: that comes from this document
  /// alone, as an earlier extractor read it, or from earlier ones.
  private mutating func replaces(
    _ known: RecordState, _ field: Field, _ document: RecordID
  ) throws -> Bool {
    let others = known.documents(of: field).subtracting([document])
    guard !others.isEmpty else { return true }
    guard let own = try date(of: document) else { return false }
    return try others.allSatisfy { try date(of: $0).map { $0 < own } ?? true }
  }

  /// The date of a document, also of one that this transaction writes.
  private mutating func date(of document: RecordID) throws -> String? {
    if let value = assigned(ImportedDocument.date, to: document) { return value.text }
    return try state(of: document)?.shown(ImportedDocument.date.id)?.text
  }

  /// Writes a record that nobody has written, in the order of changes: first what is assigned, then
  /// what is put into sets.
  private mutating func begin(_ draft: RecordDraft) {
    var assigned = draft.defaults.map { ($0.field.id, $0.value) }
    var inserted = draft.sources.map { (Field.evidence.id, FieldValue.source($0)) }
    for (field, values) in draft.values {
      switch field.merge {
      case .register: if let value = values.first { assigned.append((field.id, value)) }
      case .set: inserted += values.map { (field.id, $0) }
      }
    }
    assigned.sort { $0.0 < $1.0 }
    inserted.sort { $0 < $1 }
    plan(
      draft.id, draft.kind,
      assigned.map { .assign(field: $0.0, value: $0.1, replaces: []) }
        + inserted.map { .insert(field: $0.0, element: $0.1) })
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
    _ id: RecordID, _ kind: RecordKind, by sources: [SourceReference], in document: RecordID
  ) throws {
    let before = try state(of: id)?.values(Field.evidence.id) ?? []
    let kept = Set(sources)
    for case .source(let source) in before
    where source.document == document && !kept.contains(source) {
      try remove(id, kind, .evidence, .source(source))
    }
    for source in sources { try insert(id, kind, .evidence, .source(source)) }
  }
}

extension RecordState {
  /// Whether the field has exactly these values.
  fileprivate func says(_ field: Field, _ values: [FieldValue]) -> Bool {
    switch field.merge {
    case .register: shown(field.id) == values.first
    case .set: Set(self.values(field.id)) == Set(values)
    }
  }

  /// The documents that a field's value comes from: those that prove it, or the one that it names,
  /// or all that prove the record.
  fileprivate func documents(of field: Field) -> Set<RecordID> {
    let sources = values(Field.evidence.id).compactMap { value in
      if case .source(let source) = value { source } else { nil }
    }
    let proving = sources.filter { $0.field == field.id }
    if proving.isEmpty, field.type == .reference(to: ImportedDocument.kind.name) {
      return Set(shown(field.id)?.reference.map { [$0] } ?? [])
    }
    return Set((proving.isEmpty ? sources : proving).map(\.document))
  }

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
