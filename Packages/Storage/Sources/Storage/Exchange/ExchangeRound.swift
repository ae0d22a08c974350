import Sync

/// One round of an exchange, from the greeting to the end, as the side that calls goes through it.
struct ExchangeRound: Sendable {
  /// How far it is, as people are told.
  private(set) var progress = ExchangeCourse.Progress()
  private var session: ExchangeSession
  /// The changes of the message that was sent last.
  private var underway = 0
  /// Whether the other side was asked for its last change of this replica's own log.
  private var hasAsked = false
  private let own: ReplicaID

  /// Begins a round of a replica; the first step has no answer.
  init(of replica: ReplicaID) {
    session = ExchangeSession(replica: replica)
    own = replica
  }

  /// Does what is to be done with the replica until the other side has to be asked again.
  mutating func step(
    after answer: ExchangeMessage?, at replica: Replica
  ) throws -> ExchangeCourse.Step {
    progress.sent += underway
    underway = 0
    let event: ExchangeSession.Event =
      if let answer { .received(answer) } else { .started(has: try replica.versionVector()) }
    var action = try session.handle(event)
    while true {
      switch action {
      case .send(let message):
        if case .delivery(let bundle) = message { underway = bundle.changeCount }
        return .send(message)
      case .apply(let bundle):
        action = try session.handle(take(bundle, at: replica))
      case .offer(let vector):
        let bundle = try replica.bundle(lackedBy: vector, limit: Replica.messageLimit)
        action = try session.handle(.offered(bundle))
      case .finish(let report):
        return .finish(try finish(report, at: replica))
      }
    }
  }

  /// Applies what came, unless the other side is to be asked for more before.
  private mutating func take(
    _ bundle: Bundle, at replica: Replica
  ) throws -> ExchangeSession.Event {
    if !hasAsked, let has = try replica.doubt(about: bundle) {
      hasAsked = true
      return .doubted(has)
    }
    let mine = try replica.versionVector()
    progress.toReceive = progress.received + bundle.has.excess(over: mine)
    progress.received += try replica.apply(bundle).newChanges
    let has = try replica.versionVector()
    progress.toSend = has.excess(over: bundle.has)
    return .applied(has: has)
  }

  private func finish(
    _ report: ExchangeSession.Report, at replica: Replica
  ) throws -> ExchangeCourse.Report {
    if let peer = report.peer, replica.id == own {
      try replica.confirm(report.ownTaken, by: peer)
    }
    return ExchangeCourse.Report(
      sent: report.sent, received: progress.received, conflicts: try replica.conflictCount(),
      isComplete: report.isComplete, untaken: report.ownUntaken)
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
