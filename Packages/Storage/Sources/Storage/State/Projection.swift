import Domain
import Sync

/// Turns merged states into the rows that questions are asked of.
struct Projection {
  let connection: Connection
  /// The names whose records may speak of other things now, and the records that links join.
  private var touched = SamenessChanges()
  private let evidence: EvidenceTable
  private let texts: PassageTable
  /// The numbers of the records that were met.
  var numbers: RecordNumbers
  /// The documents that the search index may have to learn anew.
  private var documents: Set<Int64> = []
  /// The text that was read or written last.
  private var lastText: (document: Int64, bytes: [UInt8])?

  init(_ connection: Connection) {
    self.init(connection, RecordNumbers(connection))
  }

  /// - Parameter numbers: The numbers that are known already.
  init(_ connection: Connection, _ numbers: RecordNumbers) {
    self.connection = connection
    self.numbers = numbers
    evidence = EvidenceTable(connection)
    texts = PassageTable(connection)
  }

  /// Makes every row anew, in empty tables. What others take over from comes first.
  /// - Parameter source: The file that has the states; this one if none is named.
  mutating func projectEverything(from source: Connection? = nil) throws {
    for isFirst in [true, false] {
      try StateReader.forEach(in: source ?? connection) { id, stored, _ in
        // A record that cannot be read has been told of by whoever checks another file.
        guard let stored, let state = stored.state else {
          if source != nil { return }
          throw StorageError.damaged(place: "record/\(id)")
        }
        guard Self.comesFirst(state.kind) == isFirst else { return }
        if source == nil { numbers.note(stored.number, of: id) }
        try project(id, state, isNew: true)
      }
    }
    try finish()
  }

  /// Whether rows of other kinds repeat something of those of this kind: documents and meetings.
  static func comesFirst(_ kind: UInt16) -> Bool {
    kind == ImportedDocument.kind.id || kind == Meeting.kind.id
  }

  /// Brings up to date what is derived from several records: the search index, which knows a
  /// document by its meeting, and which records speak of one thing. Done once all are projected.
  mutating func finish() throws {
    try touched.settle(connection)
    touched = SamenessChanges()
    if connection.indexesLater {
      connection.documentsToIndex.formUnion(documents)
    } else {
      try SearchIndex(connection).renew(documents)
    }
    documents.removeAll()
  }

  /// Makes the rows of one record anew. A kind that a newer version knows has none.
  /// - Parameter isNew: Whether nothing in the file can be about the record yet.
  mutating func project(_ id: RecordID, _ state: RecordState, isNew: Bool) throws {
    guard let kind = RecordKind.with(id: state.kind) else { return }
    let number = try numbers.number(of: id)
    if !isNew { try touched.note(id, number, kind, connection) }
    if kind == ImportedDocument.kind { try write(textOf: number, state, isNew: isNew) }
    if state.isVisible {
      try insert(number, kind, state)
    } else if !isNew {
      try connection.run("DELETE FROM \(kind.table) WHERE recordNumber = ?", .integer(number))
    }
    if kind == Meeting.kind {
      try passOn(number, state)
      if let document = state.shown(Meeting.document.id)?.reference {
        documents.insert(try numbers.number(of: document))
      }
    }
    if kind == Link.kind {
      try touched.note(id, number, kind, connection)
    } else if isNew {
      touched.noteNew(id, number, kind)
    }
    try evidence.replace(places(of: kind, state), of: number, isNew: isNew, &numbers)
    try projectConflicts(of: id, kind, state, isNew: isNew)
  }

  /// Removes the rows of a record that turned out to be of another kind.
  mutating func remove(_ id: RecordID, kind number: UInt16) throws {
    let record = try numbers.number(of: id)
    guard let kind = RecordKind.with(id: number) else { return }
    try touched.note(id, record, kind, connection)
    if kind == ImportedDocument.kind {
      try SearchIndex(connection).remove(record)
      try texts.remove(record)
    }
    try connection.run("DELETE FROM \(kind.table) WHERE recordNumber = ?", .integer(record))
    try evidence.replace([], of: record, isNew: false, &numbers)
    try connection.run("DELETE FROM conflict WHERE record = ?", .text(id.description))
    try connection.run("DELETE FROM sameness WHERE record = ?", .integer(record))
  }

