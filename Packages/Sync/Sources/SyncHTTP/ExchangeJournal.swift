internal import Synchronization

/// What happened on the wire during an exchange, for the report at its end.
///
/// Final class because a transport and whoever reports share it.
public final class ExchangeJournal: Sendable {
  /// The figures.
  public struct Figures: Sendable, Hashable {
    /// The bytes of bodies that were sent, as they travelled.
    public internal(set) var bytesSent = 0
    /// The bytes of bodies that were received, as they travelled.
    public internal(set) var bytesReceived = 0
    /// How often a request was made again.
    public internal(set) var retries = 0
    /// The replicas whose changes the hub did not take, each with the class of the reason.
    public internal(set) var refusals: Set<Refusal> = []
  }

  /// Changes of one replica that the hub did not take.
  public struct Refusal: Sendable, Hashable {
    /// The replica, as the hub names it.
    public let replica: String
    /// The class of the reason, as `E_WRONG_REGION`.
    public let code: String

    /// Names changes that were not taken.
    public init(replica: String, code: String) {
      self.replica = replica
      self.code = code
    }
  }

  private let state = Mutex(Figures())

  /// Creates an empty journal.
  public init() {}

  /// The figures so far.
  public var figures: Figures { state.withLock { $0 } }

  func note(_ change: (inout Figures) -> Void) { state.withLock { change(&$0) } }
}

extension ExchangeJournal {
  /// The name of the header in which a hub names what it did not take.
  public static let refusalHeader = "Soulad-Refused"

  /// The header's value: `replica;code`, separated by commas.
  public static func headerValue(_ refusals: [Refusal]) -> String {
    refusals.map { "\($0.replica);\($0.code)" }.joined(separator: ", ")
  }

  static func refusals(in value: String) -> [Refusal] {
    value.split(separator: ",").prefix(1_000).compactMap { part in
      let words = part.split(whereSeparator: { " ;".contains($0) })
      guard words.count == 2 else { return nil }
      return Refusal(replica: String(words[0]), code: String(words[1]))
    }
  }
}
