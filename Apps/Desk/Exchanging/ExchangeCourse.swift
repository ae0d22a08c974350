import Storage
import Sync

/// How far an exchange has come: all that is kept of it while the other side is waited for. Others
/// may write to the replica then; what they write goes along with what is offered next.
struct ExchangeCourse: Sendable {
  /// What comes after a step.
  enum Step: Sendable {
    /// Send the message, then take a step with the answer.
    case send(ExchangeMessage)
    /// The exchange is over.
    case finish(Exchange.Report)
  }

  /// How far it is, as people are told.
  private(set) var progress = Exchange.Progress()
  private var session: ExchangeSession
  /// The changes of the message that was sent last.
  private var underway = 0
  /// Whether the other side was asked for its last change of this replica's own log.
  private var hasAsked = false
  private let own: ReplicaID

  /// Begins an exchange of a replica; the first step has no answer.
  init(of replica: ReplicaID) {
    session = ExchangeSession(replica: replica)
    own = replica
  }

  /// Does what is to be done with the replica until the other side has to be asked again.
  mutating func step(after answer: ExchangeMessage?, at replica: Replica) throws -> Step {
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
        if !hasAsked, let has = try replica.doubt(about: bundle) {
          hasAsked = true
          action = try session.handle(.doubted(has))
          continue
        }
        let mine = try replica.versionVector()
        progress.toReceive = progress.received + bundle.has.excess(over: mine)
        progress.received += try replica.apply(bundle).newChanges
        progress.toSend = try replica.versionVector().excess(over: bundle.has)
        action = try session.handle(.applied(has: replica.versionVector()))
      case .offer(let vector):
        let bundle = try replica.bundle(lackedBy: vector, limit: Replica.messageLimit)
        action = try session.handle(.offered(bundle))
      case .finish(let report):
        if let peer = report.peer, replica.id == own {
          try replica.confirm(report.ownTaken, by: peer)
        }
        return .finish(
          Exchange.Report(
            sent: report.sent, received: progress.received,
            conflicts: try replica.conflictCount(), isComplete: report.isComplete,
            untaken: report.ownUntaken))
      }
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
