/// How all rows of views divide, kept as long as nothing is written: what a page offers to choose
/// from is the same whatever was chosen, and some views take seconds to count.
struct WholeCounts {
  /// How many rows there are and how they divide.
  typealias Count = (total: Int, facets: [Facet])

  private var version: (outside: Int64, inside: Int64) = (-1, -1)
  /// What is overdue changes at midnight, with nothing written.
  private var day = ""
  private var counts: [String: Count] = [:]

  /// Has counted nothing yet.
  init() {}

  /// The count of a view, worked out by `count` where it is not known.
  static func count(
    of view: String, _ connection: Connection, _ count: () throws -> Count
  ) throws -> Count {
    let version = try connection.version()
    let day = try connection.first("SELECT date('now')") { $0.text(0) } ?? nil
    if connection.wholeCounts.version != version || connection.wholeCounts.day != day {
      connection.wholeCounts = WholeCounts()
      connection.wholeCounts.version = version
      connection.wholeCounts.day = day ?? ""
    }
    if let known = connection.wholeCounts.counts[view] { return known }
    let found = try count()
    connection.wholeCounts.counts[view] = found
    return found
  }
}
