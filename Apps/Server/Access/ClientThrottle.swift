import Synchronization

/// Sends away whoever asks more often than it may.
///
/// Final class because all requests share its counts.
final class ClientThrottle: Sendable {
  private let throttle: Mutex<RequestThrottle>
  private let sparesThisMachine: Bool

  /// - Parameters:
  ///   - rate: Requests a second of one client.
  ///   - sparesThisMachine: Whether programs of this machine may ask as often as they like.
  init(rate: Int, sparesThisMachine: Bool) {
    throttle = Mutex(RequestThrottle(rate: rate))
    self.sparesThisMachine = sparesThisMachine
  }

  /// - Throws: ``Refusal`` for a client that asks too often.
  func check(_ asked: Asked) throws(Refusal) {
    let client = ClientAddress.of(asked)
    if sparesThisMachine, ClientAddress.isLoopback(client) { return }
    let now = ContinuousClock.now
    guard throttle.withLock({ $0.allows(client, at: now) }) else { throw .tooMany(wait: 1) }
  }
}
