import Desk
import Domain
import Hummingbird
import Storage

/// `/api/v1/…`: the consolidated views as JSON, the same rows as `soulad query --format json`.
struct ViewRoutes {
  let hub: Hub

  func add(to router: Router<BasicRequestContext>) {
    let api = router.group("/api/v1")
    for view in ConsolidatedView.all {
      api.get("\(view.name)") { request, _ in
        let question = try ViewQuestion(request, of: view)
        let answer = try await hub.query(
          view, regions: question.regions, filters: question.filters)
        return JSONResponse(OutputFormat.json.text(answer, in: .english))
      }
    }
    api.get("search") { request, _ in
      let parameters = request.uri.queryParameters
      let regions = parameters.getAll("region")
      let answer = try await hub.search(parameters.get("q") ?? "", regions: regions)
      return JSONResponse(OutputFormat.json.text(answer, in: .english))
    }
  }
}

/// What a request asks of a view: `region` may be given several times, every other parameter is a
/// condition on a column.
struct ViewQuestion {
  let regions: [String]
  let filters: [RowFilter]

  init(_ request: Request, of view: ConsolidatedView) throws {
    var regions: [String] = []
    var filters: [RowFilter] = []
    let known = view.columns.map(\.field.name)
    for (name, value) in request.uri.queryParameters {
      let (name, value) = (String(name), String(value))
      guard !value.isEmpty, name != "lang" else { continue }
      if name == Field.region.name {
        regions.append(value)
      } else if known.contains(name) {
        filters.append(RowFilter(column: name, text: value))
      } else {
        throw StorageError.noSuchField(name, known: [Field.region.name] + known)
      }
    }
    self.regions = regions
    self.filters = filters
  }
}
