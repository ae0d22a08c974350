import Domain
import Sync

/// Turns merged states into the rows that questions are asked of.
struct Projection {
  let connection: Connection
  /// The names whose records may speak of other things now, and the records that links join.
  private var touched = SamenessChanges()
  private let evidence: EvidenceTable
  private let texts: DocumentTexts
  private let sittings: SittingTable
  private var rows: RowTable
  /// The numbers of the records that were met.
  var numbers: RecordNumbers
  /// The documents that the search index may have to learn anew.
  private var documents: Set<Int64> = []
  /// The day of the document that was asked for last.
  private var lastDate: (document: Int64, date: String?)?

  init(_ connection: Connection) {
    self.init(connection, RecordNumbers(connection))
  }

  /// - Parameter numbers: The numbers that are known already.
  init(_ connection: Connection, _ numbers: RecordNumbers) {
    self.connection = connection
    self.numbers = numbers
    evidence = EvidenceTable(connection)
    texts = DocumentTexts(connection)
    sittings = SittingTable(connection)
    rows = RowTable(connection)
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

  /// Brings the rows of one record up to date. A kind that a newer version knows has none.
  /// - Parameters:
  ///   - before: The state that its rows are of, where they are known to be of one.
  ///   - isNew: Whether nothing in the file can be about the record yet.
  mutating func project(
    _ id: RecordID, _ state: RecordState, before: RecordState? = nil, isNew: Bool
  ) throws {
    guard let plan = RowPlan.with(id: state.kind) else { return }
    let before = before?.kind == state.kind ? before : nil
    let number = try numbers.number(of: id)
    let isJoined = Sameness.kinds.contains(plan.kind)
    let member = isJoined ? try member(number, id, plan.kind, state) : nil
    if !isNew {
      let old = try isJoined ? before.flatMap { try self.member(number, id, plan.kind, $0) } : nil
      if old == nil || old != member { try touched.note(id, number, plan.kind, connection) }
    }
    if plan.kind == ImportedDocument.kind { try write(textOf: number, state, isNew: isNew) }
    try write(rowOf: number, plan, state, before, isNew: isNew)
    if plan.kind == Meeting.kind {
      try sittings.renewDate(of: number)
      if let document = state.shown(Meeting.document.id)?.reference {
        documents.insert(try numbers.number(of: document))
      }
    }
    if plan.kind == Link.kind {
      try touched.note(id, number, plan.kind, connection)
    } else if isNew, let member {
      touched.noteNew(id, member, plan.kind)
    }
    if plan.kind == ImportedDocument.kind, !isNew {
      try noteThings(provedBy: number, state, before)
    }
    try project(placesOf: number, plan, state, before, isNew: isNew)
    try project(conflictsOf: id, plan.kind, state, before, isNew: isNew)
  }

  /// What a record of a kind that is joined is recognised by; `nil` for one that is not visible.
  private mutating func member(
    _ number: Int64, _ id: RecordID, _ kind: RecordKind, _ state: RecordState
  ) throws -> Sameness.Member? {
    guard state.isVisible else { return nil }
    return Sameness.Member(
      number, id, kind, state, date: try dateOfDocument(of: state, kind),
      keys: &connection.entityKeys)
  }

  private mutating func write(
    rowOf number: Int64, _ plan: RowPlan, _ state: RecordState, _ before: RecordState?,
    isNew: Bool
  ) throws {
    guard state.isVisible else {
      if !isNew { try rows.remove(number, plan.kind) }
      return
    }
    if isNew {
      try rows.insert(number, plan, state, &numbers)
    } else if let before, before.isVisible {
      try rows.change(number, plan, from: before, to: state, &numbers)
    } else {
      try rows.replace(number, plan, state, &numbers)
    }
  }

  /// The day of the document that a project comes from; documents are projected before.
  private mutating func dateOfDocument(of state: RecordState, _ kind: RecordKind) throws -> String?
  {
    guard kind == Project.kind, let document = state.shown(Project.document.id)?.reference
    else { return nil }
    let number = try numbers.number(of: document)
    if lastDate?.document != number {
      let date = try connection.first(
        "SELECT date FROM documentRecord WHERE recordNumber = ?", .integer(number)
      ) { $0.text(0) }
      lastDate = (number, date ?? nil)
    }
    return lastDate?.date
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
    try rows.remove(record, kind)
    if kind == Meeting.kind { try sittings.renewDate(of: record) }
    try evidence.replace([], of: record, isNew: false, &numbers)
    try connection.run("DELETE FROM conflict WHERE record = ?", .text(id.description))
    try Sameness.forget(record, connection)
  }

  /// Writes the text of a document, once it is out of the search index if that knows another.
  private mutating func write(textOf number: Int64, _ state: RecordState, isNew: Bool) throws {
    documents.insert(number)
    let shown = state.isVisible ? state.register(ImportedDocument.text.id)?.shown : nil
    let text = shown?.value?.text ?? ""
    let bytes = Array(text.utf8)
    if !isNew {
      let before = try texts.text(of: number)
      if before == bytes { return }
      try SearchIndex(connection).remove(number)
      try texts.remove(number)
    }
    try texts.insert(text, of: number, writtenBy: shown?.dot)
    rows.note(bytes, of: number)
    if !isNew { try projectQuotes(from: number) }
  }

  /// Makes the rows anew whose texts may stand in a document.
  private mutating func projectQuotes(from document: Int64) throws {
    let found = try connection.rows(
      "SELECT \(StateReader.columns) FROM record"
        + " WHERE number IN (\(EvidenceSchema.recordsOfDocument)) AND visible = 1",
      [.integer(document)]
    ) { StateReader.id($0) }
    var reader = StateReader(connection)
    for id in found {
      guard let stored = try reader.record(id), let state = stored.state,
        let plan = RowPlan.with(id: state.kind), plan.quotedText != nil
      else { continue }
      try rows.replace(stored.number, plan, state, &numbers)
    }
  }

  private mutating func project(
    placesOf number: Int64, _ plan: RowPlan, _ state: RecordState, _ before: RecordState?,
    isNew: Bool
  ) throws {
    let places = places(of: plan, state)
    var added: Set<Int64>?
    if let before {
      let known = self.places(of: plan, before)
      if known == places { return }
      added = try evidence.change(from: known, to: places, of: number, &numbers)
    } else {
      try evidence.replace(places, of: number, isNew: isNew, &numbers)
    }
    if plan.kind == Organization.kind, state.shown(Organization.ico.id) != nil {
      touched.noteProofs(of: number, added: added)
    }
  }

  /// Takes note of the projects and organisations that a document speaks of, when its date or
  /// region is another now.
  private mutating func noteThings(
    provedBy document: Int64, _ state: RecordState, _ before: RecordState?
  ) throws {
    let said = { (state: RecordState) in
      [ImportedDocument.date, .region].map { state.isVisible ? state.shown($0.id)?.text : nil }
    }
    if let before, said(before) == said(state) { return }
    let projects = try connection.rows(
      "SELECT recordNumber FROM projectRecord WHERE document = ?", [.integer(document)]
    ) { $0.integer(0) }
    for project in projects { touched.noteDate(of: project) }
    let organizations = try connection.rows(
      """
      SELECT recordNumber FROM organizationRecord
      WHERE recordNumber IN (\(EvidenceSchema.recordsOfDocument)) AND ico IS NOT NULL
      """, [.integer(document)]
    ) { $0.integer(0) }
    for organization in organizations { touched.noteProofs(of: organization) }
  }

  private func places(of plan: RowPlan, _ state: RecordState) -> [SourceReference] {
    guard state.isVisible else { return [] }
    var places: [SourceReference] = []
    for case .source(let source) in state.values(Field.evidence.id)
    // What a document says proves nothing once a person has said otherwise.
    where plan.hasField(source.field) && !state.showsPersonsWord(source.field) {
      places.append(source)
    }
    return places
  }

  private func project(
    conflictsOf id: RecordID, _ kind: RecordKind, _ state: RecordState, _ before: RecordState?,
    isNew: Bool
  ) throws {
    let fields = conflicts(of: kind, state)
    if let before, conflicts(of: kind, before) == fields { return }
    if !isNew {
      try connection.run("DELETE FROM conflict WHERE record = ?", .text(id.description))
    }
    for field in fields {
      try connection.run(
        "INSERT INTO conflict (record, kind, field) VALUES (?, ?, ?)", .text(id.description),
        SQLValue(kind.id),
        .text(field))
    }
  }

  /// The fields that a person must decide. A set merges by itself, and what persons cannot write
  /// they cannot settle.
  private func conflicts(of kind: RecordKind, _ state: RecordState) -> [String] {
    guard state.isVisible else { return [] }
    var fields: [String] = []
    for case let field? in state.conflictedFields.map(kind.field)
    where field.merge == .register && field.isEditable && Self.waits(field, state) {
      fields.append(field.name)
    }
    if state.existence.isDeletedButEdited { fields.append(Conflict.existence) }
    return fields
  }
}

extension Projection {
  /// Counted up when rows are made otherwise of the same states.
  static let version = 4

  /// Whether what offices wrote into a field without knowing of each other is a question for
  /// people. What their machines wrote of themselves is none: in whose region a document was
  /// imported, which of several documents told of a thing first, and how it wrote a name.
  private static func waits(_ field: Field, _ state: RecordState) -> Bool {
    guard let register = state.register(field.id),
      !register.siblings.contains(where: \.isPerson)
    else { return true }
    if field == .region || field.type == .reference(to: ImportedDocument.kind.name) { return false }
    return Set(register.competing.map { Folding.fold($0.value?.plain ?? "") }).count > 1
  }
}

extension RecordState {
  /// Whether what a field shows is what a person wrote.
  func showsPersonsWord(_ field: UInt16) -> Bool { register(field)?.shown?.isPerson == true }
}
