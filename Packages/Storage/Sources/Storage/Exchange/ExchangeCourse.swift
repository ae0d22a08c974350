public import Sync

/// An exchange of a replica with whoever answers it, step by step: takes what is new there, gives
/// what is missing there.
///
/// When the other side has another history of this replica's own log, because one of the two is a
/// copy or was put back from a backup, that is mended and a second round made after it.
///
/// This is all that is kept of an exchange while the other side is waited for. Others may write to
/// the replica then; what they write goes along with what is offered next.
public struct ExchangeCourse: Sendable {
  /// What comes after a step.
  public enum Step: Sendable {
    /// Send the message, then take a step with the answer.
    case send(ExchangeMessage)
    /// The exchange is over.
    case finish(Report)
  }

  /// What an exchange did.
  public struct Report: Sendable {
    /// How many changes were sent.
    public let sent: Int
    /// How many changes were received and new.
    public let received: Int
    /// How many places wait for a decision now.
    public let conflicts: Int
    /// Whether both sides have the same now.
    public let isComplete: Bool
    /// How many changes of this replica's own the other side did not take.
    public let untaken: Int
  }

  /// How far an exchange is.
  public struct Progress: Sendable, Hashable {
    /// How many changes came.
    public internal(set) var received = 0
    /// How many changes the other side has that were not here.
    public internal(set) var toReceive = 0
    /// How many changes were sent and stored.
    public internal(set) var sent = 0
    /// How many changes were here that the other side lacked.
    public internal(set) var toSend = 0
  }

  private var round: ExchangeRound
  /// The search for a fork, with what holds if there is none.
  private var mending: (search: ForkMending, otherwise: Result<Report, any Error>)?
  /// Whether a fork was looked for, which is done once.
  private var hasSearched = false

  /// Begins an exchange of a replica; the first step has no answer.
  public init(of replica: ReplicaID) { round = ExchangeRound(of: replica) }

  /// How far it is.
  public var progress: Progress { round.progress }

  /// Does what is to be done with the replica until the other side has to be asked again.
  /// - Throws: `SyncError` for changes that are refused. What was taken until then stays.
  public mutating func step(
    after answer: ExchangeMessage?, at replica: Replica
  ) throws -> Step {
    if let mending, let answer { return try goOn(mending, after: answer, at: replica) }
    do {
      let step = try round.step(after: answer, at: replica)
      // A side that has other changes under these numbers leaves these out and goes on.
      if case .finish(let report) = step, report.untaken > 0, !hasSearched {
        return try search(at: replica, otherwise: .success(report))
      }
      return step
    } catch let error as SyncError where error.code == .fork {
      return try self.step(afterFork: error, at: replica)
    }
  }

  /// Looks for the fork for which the other side refused what it was sent.
  /// - Throws: the refusal, where there is no fork to mend.
  public mutating func step(afterFork refusal: any Error, at replica: Replica) throws -> Step {
    if hasSearched { throw refusal }
    return try search(at: replica, otherwise: .failure(refusal))
  }

  private mutating func search(
    at replica: Replica, otherwise: Result<Report, any Error>
  ) throws -> Step {
    hasSearched = true
    let search = try ForkMending(at: replica)
    mending = (search, otherwise)
    return .send(search.question)
  }

  private mutating func goOn(
    _ mending: (search: ForkMending, otherwise: Result<Report, any Error>),
    after answer: ExchangeMessage, at replica: Replica
  ) throws -> Step {
    var search = mending.search
    switch try search.take(answer, at: replica) {
    case .goesOn:
      self.mending = (search, mending.otherwise)
      return .send(search.question)
    case .mended:
      self.mending = nil
      round = ExchangeRound(of: replica.id)
      return try step(after: nil, at: replica)
    case .nothing:
      self.mending = nil
      return .finish(try mending.otherwise.get())
    }
  }
}
