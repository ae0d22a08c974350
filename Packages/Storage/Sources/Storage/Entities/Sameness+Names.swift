import Domain

/// The names of organisations, so that other names of one are found when somebody asks.
///
/// They are those of a thing and not of a record, so that a record which joins a thing of its name
/// costs nothing.
extension Sameness {
  private var hasNames: Bool { kind == Organization.kind }

  /// Writes the names that a thing has by its records' homes.
  func write(namesOf entity: Int64, at homes: some Sequence<Home>) throws {
    guard hasNames else { return }
    for home in homes where !home.name.isEmpty {
      let region = connection.entityKeys.key(home.region)
      for name in ThingName.all(key: home.name, region: region) {
        try connection.run(
          """
          INSERT INTO thingName (form, region, entity, word, scope) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET scope = min(scope, excluded.scope)
          """, .text(name.form), .text(home.region), .integer(entity), .text(name.word),
          .integer(name.scope.rawValue))
      }
    }
  }

  /// Removes the names of the thing that a record was of; what is left of the thing is grouped
  /// anew.
  static func forgetNames(ofThingOf record: Int64, _ connection: Connection) throws {
    try connection.run(
      """
      DELETE FROM thingName WHERE entity = (SELECT entity FROM sameness WHERE record = ?)
      """, .integer(record))
  }

  /// Takes note of the thing that a record was of, and of the one that it is of now.
  mutating func noteNames(of member: Member, goingTo entity: Int64) throws {
    guard hasNames else { return }
    let before = try connection.first(
      "SELECT entity FROM sameness WHERE record = ?", .integer(member.number)
    ) { $0.integer(0) }
    if let before { renamed.insert(before) }
    renamed.insert(entity)
  }

  /// Writes the names of the things that were noted, once all records are where they belong: one
  /// thing may have taken over the number of another.
  mutating func renewNames() throws {
    for entity in renamed.sorted() {
      try connection.run("DELETE FROM thingName WHERE entity = ?", .integer(entity))
      let homes = try connection.rows(
        """
        SELECT DISTINCT own.region, own.nameKey
        FROM sameness AS part JOIN \(kind.table) AS own ON own.recordNumber = part.record
        WHERE part.entity = ?
        """, [.integer(entity)]
      ) { Home(region: $0.text(0) ?? "", name: $0.text(1) ?? "") }
      try write(namesOf: entity, at: homes)
    }
    renamed.removeAll()
  }
}
