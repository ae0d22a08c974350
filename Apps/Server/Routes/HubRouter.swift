import Hummingbird

/// Which address is answered by what.
enum HubRouter {
  /// Makes the router of a hub.
  static func make(_ hub: Hub) throws -> Router<BasicRequestContext> {
    let router = Router(
      context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ProblemMiddleware())
    HealthRoute.add(to: router)
    ViewRoutes(hub: hub).add(to: router)
    ExchangeRoute(hub: hub).add(to: router)
    try PageRoutes(hub: hub).add(to: router)
    return router
  }
}
