import Domain

/// The records that have to be grouped anew once a transaction has written them all.
struct SamenessChanges {
  private var homes: [RecordKind: Set<Sameness.Home>] = [:]
  private var linked: Set<String> = []
  /// The records that were written, and whether they were there before.
  private var records: [RecordKind: [String: Bool]] = [:]

  /// Takes note of a record as the tables know it; called before and after it is written.
  mutating func note(_ id: RecordID, _ kind: RecordKind, _ connection: Connection) throws {
    let id = id.description
    if kind == Link.kind {
      let ends = try connection.first(
        "SELECT record, other FROM linkRecord WHERE id = ?", .text(id)
      ) { row in [row.text(0), row.text(1)].compactMap { $0 } }
      linked.formUnion(ends ?? [])
    } else if Sameness.kinds.contains(kind) {
      let home = try Sameness(connection: connection, kind: kind).home(of: id)
      let isFirst = records[kind]?[id] == nil
      if isFirst { records[kind, default: [:]][id] = home != nil }
      // A new record alone need not disturb the others of its name.
      if let home, records[kind]?[id] == true { homes[kind, default: []].insert(home) }
    }
  }

  /// Groups them anew.
  func settle(_ connection: Connection) throws {
    for kind in Sameness.kinds {
      let sameness = Sameness(connection: connection, kind: kind)
      var wanted = homes[kind] ?? []
      for id in linked.sorted() {
        if let home = try sameness.home(of: id) { wanted.insert(home) }
      }
      for (id, wasThere) in (records[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let home = try sameness.home(of: id), !home.name.isEmpty else {
          try connection.run("DELETE FROM sameness WHERE record = ?", .text(id))
          continue
        }
        if !wasThere, try wanted.contains(home) || !sameness.attach(id) { wanted.insert(home) }
      }
      try sameness.regroup(wanted)
    }
  }
}
