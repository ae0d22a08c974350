import Synchronization

/// How much of the exchange is worked on at once. A body is not read before there is room for it,
/// so that hundreds of offices that call at once cost their connections and not their memory.
///
/// Final class because all requests share the count.
final class ExchangeGate: Sendable {
  /// The bytes of bodies that are worked on at once; one body may be as large as that.
  private static let capacity = 64 << 20
  /// The messages that are worked on at once.
  private static let mostInside = 4
  /// The requests that may wait.
  private static let mostWaiting = 1_024

  private struct State {
    var bytes = 0
    var inside = 0
    var waiting: [(weight: Int, enter: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  /// How many messages are worked on, and how many wait.
  var load: (inside: Int, waiting: Int) { state.withLock { ($0.inside, $0.waiting.count) } }

  /// Runs `body` when there is room for so many bytes.
  /// - Throws: ``Refusal/busy`` when too many wait already.
  func pass<Result>(
    bytes: Int, _ body: () async throws -> Result
  ) async throws -> Result {
    let weight = min(max(bytes, 1), Self.capacity)
    try await enter(weight)
    defer { leave(weight) }
    return try await body()
  }

  private func enter(_ weight: Int) async throws {
    guard load.waiting < Self.mostWaiting else { throw Refusal.busy }
    await withCheckedContinuation { continuation in
      let mayEnter = state.withLock { state in
        // Nobody overtakes, or a large body would wait for ever.
        guard state.waiting.isEmpty, Self.hasRoom(state, for: weight) else {
          state.waiting.append((weight, continuation))
          return false
        }
        state.bytes += weight
        state.inside += 1
        return true
      }
      if mayEnter { continuation.resume() }
    }
  }

  private func leave(_ weight: Int) {
    let entering = state.withLock { state in
      state.bytes -= weight
      state.inside -= 1
      var entering: [CheckedContinuation<Void, Never>] = []
      while let first = state.waiting.first, Self.hasRoom(state, for: first.weight) {
        state.waiting.removeFirst()
        state.bytes += first.weight
        state.inside += 1
        entering.append(first.enter)
      }
      return entering
    }
    for continuation in entering { continuation.resume() }
  }

  private static func hasRoom(_ state: State, for weight: Int) -> Bool {
    state.inside < mostInside && (state.inside == 0 || state.bytes + weight <= capacity)
  }
}
