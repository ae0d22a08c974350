import NIOCore

/// What a connection may cost.
struct ConnectionLimits: Sendable {
  /// The connections at once; beyond them the one that has been idle longest makes room.
  var connections = 1_000
  /// How long the headers of a request may take.
  var headerTime = TimeAmount.seconds(10)
  /// How long a connection may be idle between requests.
  var idleTime = TimeAmount.seconds(60)
  /// How long a client may send or take nothing in the middle of a request or an answer.
  var stallTime = TimeAmount.seconds(20)
  /// The least bytes a second of a body, over each ``stallTime``.
  var leastRate = 1_024
  /// The bytes of all headers.
  static let headerBytes = 32 << 10
  /// The headers.
  static let headerCount = 100
}
