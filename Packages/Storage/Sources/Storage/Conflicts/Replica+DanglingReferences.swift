import Domain
import Sync

/// Records that refer to one that is gone: somebody deleted it while others worked with it.
extension Replica {
  /// One question for each record that is referred to and not there. What a link says of a record
  /// that is gone matters to nobody.
  func danglingReferences() throws -> [Conflict] {
    // Mostly nothing is gone, which the records tell faster than all that could refer to one.
    let isAnyGone = try connection.first("SELECT 1 FROM record WHERE visible = 0 LIMIT 1") { _ in
      true
    }
    guard isAnyGone == true else { return [] }
    var referrers: [RecordID: [Conflict.Mention]] = [:]
    for kind in RecordKind.all where kind != Link.kind {
      for field in kind.fields {
        guard case .reference = field.type else { continue }
        for (target, own) in try gone(field, of: kind) {
          if let mention = try mention(own) { referrers[target, default: []].append(mention) }
        }
      }
    }
    return try referrers.sorted { $0.key < $1.key }.compactMap { target, mentions in
      guard let state = try MergedState.read(target, from: connection),
        let kind = RecordKind.with(id: state.kind)
      else { return nil }
      return Conflict(
        record: target, kind: kind, region: state.shown(Field.region.id)?.plain ?? "",
        title: state.shown(kind.title.id)?.plain ?? "", question: .references(from: mentions))
    }
  }

  private func gone(_ field: Field, of kind: RecordKind) throws -> [(RecordID, RecordID)] {
    try connection.rows(
      """
      SELECT target.id, record.id
      FROM \(kind.rows)
        JOIN identifiedRecord AS target ON target.number = \(DerivedColumns.column(of: field, kind))
          AND target.visible = 0
        JOIN identifiedRecord AS record ON record.number = own.recordNumber
      ORDER BY record.id
      """
    ) { row in
      guard let target = row.text(0).flatMap(RecordID.init),
        let own = row.text(1).flatMap(RecordID.init)
      else { throw StorageError.damaged(place: "record") }
      return (target, own)
    }
  }

  /// How a question speaks of a record; `nil` for one that nobody has written.
  func mention(_ id: RecordID) throws -> Conflict.Mention? {
    guard let state = try MergedState.read(id, from: connection),
      let kind = RecordKind.with(id: state.kind)
    else { return nil }
    return Conflict.Mention(
      record: id, kind: kind, title: state.shown(kind.title.id)?.plain ?? "",
      region: state.shown(Field.region.id)?.plain ?? "")
  }
}
