/// The regions that a table has rows of, kept as long as nothing is written.
struct RegionNames {
  private var version: (outside: Int64, inside: Int64) = (-1, -1)
  private var names: [String: [String]] = [:]

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
