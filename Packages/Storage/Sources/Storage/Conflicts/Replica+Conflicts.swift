public import Domain
import Sync

extension Replica {
  /// How many decisions wait about what was written at the same time.
  public func conflictCount() throws -> Int {
    try connection.first("SELECT count(*) FROM conflict") { Int($0.integer(0)) } ?? 0
  }

  /// Everything that waits for a decision: what was written at the same time, in the order of the
  /// records' identifiers, then records that refer to what is gone, then people who may be one.
  public func conflicts() throws -> [Conflict] {
    try connection.reading {
      try competing() + danglingReferences() + duplicatePeople()
    }
  }

  /// What waits for a decision about a field of a record, or about the record where the name is
  /// that of a question; `nil` when nothing does.
  public func conflict(about id: RecordID, _ name: String) throws -> Conflict? {
    try connection.reading {
      switch name {
      case Conflict.sameness:
        try (duplicatePeople() + duplicateOrganizations()).first { $0.record == id }
      case Conflict.references: try danglingReferences().first { $0.record == id }
      default:
        try competing("WHERE record = ? AND field = ?", .text(id.description), .text(name)).first
      }
    }
  }

  /// What was written without knowledge of each other.
  private func competing(
    _ condition: String = "", _ values: SQLValue...
  ) throws -> [Conflict] {
    let found = try connection.rows(
      "SELECT record, kind, field FROM conflict \(condition) ORDER BY record, field", values
    ) { row in (row.text(0) ?? "", UInt16(clamping: row.integer(1)), row.text(2) ?? "") }
    return try found.compactMap { record, number, field in
      guard let id = RecordID(record), let kind = RecordKind.with(id: number),
        let state = try MergedState.read(id, from: connection)
      else { return nil }
      return Conflict(
        record: id, kind: kind, region: state.shown(Field.region.id)?.plain ?? "",
        title: state.shown(kind.title.id)?.plain ?? "",
        question: try question(field, of: kind, state))
    }
  }

  private func question(_ name: String, of kind: RecordKind, _ state: RecordState) throws
    -> Conflict.Question
  {
    guard let field = kind.field(named: name), let register = state.register(field.id) else {
      return .existence(deletedBy: try state.existence.deletions.sorted().map(author))
    }
    let shown = register.shown?.dot
    let candidates = try register.competing.map { sibling in
      Conflict.Candidate(
        value: sibling.value, author: try author(of: sibling.dot), isShown: sibling.dot == shown)
    }
    return .values(field, candidates)
  }

  /// Who made a change.
  func author(of dot: Dot) throws -> Conflict.Author {
    let found = try connection.first(
      """
      SELECT change.author, change.person, change.timestamp, replica.region
      FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND change.sequence = ?
      """, .blob(dot.replica.bytes), SQLValue(dot.sequence)
    ) { row in
      Conflict.Author(
        change: dot, name: row.text(0) ?? "", isPerson: row.integer(1) == 1,
        region: row.text(3) ?? "",
        milliseconds: HybridTimestamp(rawValue: UInt64(bitPattern: row.integer(2))).milliseconds)
    }
    guard let found else { throw StorageError.damaged(place: "change") }
    return found
  }
}
