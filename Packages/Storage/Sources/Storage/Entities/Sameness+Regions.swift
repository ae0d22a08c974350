import Domain

/// The regions of things that are known in several, so that a question on one of them need not look
/// at all things.
extension Sameness {
  /// The regions of a thing: those of its records and, of an organisation whose number is known, of
  /// the documents that speak of it, since its one record has the region of whoever came first.
  func regions(of group: [Member]) throws -> Set<String> {
    var regions = Set(group.map(\.home.region))
    if kind == Organization.kind {
      for member in group where member.stated[0] != nil {
        let found = try connection.rows(
          """
          SELECT DISTINCT document.region
          FROM proof JOIN documentRecord AS document ON document.recordNumber = proof.document
          WHERE proof.record = ?
          """, [.integer(member.number)]
        ) { $0.text(0) ?? "" }
        regions.formUnion(found)
      }
    }
    regions.remove("")
    return regions
  }

  /// Writes the regions of a thing where there are several, of the record that stands for it.
  func write(regions: Set<String>, of group: [Member], _ current: Member) throws {
    for member in group { try Self.forgetRegions(of: member.number, connection) }
    guard regions.count > 1 else { return }
    for region in regions {
      try connection.run(
        "INSERT INTO thingRegion (record, region) VALUES (?, ?)", .integer(current.number),
        .text(region))
    }
  }

  private static func forgetRegions(of record: Int64, _ connection: Connection) throws {
    try connection.run("DELETE FROM thingRegion WHERE record = ?", .integer(record))
  }

  /// Removes what is known of a record that is no longer there.
  static func forget(_ record: Int64, _ connection: Connection) throws {
    try forgetNames(ofThingOf: record, connection)
    try connection.run("DELETE FROM sameness WHERE record = ?", .integer(record))
    try forgetRegions(of: record, connection)
  }

  /// Whether the regions of these documents are known to be those of the thing that a record speaks
  /// of, so that they tell nothing new.
  func hasRegions(of documents: Set<Int64>, _ record: Int64) throws -> Bool {
    let current = try connection.first(
      """
      SELECT part.record, of.region FROM sameness AS own
        JOIN sameness AS part ON part.entity = own.entity AND part.isCurrent = 1
        JOIN \(kind.table) AS of ON of.recordNumber = part.record
      WHERE own.record = ?
      """, .integer(record)
    ) { (record: $0.integer(0), region: $0.text(1) ?? "") }
    guard let current else { return false }
    let several = try connection.rows(
      "SELECT region FROM thingRegion WHERE record = ?", [.integer(current.record)]
    ) { $0.text(0) ?? "" }
    let known = several.isEmpty ? [current.region] : several
    return try documents.allSatisfy { document in
      let region = try connection.first(
        "SELECT region FROM documentRecord WHERE recordNumber = ?", .integer(document)
      ) { $0.text(0) ?? "" }
      return known.contains(region ?? "")
    }
  }

  /// Works out the regions of the thing that a record speaks of anew.
  func renewRegions(of record: Int64) throws {
    let numbers = try connection.rows(
      """
      SELECT part.record, part.isCurrent FROM sameness AS own
        JOIN sameness AS part ON part.entity = own.entity
      WHERE own.record = ?
      """, [.integer(record)]
    ) { (record: $0.integer(0), isCurrent: $0.integer(1) == 1) }
    let group = try numbers.compactMap { try member($0.record) }
    let shown = numbers.first { $0.isCurrent }?.record
    guard let current = group.first(where: { $0.number == shown }) else { return }
    try write(regions: regions(of: group), of: group, current)
  }

  /// The homes of all records of the thing that a record speaks of.
  func homesOfThing(of record: Int64) throws -> Set<Home> {
    Set(
      try connection.rows(
        """
        SELECT DISTINCT other.region, other.nameKey FROM sameness AS own
          JOIN sameness AS part ON part.entity = own.entity
          JOIN \(kind.table) AS other ON other.recordNumber = part.record
        WHERE own.record = ?
        """, [.integer(record)]
      ) { Home(region: $0.text(0) ?? "", name: $0.text(1) ?? "") })
  }
}
