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
    /// Whether both sides have the same now.
    public var isComplete = true

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
  /// How far an exchange is.
  public struct Progress: Sendable, Hashable {
    /// How many changes came.
    public var received = 0
    /// How many changes the other side has that were not here.
    public var toReceive = 0
    /// How many changes were sent and stored.
    public var sent = 0
    /// How many changes were here that the other side lacked.
    public var toSend = 0
  }

  /// Exchanges changes with whatever answers on the other side: takes what is new there, gives what
  /// is missing there.
  ///
  /// When the other side has another history of this replica's own log, because one of the two is
  /// a copy or a restored backup, that is mended and the exchange made after it.
  /// - Parameter tell: Told how far it is, after each message.
  /// - Throws: `SyncError` for changes that are refused, or what the transport throws. What was
  ///   taken until then stays.
  public static func run(
    _ replica: Replica, over transport: some ExchangeTransport,
    tell: (Progress) -> Void = { _ in }
  ) async throws -> Report {
    do {
      return try await exchange(replica, over: transport, tell: tell)
    } catch  where ErrorReport(error, file: "").code == SyncError.Code.fork.rawValue {
      guard try await mendFork(of: replica, over: transport) else { throw error }
      return try await exchange(replica, over: transport, tell: tell)
    }
  }

  /// Asks for the other side's history of this replica's own log from its beginning; `false` when
  /// it is no other than the one here.
  private static func mendFork(
    of replica: Replica, over transport: some ExchangeTransport
  ) async throws -> Bool {
    let former = replica.id
    var vector = try replica.versionVector()
    vector[former] = 0
    while true {
      let answer = try await transport.send(.greeting(replica: former, has: vector))
      guard case .delivery(let bundle) = answer else { return false }
      let segment = bundle.segments.first { $0.replica == former }
      // The other side may have folded the part in which the histories differ.
      guard segment != nil || bundle.checkpoint != nil else { return false }
      try replica.apply(bundle)
      if replica.id != former { return true }
      guard let own = segment else { return false }
      vector[former] = own.firstSequence + UInt64(own.changes.count) - 1
    }
  }

  private static func exchange(
    _ replica: Replica, over transport: some ExchangeTransport, tell: (Progress) -> Void
  ) async throws -> Report {
    var session = ExchangeSession(replica: replica.id)
    var progress = Progress()
    var received = 0
    var action = try session.handle(.started(has: replica.versionVector()))
    while true {
      switch action {
      case .send(let message):
        action = try session.handle(.received(try await transport.send(message)))
        if case .delivery(let bundle) = message { progress.sent += bundle.changeCount }
      case .apply(let bundle):
        let mine = try replica.versionVector()
        progress.toReceive = progress.received + bundle.has.excess(over: mine)
        received += try replica.apply(bundle).newChanges
        progress.received = received
        progress.toSend = try replica.versionVector().excess(over: bundle.has)
        action = try session.handle(.applied(has: replica.versionVector()))
      case .offer(let vector):
        let bundle = try replica.bundle(lackedBy: vector, limit: Replica.messageLimit)
        action = try session.handle(.offered(bundle))
      case .finish(let report):
        return Report(
          sent: report.sent, received: received, conflicts: try replica.conflictCount(),
          isComplete: report.isComplete)
      }
      tell(progress)
    }
  }
}

extension VersionVector {
  /// How many changes are known here that are not in another vector.
  fileprivate func excess(over other: VersionVector) -> Int {
    entries.reduce(0) { count, entry in
      let known = other[entry.replica]
      return count + (entry.sequence > known ? Int(clamping: entry.sequence - known) : 0)
    }
  }
}
