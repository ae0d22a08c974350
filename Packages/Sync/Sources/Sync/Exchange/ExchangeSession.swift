/// The calling side of an exchange, as a pure state machine: it is told what happened and says what
/// to do next.
///
/// The answering side needs no state: it answers a greeting with a delivery of what the caller
/// lacks, and a delivery with an acknowledgement.
///
/// A round is: greet with what I have; apply the delivery; greet again while it was not complete;
/// deliver what the peer lacks; again while its acknowledgement says that it still lacks something.
/// The host may put a delivery in doubt and have the peer asked for more before it applies any.
public struct ExchangeSession: Sendable {
  /// What happened.
  public enum Event: Sendable {
    /// The exchange begins; what this replica has.
    case started(has: VersionVector)
    /// The peer answered.
    case received(ExchangeMessage)
    /// The bundle was applied; what this replica has now.
    case applied(has: VersionVector)
    /// The bundle was not applied, as it is not certain that the peer has the history of this
    /// replica that is here; it is to be asked for what somebody lacks who has this much.
    case doubted(VersionVector)
    /// The bundle that was asked for, or `nil` when there is nothing to offer.
    case offered(Bundle?)
  }

  /// What to do next; each but the last is answered by one event.
  public enum Action: Sendable {
    /// Send the message, then tell what was received.
    case send(ExchangeMessage)
    /// Verify and apply the bundle whole, then tell that it was applied.
    case apply(Bundle)
    /// Put a bundle together of what somebody who has this much lacks, then tell that it is
    /// offered.
    case offer(to: VersionVector)
    /// The exchange is over.
    case finish(Report)
  }

  /// What an exchange did.
  public struct Report: Hashable, Sendable {
    /// Who answered, once it delivered something.
    public internal(set) var peer: ReplicaID?
    /// How many messages were sent.
    public internal(set) var messages = 0
    /// How many changes came, known ones included.
    public internal(set) var received = 0
    /// How many changes were delivered.
    public internal(set) var sent = 0
    /// Whether both sides have the same in the end; otherwise the exchange is worth repeating, or
    /// the peer does not take what it is given.
    public internal(set) var isComplete = false
    /// How many changes of the calling replica's own log the peer does not have in the end. A peer
    /// that goes on with other changes under their numbers leaves them out and says so only here.
    public internal(set) var ownUntaken = 0
    /// How many changes of the calling replica's own log the peer has in the end.
    public internal(set) var ownTaken: UInt64 = 0
  }

  /// How many messages an exchange may take.
  public static let mostMessages = 10_000

  private enum State {
    case idle
    case greeted
    case applying(isComplete: Bool)
    case offering
    case delivered
    case finished
  }

  private let replica: ReplicaID
  private var state = State.idle
  private var mine = VersionVector()
  private var theirs = VersionVector()
  private var report = Report()
  private var isDoubtful = false

  /// Creates the session of the replica that calls.
  public init(replica: ReplicaID) {
    self.replica = replica
  }

  /// Takes an event and returns what to do next.
  /// - Throws: `E_BATCH_FORMAT` when the peer answers out of turn.
  public mutating func handle(_ event: Event) throws(SyncError) -> Action {
    switch (state, event) {
    case (.idle, .started(let has)):
      mine = has
      return greet()
    case (.greeted, .received(.delivery(let bundle))):
      return receive(bundle)
    case (.applying, .doubted(let has)):
      isDoubtful = true
      return send(.greeting(replica: replica, has: has), then: .greeted)
    case (.applying(let isComplete), .applied(let has)):
      return applied(has, isComplete)
    case (.offering, .offered(let bundle)):
      return deliver(bundle)
    case (.delivered, .received(.acknowledgement(let has))):
      return acknowledged(has)
    default:
      state = .finished
      throw SyncError(.format, replica: report.peer, place: "exchange:turn")
    }
  }
}

extension ExchangeSession {
  private mutating func greet() -> Action {
    send(.greeting(replica: replica, has: mine), then: .greeted)
  }

  private mutating func receive(_ bundle: Bundle) -> Action {
    report.peer = bundle.sender
    report.received += bundle.changeCount
    theirs = bundle.has
    state = .applying(isComplete: bundle.isComplete)
    return .apply(bundle)
  }

  private mutating func applied(_ has: VersionVector, _ isComplete: Bool) -> Action {
    // What was asked for in doubt may be known, and no more than that may have come.
    let isProgress = has != mine || isDoubtful
    isDoubtful = false
    mine = has
    if !isComplete {
      // A peer that never comes to an end is left, not followed.
      return isProgress ? greet() : finish()
    }
    return offerOrFinish()
  }

  private mutating func deliver(_ bundle: Bundle?) -> Action {
    guard let bundle, !bundle.isEmpty else { return finish() }
    report.sent += bundle.changeCount
    return send(.delivery(bundle), then: .delivered)
  }

  private mutating func acknowledged(_ has: VersionVector) -> Action {
    let isProgress = has != theirs && has.dominates(theirs)
    theirs = has
    return isProgress ? offerOrFinish() : finish()
  }

  private mutating func offerOrFinish() -> Action {
    if theirs.dominates(mine) { return finish() }
    state = .offering
    return .offer(to: theirs)
  }

  private mutating func send(_ message: ExchangeMessage, then next: State) -> Action {
    guard report.messages < Self.mostMessages else { return finish() }
    report.messages += 1
    state = next
    return .send(message)
  }

  private mutating func finish() -> Action {
    state = .finished
    report.isComplete = mine == theirs
    let (own, taken) = (mine[replica], theirs[replica])
    report.ownUntaken = own > taken ? Int(clamping: own - taken) : 0
    report.ownTaken = min(own, taken)
    return .finish(report)
  }
}
