import Hummingbird

/// `/api/v1/openapi.json`: what the API answers, made from the very declarations that the router
/// listens to.
struct DescriptionEndpoint: Sendable {
  private let text: String

  init(answered: [Endpoint]) { text = OpenAPIDocument(answered).json }

  var all: [Endpoint] {
    [
      Endpoint(.get, "/api/v1/openapi.json", access: .anybody) { [text] request, _ in
        var response = Response.packed(
          Array(text.utf8), type: "application/vnd.oai.openapi+json;version=3.1", for: request)
        response.headers[.cacheControl] = "public, max-age=300"
        return response
      }
    ]
  }
}
