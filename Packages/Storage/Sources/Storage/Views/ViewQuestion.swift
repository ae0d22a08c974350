import Domain

/// A question to one table or view, as SQL: filtered, sorted and cut by SQLite, so that its cost is
/// that of the rows that are looked at.
struct ViewQuestion {
  /// The table or view, quoted.
  let table: String
  /// The columns that are read, after `id` and `region`.
  let fields: [Field]
  /// The order of the rows.
  private(set) var order: [ConsolidatedView.SortKey]
  /// The columns that rows are counted by.
  let facets: [ViewFacet]
  /// Other names of columns.
  let aliases: [String: String]
  /// Whether rows are of several kinds, each named in the column `kind`.
  var mixesKinds = false
  /// Whether a row is of all records of one thing and proved by them.
  let joinsRecords: Bool
  /// The regions of things that are known in several; `nil` where a row has one.
  private let regionTable: RegionTable?
  /// Whether a row's identifier is its own; otherwise pages are counted by rows.
  let hasOwnIDs: Bool
  private let query: ViewQuery
  private var condition = SQLCondition("1")

  init(
    table: String, kind: RecordKind, fields: [Field], order: [ConsolidatedView.SortKey],
    facets: [ViewFacet], aliases: [String: String] = [:], hasOwnIDs: Bool = true,
    joinsRecords: Bool = false, regionTable: RegionTable? = nil, _ query: ViewQuery,
    _ connection: Connection
  ) throws {
    self.table = table
    self.fields = fields
    self.order = order
    self.facets = facets
    self.aliases = aliases
    self.hasOwnIDs = hasOwnIDs
    self.joinsRecords = joinsRecords
    self.regionTable = regionTable
    self.query = query
    var parts = try query.filters.map { filter in
      let field = try field(named: filter.column)
      return try SQLCondition(filter, on: field, of: hasOwnIDs ? kind : nil)
    }
    if !query.regions.isEmpty {
      let names = try regions(meaning: query.regions, connection)
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      let values = names.map(SQLValue.text)
      var regions = [SQLCondition("region IN (\(marks))", values: values)]
      if let regionTable {
        regions.append(
          SQLCondition(
            "recordNumber IN (SELECT record FROM \(regionTable.name) WHERE region IN (\(marks)))",
            values: values))
      }
      parts.append(SQLCondition(regions, joinedBy: "OR"))
      // Rows of one region need not be sorted by it, and SQLite can walk along an index.
      if names.count == 1 { self.order = order.filter { $0.column != Field.region.name } }
    }
    condition = SQLCondition(parts, joinedBy: "AND")
  }

  private func field(named name: String) throws -> Field {
    if name == Field.region.name { return .region }
    let alias = aliases[name] ?? name
    if let field = fields.first(where: { $0.name == alias }) { return field }
    if let field = ([.region] + fields).first(where: { $0.isCalled(name) }) { return field }
    throw StorageError.noSuchField(name, known: ([.region] + fields).map(\.call))
  }

