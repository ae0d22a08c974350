import Hummingbird
import Synchronization

/// Sends away whoever asks more often than it may.
///
/// Final class because all requests share its counts.
final class ThrottleMiddleware: RouterMiddleware {
  private let throttle: Mutex<RequestThrottle>
  private let sparesThisMachine: Bool

  /// - Parameters:
  ///   - rate: Requests a second of one client.
  ///   - sparesThisMachine: Whether programs of this machine may ask as often as they like.
  init(rate: Int, sparesThisMachine: Bool) {
    throttle = Mutex(RequestThrottle(rate: rate))
    self.sparesThisMachine = sparesThisMachine
  }

  func handle(
    _ request: Request, context: HubContext,
    next: (Request, HubContext) async throws -> Response
  ) async throws -> Response {
    let client = ClientAddress.of(request, context)
    if !sparesThisMachine || !ClientAddress.isLoopback(client) {
      let now = ContinuousClock.now
      guard throttle.withLock({ $0.allows(client, at: now) }) else {
        throw Refusal.tooMany(wait: 1)
      }
    }
    return try await next(request, context)
  }
}
