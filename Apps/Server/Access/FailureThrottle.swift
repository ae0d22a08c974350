/// How often a client may fail to prove who it is: so many times a minute.
struct FailureThrottle {
  /// The failures that a client has within a window unless the operator says otherwise.
  static let usualFailures = 10
  /// The length of a window in seconds.
  static let window: Int64 = 60
  /// The clients that are told apart; beyond that the oldest window is forgotten for all.
  private static let mostClients = 10_000

  private let most: Int
  private var failures: [String: Int] = [:]
  private var started: Int64 = 0

  /// - Parameter most: The failures that a client has within a window.
  init(most: Int = usualFailures) { self.most = most }

  /// The seconds that a client has to wait; `nil` when it may try.
  mutating func wait(of client: String, now: Int64) -> Int64? {
    turn(now)
    guard failures[client, default: 0] >= most else { return nil }
    return max(1, started + Self.window - now)
  }

  /// Takes note of a failure.
  mutating func note(_ client: String, now: Int64) {
    turn(now)
    if failures.count >= Self.mostClients, failures[client] == nil { failures = [:] }
    failures[client, default: 0] += 1
  }

  private mutating func turn(_ now: Int64) {
    guard now >= started + Self.window || now < started else { return }
    (failures, started) = ([:], now)
  }
}
