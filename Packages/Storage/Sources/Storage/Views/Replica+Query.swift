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
    try ask(view, ViewQuery(regions: regions, filters: filters)).rows
  }

  /// Answers a view with a page of rows.
  /// - Throws: ``StorageError/noSuchField(_:known:)`` for a condition on a column that the view
  ///   lacks; ``StorageError/noSuchRecord(_:)`` for a page after a row that is not there.
  public func ask(_ view: ConsolidatedView, _ query: ViewQuery) throws -> ViewAnswer {
    try connection.reading {
      var question = try ViewQuestion(
        table: DerivedSchema.quoted(view.name), kind: view.kind, fields: view.columns.map(\.field),
        order: view.order, facets: view.facets, aliases: view.aliases, hasOwnIDs: view.hasOwnIDs,
        joinsRecords: view.joinsRecords, regionTable: view.regionTable, query, connection)
      question.mixesKinds = view.kind == Event.kind
      return try answer(question, kind: view.kind, query)
    }
  }

  /// The records of a kind, with all their fields and their evidence.
  public func list(
    _ kind: RecordKind, regions: [String] = [], filters: [RowFilter] = []
  ) throws -> [ViewRow] {
    try ask(kind, ViewQuery(regions: regions, filters: filters)).rows
  }

  /// A page of the records of a kind, with all their fields.
  public func ask(_ kind: RecordKind, _ query: ViewQuery) throws -> ViewAnswer {
    try connection.reading {
      let question = try ViewQuestion(
        table: kind.view, kind: kind, fields: kind.listedFields,
        order: [.ascending("region"), .ascending(kind.title.name)],
        facets: [.column(.region)], query, connection)
      return try answer(question, kind: kind, query)
    }
  }

  private func answer(_ question: ViewQuestion, kind: RecordKind, _ query: ViewQuery) throws
    -> ViewAnswer
  {
    var answer = ViewAnswer()
    var numbers: [Int64?] = []
    answer.rows = try question.rows(connection) { row in
      numbers.append(question.numberPlace.map { row.integer($0) })
      let own = question.mixesKinds ? row.text(question.fields.count + 2) : nil
      return try Replica.read(
        row, kind: own.flatMap(RecordKind.named) ?? kind, fields: question.fields)
    }
    let before = query.after.flatMap { Int($0) } ?? 0
    if let limit = query.limit, answer.rows.count > limit {
      answer.rows.removeLast()
      answer.next =
        question.hasOwnIDs
        ? answer.rows.last?.id.description : String(before + answer.rows.count)
    }
    answer.total = answer.rows.count
    if query.withFacets { (answer.total, answer.facets) = try question.count(connection) }
    if query.withEvidence {
      var evidence = EvidenceReader(connection)
      answer.rows = try zip(answer.rows, numbers).map { row, number in
        try evidence.complete(row, number: number, joinsRecords: question.joinsRecords)
      }
    }
    return answer
  }

  /// One record with all its fields and its evidence.
  public func show(_ id: RecordID) throws -> ViewRow {
    try connection.reading { try read(id) }
  }

  /// The one record whose identifier starts with `prefix`, with all its fields and its evidence.
  public func show(withPrefix prefix: String) throws -> ViewRow {
    try connection.reading {
      // Nothing longer begins with a whole identifier, so there is nothing to search.
      if let whole = RecordID(prefix) { return try read(whole) }
      return try read(record(withPrefix: prefix))
    }
  }

  private func read(_ id: RecordID) throws -> ViewRow {
    let (kind, number) = try place(of: id)
    let question = RecordQuestion.of(kind)
    var evidence = EvidenceReader(connection)
    let row = try connection.first(question.sql, .integer(number)) { row in
      var cells = question.fields.enumerated().map { place, field in
        Replica.cell(row, place + 1, of: field)
      }
      if let quoted = question.quoted, cells[quoted] == .none, !row.isNull(question.quotePlace) {
        let place = question.quotePlace
        let range = SourceRange(Int(row.integer(place + 1)), Int(row.integer(place + 2)))
        cells[quoted] = .text(try evidence.text(range, of: row.integer(place)))
      }
      return ViewRow(id: id, kind: kind, region: row.text(0) ?? "", cells: cells, evidence: [])
    }
    guard let row else { throw StorageError.noSuchRecord(id.description) }
    return try evidence.complete(row, number: number)
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
}

extension RecordKind {
  /// The fields that a list shows: all but the region, which every row has, and the evidence.
  public var listedFields: [Field] { fields.filter { $0 != .evidence && $0 != .region } }
}

extension Replica {
  /// The names of the regions that projects, meetings and documents belong to, in Czech order.
  public func regions() throws -> [String] {
    let kinds = [Project.kind, Meeting.kind, ImportedDocument.kind]
    let names = try kinds.flatMap { try RegionNames.all(of: $0.table, connection) }
    return Set(names).filter { !$0.isEmpty }.sorted(by: CzechCollation.areInOrder)
  }
}
