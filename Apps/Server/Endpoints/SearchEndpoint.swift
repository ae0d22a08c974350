import Desk
import Domain
import Hummingbird
import Storage

/// `/api/v1/search`: lines of documents by their words.
struct SearchEndpoint: Sendable {
  let hub: Hub

  private static let question = Parameter(
    name: "q", place: .query, kind: .text,
    summary: "What is looked for; words in quotes stand together, a star ends a beginning.",
    isRequired: true)
  private static let limit = Parameter(
    name: "limit", place: .query, kind: .integer(1...1_000),
    summary: "The most lines of the page, 50 unless said otherwise.")

  var all: [Endpoint] {
    let parameters: [Parameter] = [Self.question, .regions, Self.limit, .after, .facets]
    return [
      Endpoint(
        .get, "/api/v1/search", access: .readingWhole,
        EndpointDescription(
          operation: "search", summary: "Lines of documents by their words, the best first.",
          parameters: parameters, answers: [(Representation.json.plainType, "searchAnswer")])
      ) { asked, _ in
        let query = try Query(asked, parameters)
        let regions = try asked.caller.regions(query.texts(Field.region.name))
        let asObject = query.isSet("facets")
        let path = asked.path
        return try await Answering(hub: hub).answer(
          asked, as: .json
        ) { replica in
          let page = try replica.page(searching: query, regions)
          return page.body(.json, asObject: asObject, path: path, query)
        }
      }
    ]
  }
}