  private mutating func insert(_ number: Int64, _ kind: RecordKind, _ state: RecordState) throws {
    guard let plan = RowPlan.byKind[kind] else { return }
    var values: [SQLValue] = []
    values.reserveCapacity(plan.valueCount)
    values.append(.integer(number))
    let quote = try quote(plan.quotedText, state)
    for column in plan.columns {
      values.append(try value(of: column, state, isQuoted: quote?.field == column.field))
    }
    for key in plan.keys {
      values.append(SQLValue(state.shown(key.field.id)?.text.map { connection.entityKeys.key($0) }))
    }
    if let quote {
      values.append(.integer(quote.document))
      values.append(SQLValue(quote.range.start))
      values.append(SQLValue(quote.range.end))
    }
    try connection.run(plan.statement, with: values)
  }

  private mutating func value(
    of column: RowPlan.Column, _ state: RecordState, isQuoted: Bool
  ) throws -> SQLValue {
    let field = column.field
    if column.isSet { return Projection.list(state.values(field.id).filter { $0.fits(field) }) }
    guard !isQuoted, let shown = state.shown(field.id), shown.fits(field) else { return .null }
    if column.isNumber, case .reference(let other) = shown {
      return .integer(try numbers.number(of: other))
    }
    return Projection.value(shown)
  }

  /// Where the words of a record's text stand in a document, to the byte.
  private mutating func quote(_ field: Field?, _ state: RecordState) throws -> Quote? {
    guard let field, let text = state.shown(field.id)?.text, !text.isEmpty
    else { return nil }
    for case .source(let source) in state.values(Field.evidence.id)
    where source.field == field.id && source.range.count == text.utf8.count {
      let document = try numbers.number(of: source.document)
      let bytes = try bytes(of: document)
      guard source.range.end <= bytes.count,
        bytes[source.range.start..<source.range.end].elementsEqual(text.utf8)
      else { continue }
      return Quote(field: field, document: document, range: source.range)
    }
    return nil
  }

  private struct Quote {
    let field: Field
    let document: Int64
    let range: SourceRange
  }

  private mutating func bytes(of document: Int64) throws -> [UInt8] {
    if let lastText, lastText.document == document { return lastText.bytes }
    let bytes = try texts.text(of: document)
    lastText = (document, bytes)
    return bytes
  }

  /// Writes the text of a document, once it is out of the search index if that knows another.
  private mutating func write(textOf number: Int64, _ state: RecordState, isNew: Bool) throws {
    documents.insert(number)
    let text = state.isVisible ? state.shown(ImportedDocument.text.id)?.text ?? "" : ""
    let bytes = Array(text.utf8)
    if !isNew {
      let before = try texts.text(of: number)
      if before == bytes { return }
      try SearchIndex(connection).remove(number)
      try texts.remove(number)
    }
    try texts.insert(bytes, of: number)
    lastText = (number, bytes)
    if !isNew { try projectQuotes(from: number) }
  }

  /// Makes the rows anew whose texts may stand in a document.
  private mutating func projectQuotes(from document: Int64) throws {
    let found = try connection.rows(
      "SELECT \(StateReader.columns) FROM record JOIN proof ON proof.record = record.number"
        + " WHERE proof.document = ? AND visible = 1", [.integer(document)]
    ) { $0.text(1).flatMap(RecordID.init) }
    var reader = StateReader(connection)
    for id in found {
      guard let id, let stored = try reader.record(id), let state = stored.state,
        let kind = RecordKind.with(id: state.kind), DerivedColumns.quotedText(of: kind) != nil
      else { continue }
      try insert(stored.number, kind, state)
    }
  }

  /// Gives what others repeat of a meeting to them.
  private func passOn(_ number: Int64, _ state: RecordState) throws {
    for kind in DerivedColumns.heirs {
      for inherited in DerivedColumns.inherited(by: kind) {
        let value = state.isVisible ? state.shown(inherited.field.id)?.text : nil
        try connection.run(
          """
          UPDATE \(kind.table) SET \(inherited.column) = ?2
          WHERE meeting = ?1 AND \(inherited.column) IS NOT ?2
          """, .integer(number), SQLValue(value))
      }
    }
  }

  private func places(of kind: RecordKind, _ state: RecordState) -> [SourceReference] {
    guard state.isVisible else { return [] }
    var places: [SourceReference] = []
    for case .source(let source) in state.values(Field.evidence.id)
    // What a document says proves nothing once a person has said otherwise.
    where kind.field(source.field) != nil && state.register(source.field)?.shown?.isPerson != true {
      places.append(source)
    }
    return places
  }

  private func projectConflicts(
    of id: RecordID, _ kind: RecordKind, _ state: RecordState, isNew: Bool
  ) throws {
    if !isNew {
      try connection.run("DELETE FROM conflict WHERE record = ?", .text(id.description))
    }
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
