import HTTPTypes
import Hummingbird
import NIOCore

/// Which address is answered by what.
struct HubRouter {
  /// How often one client may ask.
  struct Rate: Sendable {
    /// Requests a second.
    var requests = 100
    /// Whether programs of this machine may ask as often as they like.
    var sparesThisMachine = true
  }

  private let hub: Hub
  private let rate: Rate
  private let isSecure: Bool
  private let endpoints: [Endpoint]

  /// - Parameter isSecure: Whether the hub itself speaks TLS.
  init(_ hub: Hub, rate: Rate = Rate(), isSecure: Bool = false) throws {
    self.hub = hub
    self.rate = rate
    self.isSecure = isSecure
    endpoints = try HubRouter.endpoints(of: hub)
  }

  /// Everything that a hub answers.
  static func endpoints(of hub: Hub) throws -> [Endpoint] {
    let answered =
      ViewEndpoints(hub: hub).all + RecordEndpoints(hub: hub).all + SearchEndpoint(hub: hub).all
      + RightsEndpoints(hub: hub).all
    let described = DescriptionEndpoint(hub: hub, answered: answered).all + answered
    return try OperationEndpoints.all(hub) + ExchangeEndpoints.all(hub) + described
      + PageEndpoints(hub: hub).all
  }

  /// Makes the router. An endpoint is asked only once it is settled who asks.
  func make() -> Router<HubContext> {
    let router = Router(context: HubContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: WatchMiddleware(figures: hub.figures, refusals: hub.refusals))
    router.add(middleware: SecurityHeaders(isSecure: isSecure))
    router.add(middleware: ProblemMiddleware(endpoints: endpoints))
    router.add(
      middleware: ThrottleMiddleware(
        rate: rate.requests, sparesThisMachine: rate.sparesThisMachine))
    for endpoint in endpoints {
      router.on(endpoint.routerPath, method: endpoint.method) { [hub] request, context in
        var context = context
        context.caller = try hub.gatekeeper.admit(
          Gatekeeper.Credentials(request, context), to: endpoint.access)
        return try await endpoint.handler(request, context)
      }
    }
    return router
  }
}
