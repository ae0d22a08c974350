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
    /// How many changes of this replica's own the other side did not take.
    public var untaken = 0

    /// The report in one sentence.
    public var sentence: Label {
      Label(
        "Odesláno změn: \(sent), přijato: \(received); k rozhodnutí čeká: \(conflicts)."
          + (untaken > 0 ? " Druhá strana nepřevzala změn: \(untaken); zopakujte výměnu." : ""),
        "Changes sent: \(sent), received: \(received); waiting for a decision: \(conflicts)."
          + (untaken > 0 ? " Not taken by the other side: \(untaken); exchange again." : ""))
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
  /// - Parameters:
  ///   - lender: Has the replica, which is asked for anew after each message.
  ///   - tell: Told how far it is, after each message.
  /// - Throws: `SyncError` for changes that are refused, or what the lender or the transport
  ///   throws. What was taken until then stays.
  public static func run(
    _ lender: some ReplicaLender, over transport: some ExchangeTransport,
    tell: (Progress) -> Void = { _ in }
  ) async throws -> Report {
    do {
      let report = try await exchange(lender, over: transport, tell: tell)
      // A side that has other changes under these numbers leaves these out and goes on.
      guard report.untaken > 0, try await mendFork(of: lender, over: transport) else {
        return report
      }
      return try await exchange(lender, over: transport, tell: tell)
    } catch  where ErrorReport(error, file: "").code == SyncError.Code.fork.rawValue {
      guard try await mendFork(of: lender, over: transport) else { throw error }
      return try await exchange(lender, over: transport, tell: tell)
    }
  }

  /// Asks for the other side's history of this replica's own log from its beginning; `false` when
  /// it is no other than the one here.
  private static func mendFork(
    of lender: some ReplicaLender, over transport: some ExchangeTransport
  ) async throws -> Bool {
    var (former, vector) = try await lender.use { ($0.id, try $0.versionVector()) }
    vector[former] = 0
    while true {
      let answer = try await transport.send(.greeting(replica: former, has: vector))
      guard case .delivery(let bundle) = answer else { return false }
      let segment = bundle.segments.first { $0.replica == former }
      // The other side may have folded the part in which the histories differ.
      guard segment != nil || bundle.checkpoint != nil else { return false }
      let now = try await lender.use { replica in
        try replica.apply(bundle)
        return replica.id
      }
      if now != former { return true }
      guard let own = segment else { return false }
      vector[former] = own.firstSequence + UInt64(own.changes.count) - 1
    }
  }

  private static func exchange(
    _ lender: some ReplicaLender, over transport: some ExchangeTransport, tell: (Progress) -> Void
  ) async throws -> Report {
    var course = ExchangeCourse(of: try await lender.use(\.id))
    var answer: ExchangeMessage?
    while true {
      let step: ExchangeCourse.Step
      (course, step) = try await lender.use { [course, answer] replica in
        var course = course
        let step = try course.step(after: answer, at: replica)
        return (course, step)
      }
      tell(course.progress)
      switch step {
      case .send(let message): answer = try await transport.send(message)
      case .finish(let report): return report
      }
    }
  }
}