  /// The names of the regions as the table writes them, each looked up once however many rows it
  /// has.
  private func regions(meaning names: [String], _ connection: Connection) throws -> [String] {
    let found = try RegionNames.all(of: table, meaning: names, connection)
    guard let regionTable else { return found }
    // A region may have nothing but records for which others stand.
    let others = try regionTable.tablesOfNames.map {
      try RegionNames.all(of: $0, meaning: names, connection)
    }
    return Set(found + others.joined()).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private var columns: String {
    let names = fields.map { DerivedSchema.quoted($0.name) } + (mixesKinds ? ["kind"] : [])
    return (names + (hasOwnIDs ? ["recordNumber"] : [])).joined(separator: ", ")
  }

  /// The column of the number of a row's record; `nil` where rows are no records.
  var numberPlace: Int? { hasOwnIDs ? fields.count + (mixesKinds ? 3 : 2) : nil }

  private var sorting: String {
    let keys = order.map { "\($0.sql)\($0.isDescending ? " DESC" : "")" }
    return (keys + [hasOwnIDs ? "recordNumber" : "id"]).joined(separator: ", ")
  }

  /// The rows of the page, and one more where there is one.
  func rows<Row>(_ connection: Connection, _ read: (Storage.Row) throws -> Row) throws -> [Row] {
    let limit = query.limit.map { "LIMIT \($0 + 1)" } ?? "LIMIT -1"
    var condition = condition
    var offset = ""
    if let after = query.after {
      if hasOwnIDs {
        condition = SQLCondition([condition, try self.after(after, connection)], joinedBy: "AND")
      } else {
        guard let count = Int(after), count >= 0 else { throw StorageError.noSuchRecord(after) }
        offset = "OFFSET \(count)"
      }
    }
    guard hasOwnIDs, query.limit != nil else {
      return try connection.rows(
        """
        SELECT id, region, \(columns) FROM \(table) WHERE \(condition.sql)
        ORDER BY \(sorting) \(limit) \(offset)
        """, condition.values, read)
    }
    // The page is chosen by the columns that it is sorted by alone; the others are read for its
    // rows only.
    let page =
      "SELECT recordNumber FROM \(table) WHERE \(condition.sql) ORDER BY \(sorting) \(limit)"
    return try connection.rows(
      """
      SELECT id, region, \(columns) FROM \(table) WHERE recordNumber IN (\(page))
      ORDER BY \(sorting)
      """, condition.values, read)
  }

  /// The rows behind the one with an identifier, in the order of the answer.
  private func after(_ id: String, _ connection: Connection) throws -> SQLCondition {
    let keys = order.map(\.sql) + ["recordNumber"]
    let number = try RecordID(id).flatMap { try RecordNumbers.find($0, in: connection) }
    let found = try connection.first(
      "SELECT \(keys.joined(separator: ", ")) FROM \(table) WHERE recordNumber = ?",
      .integer(number ?? 0)
    ) { row in keys.indices.map { row.value($0) } }
    guard let found else { throw StorageError.noSuchRecord(id) }
    var parts: [SQLCondition] = []
    for (place, value) in found.enumerated() {
      let isDescending = place < order.count && order[place].isDescending
      let before = (0..<place).map { SQLCondition("\(keys[$0]) IS ?", found[$0]) }
      let step: SQLCondition? =
        switch (value, isDescending) {
        case (.null, false): SQLCondition("\(keys[place]) IS NOT NULL")
        case (.null, true): nil
        case (_, false): SQLCondition("\(keys[place]) > ?", value)
        case (_, true): SQLCondition("\(keys[place]) < ? OR \(keys[place]) IS NULL", value)
        }
      if let step { parts.append(SQLCondition(before + [step], joinedBy: "AND")) }
    }
    return SQLCondition(parts, joinedBy: "OR")
  }

  /// How many rows there are and how they divide.
  func count(_ connection: Connection) throws -> WholeCounts.Count {
    guard query.regions.isEmpty, query.filters.isEmpty else { return try walk(connection) }
    return try WholeCounts.count(of: table, connection) { try walk(connection) }
  }

  /// Counts in one walk.
  private func walk(_ connection: Connection) throws -> WholeCounts.Count {
    let columns = facets.map(\.expression)
    let groups = columns.isEmpty ? "" : "GROUP BY \(columns.joined(separator: ", "))"
    let list = (columns + ["count(*)"]).joined(separator: ", ")
    var total = 0
    var counts = [[String?: Int]](repeating: [:], count: facets.count)
    try connection.forEach(
      "SELECT \(list) FROM \(table) WHERE \(condition.sql) \(groups)", condition.values
    ) { row in
      let number = Int(row.integer(columns.count))
      total += number
      for (place, facet) in facets.enumerated() {
        for value in facet.values(row.text(place)) { counts[place][value, default: 0] += number }
      }
    }
    return (total, zip(facets, counts).map { Facet($0.field, $1) })
  }
}

/// A column that the rows of a view are counted by.
struct ViewFacet: Sendable {
  let field: Field
  let expression: String
  /// The column whose years are counted.
  var yearOf: String?

  /// A column as it is.
  static func column(_ field: Field) -> ViewFacet {
    ViewFacet(field: field, expression: DerivedSchema.quoted(field.name))
  }

  /// The regions of a thing, which is counted in each of them.
  static let regions = ViewFacet(
    field: Field(
      Field.region.id, Field.region.name, .text, .set, label: Field.region.label),
    expression: DerivedSchema.quoted(ConsolidatedView.regionsOfThing.name))

  /// The year of a date.
  static func year(of field: Field) -> ViewFacet {
    ViewFacet(
      field: Field(0, "year", label: Label("Rok", "Year")),
      expression: "substr(\(DerivedSchema.quoted(field.name)), 1, 4)", yearOf: field.name)
  }

  /// The values of a cell; a set has several.
  func values(_ text: String?) -> [String?] {
    guard let text, field.merge == .set else { return [text] }
    return JSONStrings.decode(text)
  }
}
