public import Domain
import Sync

/// A field of a record and the value that a person gives it.
public struct FieldAssignment: Sendable, Hashable {
  /// The English name of the field.
  public let field: String
  /// The value as typed; an empty one clears the field. Several values of a set stand between
  /// commas.
  public let text: String

  /// Creates an assignment.
  public init(field: String, text: String) {
    self.field = field
    self.text = text
  }
}

extension Replica {
  /// Adds a record and returns its identifier, which comes from the natural key where the kind has
  /// one and it is given.
  /// - Parameter scope: Whether all regions may have it.
  /// - Throws: ``StorageError/recordExists(_:)`` when there is a record with that key.
  public func add(
    _ kind: RecordKind, _ assignments: [FieldAssignment], scope: Scope = .shared, author: String,
    clock: UInt64
  ) throws -> RecordID {
    guard kind.isAddable else { throw StorageError.notAddable(kind) }
    guard assignments.contains(where: { !$0.text.trimmed.isEmpty }) else {
      throw StorageError.nothingToAdd
    }
    try checkRequired(of: kind, assignments, isNew: true)
    let hasRegion = assignments.contains { $0.field == Field.region.name }
    let own = hasRegion ? [] : [FieldAssignment(field: Field.region.name, text: region)]
    return try changing {
      let id = try identifier(of: kind, assignments)
      try write(assignments + own, to: id, kind, scope: scope, author: author, clock: clock)
      return id
    }
  }

  private func identifier(of kind: RecordKind, _ assignments: [FieldAssignment]) throws -> RecordID
  {
    let given = assignments.first { $0.field == kind.key?.name }?.text.trimmed ?? ""
    guard let key = kind.key, !given.isEmpty else {
      return RecordID.random(using: &random)
    }
    let id = RecordID(NaturalKey(kind, key.name, try value(given, of: key).plain))
    if try MergedState.read(id, from: connection)?.isVisible == true {
      throw StorageError.recordExists(id)
    }
    return id
  }

  /// Changes fields of a record: some get other values, of some a text was edited in parts.
  public func edit(
    _ id: RecordID, _ assignments: [FieldAssignment], saving texts: [SavedText] = [],
    author: String, clock: UInt64
  ) throws {
    try changing {
      try write(assignments, texts, to: id, kind(of: id), author: author, clock: clock)
    }
  }

  private func write(
    _ assignments: [FieldAssignment], _ texts: [SavedText] = [], to id: RecordID,
    _ kind: RecordKind, scope: Scope = .shared, author: String, clock: UInt64
  ) throws {
    var names = Set<String>()
    for name in assignments.map(\.field) + texts.map(\.field) where !names.insert(name).inserted {
      throw StorageError.fieldTwice(name)
    }
    try write(author: author, scope: scope, clock: clock) { transaction in
      try checkRequired(of: kind, assignments, isNew: false)
      for assignment in assignments { try set(id, kind, assignment, in: &transaction) }
      for text in texts { try save(text, of: id, kind, in: &transaction) }
      try checkSpans(of: id, kind, assignments)
      try checkLink(id, kind, assignments)
    }
  }

  /// Deletes a record. An edit that had not seen the deletion brings it back.
  public func delete(_ id: RecordID, author: String, clock: UInt64) throws {
    try changing {
      let kind = try kind(of: id)
      try write(author: author, clock: clock) { transaction in try transaction.delete(id, kind) }
    }
  }

  /// The kind of a record that is not deleted.
  func kind(of id: RecordID) throws -> RecordKind { try place(of: id).kind }

  /// The kind and the number of a record that is not deleted.
  func place(of id: RecordID) throws -> (kind: RecordKind, number: Int64) {
    let found = try connection.first(
      "SELECT kind, number FROM record WHERE \(RecordTable.isIdentified) AND visible = 1",
      with: id.columns
    ) { row in (UInt16(clamping: row.integer(0)), row.integer(1)) }
    guard let found, let kind = RecordKind.with(id: found.0) else {
      throw StorageError.noSuchRecord(id.description)
    }
    return (kind, found.1)
  }

  /// Finds the one record whose identifier starts with `prefix`.
  /// - Parameter isDeleted: Whether it is one that is not there any more.
  public func record(withPrefix prefix: String, isDeleted: Bool = false) throws -> RecordID {
    guard let range = RecordID.range(ofPrefix: prefix) else {
      throw StorageError.noSuchRecord(prefix)
    }
    let named = RecordTable.isWithin(range)
    let found = try connection.rows(
      """
      SELECT high, low FROM record WHERE \(named.sql) AND visible = ?
      ORDER BY \(RecordTable.order) LIMIT 6
      """, named.values + [.integer(isDeleted ? 0 : 1)]
    ) { RecordID($0, high: 0, low: 1) }
    guard let id = found.first else { throw StorageError.noSuchRecord(prefix) }
    guard found.count == 1 else {
      throw StorageError.ambiguousRecord(
        prefix, candidates: Array(found.prefix(5)), areAll: found.count < 6)
    }
    return id
  }

  /// Runs `body` as one change of a person, inside a transaction of the caller. Nothing is written
  /// when nothing changes.
  func write(
    author: String, scope: Scope = .shared, clock: UInt64,
    _ body: (inout WriteTransaction) throws -> Void
  ) throws {
    let author = author.trimmed
    guard author.isName else { throw StorageError.badAuthor(author) }
    var transaction = WriteTransaction(connection, isPerson: true)
    try body(&transaction)
    guard !transaction.edits.isEmpty else { return }
    try append(
      transaction.edits, origin: .person(name: author), scope: scope, clock: clock,
      knowing: &transaction.states)
  }

  func set(
    _ id: RecordID, _ kind: RecordKind, _ assignment: FieldAssignment,
    in transaction: inout WriteTransaction
  ) throws {
    let (field, values) = try read(assignment, of: kind)
    try transaction.set(id, kind, field, to: values)
  }

  /// The field that somebody assigns to, and what the text means.
  func read(
    _ assignment: FieldAssignment, of kind: RecordKind
  ) throws -> (field: Field, values: [FieldValue]) {
    let field = try writableField(assignment.field, of: kind)
    let texts =
      field.merge == .set
      ? assignment.text.split(separator: ",").map(\.trimmed) : [assignment.text.trimmed]
    return (field, try texts.filter { !$0.isEmpty }.map { text in try value(text, of: field) })
  }

  /// The field that a person names.
  func writableField(_ name: String, of kind: RecordKind) throws -> Field {
    guard let field = kind.field(called: name) else {
      throw StorageError.noSuchField(
        name, known: kind.columns.filter(\.isEditable).map(\.call))
    }
    guard field.isEditable else {
      throw StorageError.badValue(field: field, text: "", reason: .notWritable)
    }
    return field
  }

  /// Reads a value; a reference may be shortened to a unique prefix.
  func value(_ text: String, of field: Field) throws -> FieldValue {
    if case .reference(let wanted) = field.type {
      let id = try record(withPrefix: text)
      guard try wanted == Field.anyKind || kind(of: id).name == wanted else {
        throw StorageError.badValue(field: field, text: text, reason: .notOfKind(wanted))
      }
      return .reference(id)
    }
    do {
      return try field.value(from: text)
    } catch {
      throw StorageError.badValue(field: field, text: text, reason: error)
    }
  }
}
