import Domain
import Sync

/// What is to be erased of a person: the records that are about them, and those that documents
/// which name them speak of.
struct ErasureScope {
  /// The person's name.
  let name: String
  /// The records that are about the person and nothing else; they go.
  let about: Set<RecordID>
  /// The documents that name the person, and the meetings that they record.
  let documents: Set<RecordID>
  private let isEverywhere: Bool

  /// - Parameter everywhere: Whether every document is searched for the name, not only those that
  ///   the record and those joined with it come from.
  init(of person: RecordID, _ kind: RecordKind, everywhere: Bool, _ connection: Connection) throws {
    guard let field = Self.nameField(of: kind),
      let name = try MergedState.read(person, from: connection)?.shown(field.id)?.text
    else { throw StorageError.notAPerson(person) }
    self.name = name
    isEverywhere = everywhere
    var about = try Self.joined(with: person, connection)
    var documents = try Self.documents(of: about, connection)
    let key = Folding.fold(name)
    for (kind, field) in [(Person.kind, Person.name), (Contact.kind, Contact.person)] {
      try connection.forEach("SELECT id, document, \(field.name) FROM \(kind.view)") { row in
        guard let id = row.text(0).flatMap(RecordID.init), let found = row.text(2) else { return }
        let document = row.text(1).flatMap(RecordID.init)
        guard Folding.fold(found) == key else { return }
        if everywhere || document.map(documents.contains) == true { about.insert(id) }
      }
    }
    if everywhere { documents.formUnion(try Self.documents(of: about, connection)) }
    self.about = about
    self.documents = documents
  }

  /// The names of other people in the documents.
  func others(_ connection: Connection) throws -> [String] {
    let key = Folding.fold(name)
    let names = try connection.rows(
      """
      SELECT name FROM personFields WHERE document IN (SELECT value FROM json_each(?1))
      UNION SELECT name FROM attendanceFields WHERE meeting IN (SELECT value FROM json_each(?1))
      """, [.text(Self.list(documents))]
    ) { row in row.text(0) ?? "" }
    return names.filter { Folding.fold($0) != key }
  }

  /// Whether a record may say something of the person.
  func covers(_ id: RecordID, _ state: RecordState) -> Bool {
    if isEverywhere || about.contains(id) || documents.contains(id) { return true }
    let values = state.registers.values.flatMap { $0.siblings.compactMap(\.value) }
    if values.contains(where: { $0.reference.map(documents.contains) == true }) { return true }
    return state.values(Field.evidence.id).contains { value in
      if case .source(let source) = value { documents.contains(source.document) } else { false }
    }
  }

  private static func list(_ ids: Set<RecordID>) -> String {
    var writer = JSONWriter()
    writer.array(ids.sorted()) { writer, id in writer.string(id.description) }
    return writer.text
  }

  private static func nameField(of kind: RecordKind) -> Field? {
    switch kind {
    case Person.kind: Person.name
    case Attendance.kind: Attendance.name
    case Contact.kind: Contact.person
    default: nil
    }
  }

  /// The record and all that somebody said are the same.
  private static func joined(
    with person: RecordID, _ connection: Connection
  ) throws -> Set<RecordID> {
    let found = try connection.rows(
      """
      WITH RECURSIVE joined (id) AS (
        VALUES (?1)
        UNION
        SELECT CASE WHEN record = joined.id THEN other ELSE record END
        FROM linkFields JOIN joined ON joined.id IN (record, other) WHERE relation = 'same')
      SELECT id FROM joined
      """, [.text(person.description)]
    ) { row in row.text(0).flatMap(RecordID.init) }
    return Set(found.compactMap(\.self))
  }

  /// The documents that records come from, and their meetings.
  private static func documents(
    of records: Set<RecordID>, _ connection: Connection
  ) throws -> Set<RecordID> {
    let found = try connection.rows(
      """
      WITH own (id) AS (SELECT value FROM json_each(?1)),
        source (id) AS (
          SELECT document FROM personFields WHERE id IN own
          UNION SELECT document FROM contactFields WHERE id IN own
          UNION SELECT meetingFields.document FROM attendanceFields
            JOIN meetingFields ON meetingFields.id = attendanceFields.meeting
            WHERE attendanceFields.id IN own)
      SELECT id FROM source WHERE id IS NOT NULL
      UNION SELECT id FROM meetingFields WHERE document IN source
      UNION SELECT meeting FROM attendanceFields WHERE id IN own AND meeting IS NOT NULL
      """, [.text(Self.list(records))]
    ) { row in row.text(0).flatMap(RecordID.init) }
    return Set(found.compactMap(\.self))
  }
}
