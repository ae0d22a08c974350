public import Domain

extension Replica {
  /// Answers a view.
  /// - Parameters:
  ///   - regions: The names of regions to keep; empty keeps all. Case and diacritics do not matter.
  ///   - filters: Conditions that a row must all meet.
  /// - Throws: ``StorageError/noSuchField(_:known:)`` for a condition on a column that the view
  ///   lacks.
  public func query(
    _ view: ConsolidatedView, regions: [String] = [], filters: [RowFilter] = []
  ) throws -> [ViewRow] {
    let names = view.columns.map { DerivedSchema.quoted($0.field.name) }.joined(separator: ", ")
    let sql = "SELECT id, region, \(names) FROM \(DerivedSchema.quoted(view.name))"
    let fields = view.columns.map(\.field)
    return try connection.reading {
      let rows = try rows(sql, kind: view.kind, fields: fields, regions: regions, filters: filters)
      return try complete(sorted(rows, by: view.order, fields: fields))
    }
  }

  private func complete(_ rows: [ViewRow]) throws -> [ViewRow] {
    var evidence = EvidenceReader(connection)
    return try rows.map { try evidence.complete($0) }
  }

  /// The records of a kind, with all their fields and their evidence.
  public func list(
    _ kind: RecordKind, regions: [String] = [], filters: [RowFilter] = []
  ) throws -> [ViewRow] {
    let fields = kind.listedFields
    let names = fields.map { DerivedSchema.quoted($0.name) }.joined(separator: ", ")
    let sql = "SELECT id, region, \(names) FROM \(kind.table)"
    return try connection.reading {
      let rows = try rows(sql, kind: kind, fields: fields, regions: regions, filters: filters)
      let order: [ConsolidatedView.SortKey] = [.ascending("region"), .ascending(kind.title.name)]
      return try complete(sorted(rows, by: order, fields: fields))
    }
  }

  /// One record with all its fields and its evidence.
  public func show(_ id: RecordID) throws -> ViewRow {
    try connection.reading { try read(id) }
  }

  private func read(_ id: RecordID) throws -> ViewRow {
    let kind = try kind(of: id)
    let fields = kind.listedFields
    let names = fields.map { DerivedSchema.quoted($0.name) }.joined(separator: ", ")
    let row = try connection.first(
      "SELECT id, region, \(names) FROM \(kind.table) WHERE id = ?",
      .text(id.description)
    ) { row in try Replica.read(row, kind: kind, fields: fields) }
    guard let row else { throw StorageError.noSuchRecord(id.description) }
    var evidence = EvidenceReader(connection)
    return try evidence.complete(row)
  }

  private func rows(
    _ sql: String, kind: RecordKind, fields: [Field], regions: [String], filters: [RowFilter]
  ) throws -> [ViewRow] {
    let conditions = try filters.map { filter in
      guard let place = fields.firstIndex(where: { $0.name == filter.column }) else {
        throw StorageError.noSuchField(filter.column, known: fields.map(\.name))
      }
      return (place: place, filter: try filter.checked(for: fields[place]))
    }
    let wanted = Set(regions.map { Folding.fold($0) })
    return try connection.rows(sql) { row in try Replica.read(row, kind: kind, fields: fields) }
      .filter { row in
        (wanted.isEmpty || wanted.contains(Folding.fold(row.region)))
          && conditions.allSatisfy { $0.filter.accepts(row.cells[$0.place], of: fields[$0.place]) }
      }
  }

  private static func read(_ row: Row, kind: RecordKind, fields: [Field]) throws -> ViewRow {
    guard let id = row.text(0).flatMap(RecordID.init) else {
      throw StorageError.damaged(place: kind.name)
    }
    let cells = fields.enumerated().map { place, field in cell(row, place + 2, of: field) }
    return ViewRow(id: id, kind: kind, region: row.text(1) ?? "", cells: cells, evidence: [])
  }

  private static func cell(_ row: Row, _ column: Int, of field: Field) -> ViewRow.Cell {
    if row.isNull(column) { return .none }
    if field.merge == .set { return .list(JSONStrings.decode(row.text(column) ?? "")) }
    switch field.type {
    case .integer: return .integer(row.integer(column))
    case .boolean: return .boolean(row.integer(column) != 0)
    case .text, .longText, .date, .companyNumber, .choice, .reference, .source:
      return .text(row.text(column) ?? "")
    }
  }

  private func sorted(
    _ rows: [ViewRow], by order: [ConsolidatedView.SortKey], fields: [Field]
  ) -> [ViewRow] {
    let keyed = rows.map { row in
      (row: row, keys: order.map { key in sortKey(of: row, key.column, fields) })
    }
    return keyed.sorted { left, right in
      for (place, key) in order.enumerated() where left.keys[place] != right.keys[place] {
        let isBefore = left.keys[place].lexicographicallyPrecedes(right.keys[place])
        return isBefore != key.isDescending
      }
      return left.row.id < right.row.id
    }.map(\.row)
  }

  private func sortKey(of row: ViewRow, _ column: String, _ fields: [Field]) -> [UInt8] {
    guard column != Field.region.name else { return CzechCollation.key(row.region) }
    guard let place = fields.firstIndex(where: { $0.name == column }) else { return [] }
    return switch row.cells[place] {
    case .text(let text): CzechCollation.key(text)
    case .integer(let number): RecordID(high: 0, low: UInt64(bitPattern: number)).bytes
    case .none, .boolean, .list: []
    }
  }
}

extension RecordKind {
  /// The fields that a list shows: all but the region, which every row has, and the evidence.
  public var listedFields: [Field] { fields.filter { $0 != .evidence && $0 != .region } }
}

extension Replica {
  /// The names of the regions that projects, meetings and documents belong to, in Czech order.
  public func regions() throws -> [String] {
    try connection.rows(
      """
      SELECT region FROM projectRecord UNION SELECT region FROM meetingRecord
      UNION SELECT region FROM documentRecord
      """
    ) { row in row.text(0) ?? "" }
    .filter { !$0.isEmpty }.sorted(by: CzechCollation.areInOrder)
  }
}
