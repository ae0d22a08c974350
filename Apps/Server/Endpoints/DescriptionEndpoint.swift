import Hummingbird

/// `/api/v1/openapi.json`: what the API answers, made from the very declarations that the router
/// listens to.
struct DescriptionEndpoint: Sendable {
  private let hub: Hub
  private let asking: [UInt8]
  private let open: [UInt8]

  init(hub: Hub, answered: [Endpoint]) {
    self.hub = hub
    asking = Array(OpenAPIDocument(answered, asksWho: true).json.utf8)
    open = Array(OpenAPIDocument(answered, asksWho: false).json.utf8)
  }

  var all: [Endpoint] {
    [
      Endpoint(.get, "/api/v1/openapi.json", access: .anybody) { asked, _ in
        let text = try hub.gatekeeper.asksWho() ? asking : open
        return Reply.packed(
          text, type: "application/vnd.oai.openapi+json;version=3.1", for: asked)
      }
    ]
  }
}
