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

  /// The program's name as answers bear it.
  static let serverName = "soulad"

  private let hub: Hub
  private let throttle: ClientThrottle
  private let isSecure: Bool
  private let endpoints: [Endpoint]
  private let templates: PageTemplates

  /// - Parameter isSecure: Whether the hub itself speaks TLS.
  init(_ hub: Hub, rate: Rate = Rate(), isSecure: Bool = false) throws {
    self.hub = hub
    throttle = ClientThrottle(rate: rate.requests, sparesThisMachine: rate.sparesThisMachine)
    self.isSecure = isSecure
    templates = try PageTemplates()
    endpoints = HubRouter.endpoints(of: hub, templates)
  }

  /// Everything that a hub answers.
  static func endpoints(of hub: Hub, _ templates: PageTemplates) -> [Endpoint] {
    let answered =
      ViewEndpoints(hub: hub).all + RecordEndpoints(hub: hub).all + SearchEndpoint(hub: hub).all
      + RightsEndpoints(hub: hub).all
    let described = DescriptionEndpoint(hub: hub, answered: answered).all + answered
    return OperationEndpoints.all(hub) + ExchangeEndpoints.all(hub) + described
      + PageEndpoints(hub: hub, templates: templates).all
      + (hub.corrections.map { corrections in
        CorrectionEndpoints(hub: hub, templates: templates, corrections: corrections).all
          + ImportEndpoints(hub: hub, templates: templates, corrections: corrections).all
          + DeskExchangeEndpoints(hub: hub, templates: templates, corrections: corrections).all
      } ?? [])
  }

  /// What every request meets, whichever way it is answered.
  private var reception: Reception {
    Reception(
      throttle: throttle,
      problems: Problems(endpoints: endpoints, templates: templates, logger: hub.logger),
      headers: SecurityHeaders(isSecure: isSecure), figures: hub.figures, refusals: hub.refusals,
      logger: hub.logger)
  }

  /// Makes the router. An endpoint is asked only once it is settled who asks.
  func make() -> Router<HubContext> {
    let router = Router(context: HubContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: ReceptionMiddleware(reception: reception))
    for endpoint in endpoints {
      router.on(endpoint.routerPath, method: endpoint.method) { [hub] request, context in
        var asked = context.asked ?? Asked(request, from: context.peer)
        asked.variable = context.parameters.get("id") ?? ""
        asked.caller = try hub.gatekeeper.admit(
          Gatekeeper.Credentials(asked), to: endpoint.access)
        return Response(try await endpoint.handler(asked, request.body))
      }
    }
    return router
  }

  /// Makes the desk for what needs no task.
  func makeLightDesk() -> LightDesk {
    LightDesk(endpoints, reception: reception, gatekeeper: hub.gatekeeper)
  }
}
