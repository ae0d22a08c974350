import Desk
import Domain
import Hummingbird
import Storage

/// `/api/v1/…`: the consolidated views, the same rows as `soulad query`, page by page.
struct ViewEndpoints: Sendable {
  let hub: Hub

  /// Each view under its name, and under its name with the extension of each form.
  var all: [Endpoint] {
    ConsolidatedView.all.flatMap { view -> [Endpoint] in
      [endpoint(view, nil)] + ViewEndpoints.forms(of: view).map { endpoint(view, $0) }
    }
  }

  /// The forms of a view; what has days is a calendar too.
  static func forms(of view: ConsolidatedView) -> [Representation] {
    [.json, .csv, .ndjson] + (calendars.contains(view.name) ? [.calendar] : [])
  }

  private static let calendars: Set<String> = [
    "meetings", "tasks", "events", "commitments", "calendar",
  ]

  /// Which views citizens get; a new one is not public before somebody thought about it.
  static let publicViews: Set<String> = [
    "projects", "services", "organizations", "meetings", "attendance", "tasks", "commitments",
    "resolutions", "votes", "calls", "plans", "events", "figures", "contacts", "regions",
  ]

  private func endpoint(_ view: ConsolidatedView, _ form: Representation?) -> Endpoint {
    let suffix = form.map { ".\($0.rawValue)" } ?? ""
    let parameters = ViewEndpoints.parameters(of: view)
    let access: Access = ViewEndpoints.publicViews.contains(view.name) ? .reading : .readingWhole
    let forms = form.map { [$0] } ?? ViewEndpoints.forms(of: view)
    return Endpoint(
      .get, "/api/v1/\(view.name)\(suffix)", access: access,
      EndpointDescription(
        operation: view.name + (form.map { $0.rawValue.uppercased() } ?? ""),
        summary: "\(view.label.english) of all regions\(form.map { " as \($0.rawValue)" } ?? "").",
        parameters: parameters,
        answers: forms.map { ($0.plainType, $0 == .json ? "\(view.name)Answer" : nil) })
    ) { asked, _ in
      let query = try Query(asked, parameters)
      let form = try form ?? Representation.wished(by: asked, among: forms)
      var question = try ViewEndpoints.question(query, of: view, asked.caller)
      question.withEvidence = form == .json || form == .ndjson
      let path = asked.path
      let reduction = asked.caller.seesReduced ? hub.reduction : nil
      let region = asked.caller.region.map { RegionReduction(region: $0) }
      return try await Answering(hub: hub).answer(
        asked, as: form
      ) { [question] replica in
        let page =
          try reduction?.page(view, question, at: replica)
          ?? region?.page(view, question, at: replica) ?? replica.page(view, question)
        return page.body(form, asObject: question.withFacets, path: path, query)
      }
    }
  }

  /// What a view can be asked.
  static func parameters(of view: ConsolidatedView) -> [Parameter] {
    let conditions = view.conditions.flatMap { name, column in
      [Parameter(of: column, named: name), Parameter(excluding: column, named: name)]
        + (column.isOrdered ? Parameter.bounds(of: column, named: name) : [])
    }
    return [.regions] + conditions + [.limit, .after, .facets]
  }

  private static func question(
    _ query: Query, of view: ConsolidatedView, _ caller: Caller
  ) throws -> PageQuestion {
    let filters = query.filters(on: view)
    if caller.seesReduced { try PublicReduction.checkConditions(filters, of: view) }
    return PageQuestion(
      regions: try caller.regions(query.texts(Field.region.name)),
      filters: filters, limit: query.integer("limit") ?? Parameter.usualRows,
      after: query.text("after"), withFacets: query.isSet("facets"))
  }
}

extension Caller {
  /// The regions to ask for: a program that is shown one only cannot ask for others.
  func regions(_ asked: [String]) throws -> [String] {
    guard let only = region else { return asked }
    let folded = Folding.fold(only)
    guard asked.allSatisfy({ Folding.fold($0) == folded }) else { throw Refusal.forbidden }
    return [only]
  }
}

extension Parameter {
  /// The condition that a column has a value: `name=value`.
  fileprivate init(of column: Field, named name: String) {
    self.init(
      name: name, place: .query, kind: Kind(column),
      summary: "Condition on “\(column.label.english)”; empty for what is not stated.")
  }

  /// The condition that it has not: `name!=value`.
  fileprivate init(excluding column: Field, named name: String) {
    self.init(
      name: name + "!", place: .query, kind: Kind(column),
      summary: "“\(column.label.english)” is not that; empty for what is stated.")
  }

  /// The conditions that it lies within bounds: `name<=value`, `name>=value`.
  fileprivate static func bounds(of column: Field, named name: String) -> [Parameter] {
    let kind = column.type == .date ? Kind.date : .bound(least: column.minimum)
    return [("<", "at most that, or not after it"), (">", "at least that, or not before it")].map {
      Parameter(
        name: name + $0, place: .query, kind: kind,
        summary: "“\(column.label.english)” is \($1).")
    }
  }
}

extension Parameter.Kind {
  /// What conditions on a field look like.
  fileprivate init(_ field: Field) {
    switch field.type {
    case .text, .longText, .companyNumber, .reference, .source: self = .text
    case .date: self = .beginningOfDate
    case .integer: self = .number(least: field.minimum)
    case .boolean: self = .boolean
    case .choice(let list): self = .choice(list.entries.map(\.code))
    }
  }
}

extension AnswerPage {
  /// The page in a form, with where the next one is (RFC 8288).
  func body(
    _ form: Representation, asObject: Bool, path: String, _ query: Query
  ) -> Answering.Body {
    let bytes =
      switch form {
      case .csv: Array(OutputFormat.csv.text(answer, in: .english).utf8)
      case .ndjson: answer.jsonLines.bytes
      case .calendar: Array(OutputFormat.ics.text(answer, in: .english).utf8)
      case .json: json(asObject: asObject)
      }
    let links = next.map { [("Link", "<\(path)?\(query.followed(by: $0))>; rel=\"next\"")] } ?? []
    return Answering.Body(bytes: bytes, headers: links.map { (name: $0.0, value: $0.1) })
  }
}
