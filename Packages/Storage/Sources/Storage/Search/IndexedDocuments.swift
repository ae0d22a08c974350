/// What the search index knows of documents, as small numbers: each slot is read when a question
/// first meets it and kept as long as nothing is written, so that counting very many lines takes no
/// further look at the tables.
struct IndexedDocuments {
  /// Region, body, year and kind.
  static let columns = 4

  /// How many lines have each value, by the numbers of the values.
  struct Counts {
    fileprivate var counts = [[Int]](repeating: [], count: IndexedDocuments.columns)
  }

  private var version: (outside: Int64, inside: Int64) = (-1, -1)
  private var slots: [Int64: SIMD4<Int32>] = [:]
  private var numbers = [[String?: Int32]](repeating: [:], count: columns)
  private var values = [[String?]](repeating: [], count: columns)

  /// Knows of no document yet.
  init() {}

  /// Forgets what may have changed.
  static func refresh(_ connection: Connection) throws {
    let version = try connection.version()
    if connection.indexedDocuments.version != version {
      connection.indexedDocuments = IndexedDocuments()
      connection.indexedDocuments.version = version
    }
  }

  /// Counts lines of a slot of the index.
  mutating func count(
    _ lines: Int, of slot: Int64, in connection: Connection, _ counts: inout Counts
  ) throws {
    guard let known = try slots[slot] ?? read(slot, connection) else { return }
    for column in 0..<Self.columns {
      let value = Int(known[column])
      let missing = value + 1 - counts.counts[column].count
      if missing > 0 { counts.counts[column] += repeatElement(0, count: missing) }
      counts.counts[column][value] += lines
    }
  }

  /// The counts by the values themselves.
  func values(_ counts: Counts) -> [[String?: Int]] {
    zip(values, counts.counts).map { values, counts in
      Dictionary(
        zip(values, counts).filter { $0.1 > 0 }, uniquingKeysWith: { first, _ in first })
    }
  }

  private mutating func read(_ slot: Int64, _ connection: Connection) throws
    -> SIMD4<Int32>?
  {
    let found = try connection.first(
      "SELECT region, body, year, kind FROM indexedDocument WHERE number = ?", .integer(slot)
    ) { row in (0..<Self.columns).map { row.text($0) } }
    guard let found else { return nil }
    var known = SIMD4<Int32>()
    for (column, value) in found.enumerated() {
      if numbers[column][value] == nil {
        numbers[column][value] = Int32(values[column].count)
        values[column].append(value)
      }
      known[column] = numbers[column][value] ?? 0
    }
    slots[slot] = known
    return known
  }
}
