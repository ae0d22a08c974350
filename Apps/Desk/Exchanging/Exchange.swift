public import Domain
public import Storage
public import Sync

/// Exchange of changes between a replica and whatever answers on the other side of a transport.
public enum Exchange {
  /// What an exchange did.
  public struct Report: Sendable {
    /// How many changes were sent.
    public var sent: Int
    /// How many changes were received and new.
    public var received: Int
    /// How many places wait for a decision now.
    public var conflicts: Int

    /// The report in one sentence.
    public var sentence: Label {
      Label(
        "Odesláno změn: \(sent), přijato: \(received); k rozhodnutí čeká: \(conflicts).",
        "Changes sent: \(sent), received: \(received); waiting for a decision: \(conflicts).")
    }
  }

  /// Answers a message of somebody who called. The side that answers keeps nothing between
  /// messages, so a call that broke off is simply made again.
  public static func answer(_ message: ExchangeMessage, from replica: Replica) throws
    -> ExchangeMessage
  {
    switch message {
    case .greeting(_, let has):
      return .delivery(try replica.bundle(lackedBy: has, limit: Replica.messageLimit))
    case .delivery(let bundle):
      try replica.apply(bundle)
      return .acknowledgement(has: try replica.versionVector())
    case .acknowledgement:
      return .acknowledgement(has: try replica.versionVector())
    }
  }
}

extension Exchange {
  /// Exchanges changes with whatever answers on the other side: takes what is new there, gives what
  /// is missing there.
  /// - Throws: `SyncError` for changes that are refused, or what the transport throws.
  public static func run(_ replica: Replica, over transport: some ExchangeTransport) async throws
    -> Report
  {
    var session = ExchangeSession(replica: replica.id)
    var received = 0
    var action = try session.handle(.started(has: replica.versionVector()))
    while true {
      switch action {
      case .send(let message):
        action = try session.handle(.received(try await transport.send(message)))
      case .apply(let bundle):
        received += try replica.apply(bundle).newChanges
        action = try session.handle(.applied(has: replica.versionVector()))
      case .offer(let vector):
        let bundle = try replica.bundle(lackedBy: vector, limit: Replica.messageLimit)
        action = try session.handle(.offered(bundle))
      case .finish(let report):
        return Report(
          sent: report.sent, received: received, conflicts: try replica.conflictCount())
      }
    }
  }
}
