import Domain
import Sync

/// Turns merged states into the rows that questions are asked of.
struct Projection {
  let connection: Connection
  /// The names whose records may speak of other things now, and the records that links join.
  private var touched = SamenessChanges()
  private var evidence: EvidenceTable

  init(_ connection: Connection) {
    self.connection = connection
    evidence = EvidenceTable(connection)
  }

  /// Makes every row anew.
  mutating func projectEverything() throws {
    var texts: [RecordID: RecordState] = [:]
    try connection.forEach("SELECT id, state FROM record ORDER BY id") { row in
      guard let id = row.text(0).flatMap(RecordID.init) else {
        throw StorageError.damaged(place: "record")
      }
      let state = try MergedState.decode(row.blob(1), of: id.description)
      try project(id, state)
      if state.kind == Meeting.kind.id || state.kind == ImportedDocument.kind.id {
        texts[id] = state
      }
    }
    try finish(texts)
  }

  /// Brings up to date what is derived from several records: the search index, which knows a
  /// document by its meeting, and which records speak of one thing. Done once all are projected.
  mutating func finish(_ records: some Sequence<(key: RecordID, value: RecordState)>) throws {
    try touched.settle(connection)
    touched = SamenessChanges()
    var documents: Set<RecordID> = []
    for (id, state) in records {
      switch state.kind {
      case ImportedDocument.kind.id: documents.insert(id)
      case Meeting.kind.id:
        if let document = state.shown(Meeting.document.id)?.reference { documents.insert(document) }
      default: break
      }
    }
    for document in documents.sorted() { try SearchIndex(connection).renew(document) }
  }

  /// Makes the rows of one record anew. A kind that a newer version knows has none.
  mutating func project(_ id: RecordID, _ state: RecordState) throws {
    guard let kind = RecordKind.with(id: state.kind) else { return }
    try touched.note(id, kind, connection)
    if kind == ImportedDocument.kind { try removePassages(of: id, state) }
    if state.isVisible {
      try insert(id, kind, state)
    } else {
      try connection.run(
        "DELETE FROM \(kind.table) WHERE id = ?", .text(id.description))
    }
    if kind == Meeting.kind { try passOn(id, state) }
    try touched.note(id, kind, connection)
    try projectEvidence(of: id, kind, state)
    try projectConflicts(of: id, kind, state)
  }

  /// Removes the rows of a record that turned out to be of another kind.
  mutating func remove(_ id: RecordID, kind number: UInt16) throws {
    if let kind = RecordKind.with(id: number) { try touched.note(id, kind, connection) }
    try SearchIndex(connection).remove(id)
    let tables = RecordKind.with(id: number).map { [$0.table] } ?? []
    for table in tables {
      try connection.run("DELETE FROM \(table) WHERE id = ?", .text(id.description))
    }
    if let kind = RecordKind.with(id: number) { try evidence.replace([], of: id, kind) }
    for table in ["conflict", "sameness"] {
      try connection.run("DELETE FROM \(table) WHERE record = ?", .text(id.description))
    }
  }

  private func insert(_ id: RecordID, _ kind: RecordKind, _ state: RecordState) throws {
    let statement = InsertStatements.byKind[kind] ?? ""
    let values = kind.columns.map { field in
      field.merge == .set
        ? Projection.list(state.values(field.id).filter { $0.fits(field) })
        : Projection.value(state.shown(field.id).flatMap { $0.fits(field) ? $0 : nil })
    }
    let keys = DerivedColumns.keys(of: kind).map { key in
      SQLValue(state.shown(key.field.id)?.text.map { EntityKey.key($0) })
    }
    try connection.forEach(statement, values + keys + [.text(id.description)]) { _ in }
  }

  /// Gives what others repeat of a meeting to them.
  private func passOn(_ id: RecordID, _ state: RecordState) throws {
    for kind in DerivedColumns.heirs {
      for inherited in DerivedColumns.inherited(by: kind) {
        let value = state.isVisible ? state.shown(inherited.field.id)?.text : nil
        try connection.run(
          """
          UPDATE \(kind.table) SET \(inherited.column) = ?2
          WHERE meeting = ?1 AND \(inherited.column) IS NOT ?2
          """, .text(id.description), SQLValue(value))
      }
    }
  }

  private mutating func projectEvidence(
    of id: RecordID, _ kind: RecordKind, _ state: RecordState
  ) throws {
    var places: [SourceReference] = []
    if state.isVisible {
      for case .source(let source) in state.values(Field.evidence.id)
      // What a document says proves nothing once a person has said otherwise.
      where kind.field(source.field) != nil
        && state.register(source.field)?.shown?.isPerson != true
      {
        places.append(source)
      }
    }
    try evidence.replace(places, of: id, kind)
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
        "INSERT INTO conflict (record, kind, field) VALUES (?, ?, ?)", .text(id.description),
        SQLValue(kind.id),
        .text(field))
    }
  }

  /// Takes a document out of the search index before its text changes.
  private func removePassages(of id: RecordID, _ state: RecordState) throws {
    let text = state.isVisible ? state.shown(ImportedDocument.text.id)?.text ?? "" : ""
    let index = SearchIndex(connection)
    let indexed = try index.text(of: id)
    if !indexed.isEmpty, !indexed.elementsEqual(text.utf8) { try index.remove(id) }
  }

  private static func value(_ value: FieldValue?) -> SQLValue {
    switch value {
    case nil, .erased: .null
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
      let own = kind.columns.map(\.name) + DerivedColumns.keys(of: kind).map(\.column) + ["id"]
      let inherited = DerivedColumns.inherited(by: kind)
      let meeting = (kind.columns.firstIndex { $0.name == "meeting" } ?? 0) + 1
      let names = (own + inherited.map(\.column)).map(DerivedSchema.quoted)
      let marks =
        (own.indices.map { "?\($0 + 1)" }
        + inherited.map {
          "(SELECT \($0.field.name) FROM meetingRecord WHERE id = ?\(meeting))"
        }).joined(separator: ", ")
      return (
        kind,
        """
        INSERT OR REPLACE INTO \(kind.table) \
        (\(names.joined(separator: ", "))) VALUES (\(marks))
        """
      )
    })
}
