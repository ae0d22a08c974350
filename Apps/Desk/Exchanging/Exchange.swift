public import Storage
public import Sync

/// Exchange of changes between a replica and whatever answers on the other side of a transport.
public enum Exchange {
  /// Exchanges changes with whatever answers on the other side, as `ExchangeCourse` says.
  /// - Parameters:
  ///   - lender: Has the replica, which is asked for anew after each message.
  ///   - tell: Told how far it is, after each message.
  /// - Throws: `SyncError` for changes that are refused, or what the lender or the transport
  ///   throws. What was taken until then stays.
  public static func run(
    _ lender: some ReplicaLender, over transport: some ExchangeTransport,
    tell: (ExchangeCourse.Progress) -> Void = { _ in }
  ) async throws -> ExchangeCourse.Report {
    var course = ExchangeCourse(of: try await lender.use(\.id))
    var answer: Result<ExchangeMessage, any Error>?
    while true {
      let step: ExchangeCourse.Step
      (course, step) = try await lender.use { [course, answer] replica in
        var course = course
        let step =
          switch answer {
          case .failure(let refusal): try course.step(afterFork: refusal, at: replica)
          case .success(let answer): try course.step(after: answer, at: replica)
          case nil: try course.step(after: nil, at: replica)
          }
        return (course, step)
      }
      tell(course.progress)
      switch step {
      case .send(let message): answer = try await send(message, over: transport)
      case .finish(let report): return report
      }
    }
  }

  /// The answer to a message, or the refusal of one who has another history.
  private static func send(
    _ message: ExchangeMessage, over transport: some ExchangeTransport
  ) async throws -> Result<ExchangeMessage, any Error> {
    do {
      return .success(try await transport.send(message))
    } catch  where ErrorReport(error, file: "").code == SyncError.Code.fork.rawValue {
      return .failure(error)
    }
  }
}
