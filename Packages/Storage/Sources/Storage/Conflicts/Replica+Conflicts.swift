public import Domain
import Sync

extension Replica {
  /// How many decisions wait.
  public func conflictCount() throws -> Int {
    try connection.first("SELECT count(*) FROM conflict") { Int($0.integer(0)) } ?? 0
  }

  /// Everything that waits for a decision, in the order of the records' identifiers.
  public func conflicts() throws -> [Conflict] {
    try connection.reading { try waiting() }
  }

  private func waiting() throws -> [Conflict] {
    let found = try connection.rows(
      "SELECT record, kind, field FROM conflict ORDER BY record, field"
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

  /// Settles a field: `text` becomes the value that replaces all candidates. For a record's
  /// existence, `keep` or `delete`.
  public func resolve(
    _ id: RecordID, field name: String, text: String, author: String, clock: UInt64
  ) throws {
    try changing {
      try settle(id, field: name, text: text, author: author, clock: clock)
    }
  }

  private func settle(
    _ id: RecordID, field name: String, text: String, author: String, clock: UInt64
  ) throws {
    let kind = try kind(of: id)
    let waiting = try connection.first(
      "SELECT 1 FROM conflict WHERE record = ? AND field = ?", .text(id.description), .text(name)
    ) { _ in true }
    if name != Conflict.existence { _ = try writableField(name, of: kind) }
    guard waiting != nil else { throw StorageError.noConflict(id, field: name) }
    try write(author: author, clock: clock) { transaction in
      guard name == Conflict.existence else {
        let field = try writableField(name, of: kind)
        let value = text.trimmed.isEmpty ? nil : try value(text.trimmed, of: field)
        try transaction.set(id, kind, field, to: value.map { [$0] } ?? [])
        return
      }
      switch Folding.fold(text) {
      case "keep", "zachovat": try transaction.restore(id, kind)
      case "delete", "smazat": try transaction.delete(id, kind)
      default:
        throw StorageError.badValue(
          field: Field(0, name, label: Label("existence", "existence")), text: text,
          reason: .notAChoice(["keep", "delete"]))
      }
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
