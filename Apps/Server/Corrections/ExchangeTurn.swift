import Desk
import Storage
import Synchronization

/// Whose turn it is to exchange with hubs: one exchange at a time, so that nothing travels twice.
///
/// Final class because all requests share it.
final class ExchangeTurn: Sendable {
  private let isTaken = Atomic(false)

  /// Runs an exchange unless another runs.
  /// - Throws: ``ErrorReport/Failure`` while another does.
  func take<Result>(_ exchange: () async throws -> Result) async throws -> Result {
    let turn = isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring)
    guard turn.exchanged else { throw ErrorReport.Failure(.exchangeUnderway) }
    defer { isTaken.store(false, ordering: .releasing) }
    return try await exchange()
  }
}

/// A desk opens its file for each step of an exchange, in the queue in which forms wait too.
extension Hub: ReplicaLender {
  func use<Result: Sendable>(
    _ body: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result {
    try await correct(body)
  }
}
