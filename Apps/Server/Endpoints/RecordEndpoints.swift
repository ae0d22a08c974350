import Desk
import Domain
import Hummingbird
import Storage

/// Records with their evidence and history, documents with their text and its blocks, and what
/// waits for a decision.
struct RecordEndpoints: Sendable {
  let hub: Hub

  var all: [Endpoint] {
    let list = ConsolidatedView.named("documents") == nil ? [documents] : []
    return list + [record, history, document, blocks, conflicts]
  }

  private var record: Endpoint {
    single(
      "/api/v1/records/{id}", "record", "A record with all its fields and their evidence.",
      schema: "Record", isLight: true
    ) { _, row in Answer([row], of: row.kind).jsonLines.bytes }
  }

  private var history: Endpoint {
    single(
      "/api/v1/records/{id}/history", "recordHistory",
      "Who changed what of a record, when and from where, the oldest first.", schema: "History"
    ) { replica, row in
      let answer = Answer(
        try replica.history(of: row.id), of: row.id, row.kind, row.region, .english)
      return AnswerPage(answer: answer).json(asObject: false)
    }
  }

  private var document: Endpoint {
    single(
      "/api/v1/documents/{id}", "document", "A document with its plain text.", schema: "Record",
      kind: ImportedDocument.kind
    ) { _, row in Answer([row], of: row.kind).jsonLines.bytes }
  }

  private var blocks: Endpoint {
    single(
      "/api/v1/documents/{id}/blocks", "documentBlocks",
      "The lines of a document with their places in its text.", schema: "Blocks",
      kind: ImportedDocument.kind
    ) { _, row in DocumentBlocks.json(of: Answer([row], of: row.kind)) }
  }

  private var documents: Endpoint {
    let parameters: [Parameter] = [.regions, .limit, .after, .facets]
    return Endpoint(
      .get, "/api/v1/documents", access: .readingWhole,
      EndpointDescription(
        operation: "documents", summary: "The documents, without their text.",
        parameters: parameters, answers: [(Representation.json.plainType, "documentsAnswer")])
    ) { asked, _ in
      let query = try Query(asked, parameters)
      let question = PageQuestion(
        regions: try asked.caller.regions(query.texts(Field.region.name)), filters: [],
        limit: query.integer("limit") ?? Parameter.usualRows, after: query.text("after"),
        withFacets: query.isSet("facets"))
      let path = asked.path
      return try await Answering(hub: hub).answer(asked, as: .json) { replica in
        var page = try replica.page(ImportedDocument.kind, question)
        page.answer = page.answer.without(ImportedDocument.text.name)
        return page.body(.json, asObject: question.withFacets, path: path, query)
      }
    }
  }

  private var conflicts: Endpoint {
    Endpoint(
      .get, "/api/v1/conflicts", access: .readingWhole,
      EndpointDescription(
        operation: "conflicts", summary: "What waits for a person's decision.",
        answers: [(Representation.json.plainType, "Conflicts")])
    ) { asked, _ in
      _ = try Query(asked, [])
      let region = asked.caller.region
      return try await Answering(hub: hub).answer(asked, as: .json) { replica in
        let answer = Answer(try replica.conflicts(), .english)
        let rows = answer.rows.filter { region == nil || $0.region == region }
        let shown = Answer(columns: answer.columns, rows: rows)
        return Answering.Body(bytes: AnswerPage(answer: shown).json(asObject: false))
      }
    }
  }

  /// An endpoint for one record; whoever is shown one region finds no others.
  private func single(
    _ path: String, _ operation: String, _ summary: String, schema: String,
    kind: RecordKind? = nil, isLight: Bool = false,
    _ write: @escaping @Sendable (Replica, ViewRow) throws -> [UInt8]
  ) -> Endpoint {
    let answering = Answering(hub: hub)
    let light: Endpoint.LightHandler = { asked in
      try answering.lightAnswer(asked, as: .json, RecordEndpoints.body(of: asked, kind, write))
    }
    return Endpoint(
      .get, path, access: .readingWhole,
      EndpointDescription(
        operation: operation, summary: summary, parameters: [.record],
        answers: [(Representation.json.plainType, schema)]),
      light: isLight ? light : nil
    ) { asked, _ in
      _ = try Query(asked, [])
      return try await answering.answer(
        asked, as: .json, RecordEndpoints.body(of: asked, kind, write))
    }
  }

  private static func body(
    of asked: Asked, _ kind: RecordKind?,
    _ write: @escaping @Sendable (Replica, ViewRow) throws -> [UInt8]
  ) -> @Sendable (Replica) throws -> Answering.Body {
    let (id, region) = (asked.variable, asked.caller.region)
    return { replica in
      let row = try replica.show(withPrefix: id)
      guard region == nil || row.region == region, kind == nil || row.kind == kind else {
        throw StorageError.noSuchRecord(id)
      }
      return Answering.Body(bytes: try write(replica, row))
    }
  }
}

extension Answer {
  /// The answer without a column.
  fileprivate func without(_ name: String) -> Answer {
    guard let place = columns.firstIndex(where: { $0.field.name == name }) else { return self }
    var columns = columns
    columns.remove(at: place)
    return Answer(
      columns: columns,
      rows: rows.map { row in
        var cells = row.cells
        cells.remove(at: place)
        return Row(
          id: row.id, kind: row.kind, region: row.region, cells: cells, evidence: row.evidence)
      })
  }
}
