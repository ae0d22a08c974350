import Domain

/// The regions that a table has rows of, kept as long as nothing is written.
struct RegionNames {
  private var version: (outside: Int64, inside: Int64) = (-1, -1)
  private var names: [String: [String]] = [:]
  /// The names of each table by their folded letters.
  private var folded: [String: [String: [String]]] = [:]

  /// Knows of no region yet.
  init() {}

  /// The names in the order of their bytes.
  static func all(of table: String, _ connection: Connection) throws -> [String] {
    let version = try connection.version()
    if connection.regionNames.version != version {
      connection.regionNames = RegionNames()
      connection.regionNames.version = version
    }
    if let known = connection.regionNames.names[table] { return known }
    let found = try read(table, connection)
    connection.regionNames.names[table] = found
    return found
  }

  /// The names as a table writes them that are one of these, whatever their case and diacritics.
  static func all(
    of table: String, meaning wanted: [String], _ connection: Connection
  ) throws -> [String] {
    let names = try all(of: table, connection)
    if connection.regionNames.folded[table] == nil {
      connection.regionNames.folded[table] = Dictionary(grouping: names) { Folding.fold($0) }
    }
    let keys = Set(wanted.map { Folding.fold($0.trimmed) })
    let found = keys.flatMap { connection.regionNames.folded[table]?[$0] ?? [] }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Finds each name by a jump in the index where there is one.
  private static func read(_ table: String, _ connection: Connection) throws -> [String] {
    try connection.rows(
      """
      WITH RECURSIVE found(region) AS (
        SELECT min(region) FROM \(table)
        UNION ALL
        SELECT (SELECT min(region) FROM \(table) WHERE region > found.region)
        FROM found WHERE found.region IS NOT NULL
      )
      SELECT region FROM found WHERE region IS NOT NULL
      """
    ) { $0.text(0) ?? "" }
  }
}
