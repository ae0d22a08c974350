import Domain
import Sync

/// Turns merged states into the rows that questions are asked of.
struct Projection {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Makes every row anew.
  func projectEverything() throws {
    let states = try connection.rows("SELECT id, state FROM record ORDER BY id") { row in
      (row.text(0).flatMap(RecordID.init), row.blob(1))
    }
    for (id, state) in states {
      guard let id else { throw StorageError.damaged(place: "record") }
      try project(id, MergedState.decode(state, of: id.description))
    }
  }

  /// Makes the rows of one record anew. A kind that a newer version knows has none.
  func project(_ id: RecordID, _ state: RecordState) throws {
    guard let kind = RecordKind.with(id: state.kind) else { return }
    if kind == ImportedDocument.kind { try projectPassages(of: id, state) }
    if state.isVisible {
      try insert(id, kind, state)
    } else {
      try connection.run(
        "DELETE FROM \(kind.table) WHERE id = ?", .text(id.description))
    }
    try projectEvidence(of: id, kind, state)
    try projectConflicts(of: id, kind, state)
  }

  /// Removes the rows of a record that turned out to be of another kind.
  func remove(_ id: RecordID, kind number: UInt16) throws {
    let tables = RecordKind.with(id: number).map { [$0.table] } ?? []
    for table in tables {
      try connection.run("DELETE FROM \(table) WHERE id = ?", .text(id.description))
    }
    for table in ["evidence", "conflict"] {
      try connection.run("DELETE FROM \(table) WHERE record = ?", .text(id.description))
    }
    try SearchIndex(connection).replacePassages(of: id, with: "")
  }

  private func insert(_ id: RecordID, _ kind: RecordKind, _ state: RecordState) throws {
    let statement = InsertStatements.byKind[kind] ?? ""
    let values = kind.columns.map { field in
      field.merge == .set
        ? Projection.list(state.values(field.id).filter { $0.fits(field) })
        : Projection.value(state.shown(field.id).flatMap { $0.fits(field) ? $0 : nil })
    }
    try connection.forEach(statement, values + [.text(id.description)]) { _ in }
  }

  private func projectEvidence(of id: RecordID, _ kind: RecordKind, _ state: RecordState) throws {
    try connection.run("DELETE FROM evidence WHERE record = ?", .text(id.description))
    guard state.isVisible else { return }
    for case .source(let source) in state.values(Field.evidence.id) {
      // What a document says proves nothing once a person has said otherwise.
      guard let field = kind.field(source.field),
        state.register(field.id)?.shown?.isPerson != true
      else { continue }
      try connection.run(
        "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?, ?, ?)",
        .text(id.description), .text(field.name), .text(source.document.description),
        SQLValue(source.range.start), SQLValue(source.range.end))
    }
  }

  private func projectConflicts(of id: RecordID, _ kind: RecordKind, _ state: RecordState) throws {
    try connection.run("DELETE FROM conflict WHERE record = ?", .text(id.description))
    guard state.isVisible else { return }
    // A set merges by itself, and what persons cannot write they cannot settle.
    var fields = state.conflictedFields.compactMap { kind.field($0) }
      .filter { $0.merge == .register && $0.isEditable }.map(\.name)
    if state.existence.isDeletedButEdited { fields.append(Conflict.existence) }
    for field in fields {
      try connection.run(
        "INSERT INTO conflict VALUES (?, ?, ?)", .text(id.description), SQLValue(kind.id),
        .text(field))
    }
  }

  private func projectPassages(of id: RecordID, _ state: RecordState) throws {
    let text = state.isVisible ? state.shown(ImportedDocument.text.id)?.text ?? "" : ""
    let indexed = try connection.first(
      "SELECT text FROM documentRecord WHERE id = ?", .text(id.description)
    ) { row in row.text(0) ?? "" }
    guard indexed != text else { return }
    try SearchIndex(connection).replacePassages(of: id, with: text)
  }

  private static func value(_ value: FieldValue?) -> SQLValue {
    switch value {
    case nil: .null
    case .integer(let number): .integer(number)
    case .boolean(let truth): .integer(truth ? 1 : 0)
    case .text, .reference, .source: SQLValue(value?.plain)
    }
  }

  private static func list(_ values: [FieldValue]) -> SQLValue {
    guard !values.isEmpty else { return .null }
    var writer = JSONWriter()
    writer.array(values) { writer, value in writer.string(value.plain) }
    return .text(writer.text)
  }
}

extension FieldValue {
  /// Whether the value is one that the field declares. Changes come from anywhere and say anything;
  /// what does not fit stays in the log and the state, and no table shows it.
  fileprivate func fits(_ field: Field) -> Bool {
    switch (field.type, self) {
    case (.integer, .integer), (.boolean, .boolean), (.reference, .reference), (.source, .source):
      true
    case (.text, .text), (.longText, .text), (.date, .text), (.companyNumber, .text),
      (.choice, .text):
      true
    default: false
    }
  }
}

/// The statements that write a row of each kind, made once.
private enum InsertStatements {
  static let byKind: [RecordKind: String] = Dictionary(
    uniqueKeysWithValues: RecordKind.all.map { kind in
      let names = (kind.columns.map(\.name) + ["id"]).map(DerivedSchema.quoted)
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      return (
        kind,
        """
        INSERT OR REPLACE INTO \(kind.table) \
        (\(names.joined(separator: ", "))) VALUES (\(marks))
        """
      )
    })
}
