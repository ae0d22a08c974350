import Logging
import Synchronization

/// Counts what is refused and writes it to the log, which whoever is refused cannot fill: a line a
/// class and while, with how many there were since the last.
///
/// Final class because all requests and connections share its counts.
final class RefusalWatch: Sendable {
  /// The least time between two lines of a class.
  static let pause = Duration.seconds(10)

  private struct Unwritten {
    var count = 0
    var written: ContinuousClock.Instant?
  }

  private let unwritten = Mutex<[String: Unwritten]>([:])
  private let figures: Figures
  private let logger: Logger

  init(figures: Figures, logger: Logger) {
    self.figures = figures
    self.logger = logger
  }

  /// Takes note of a refusal.
  /// - Parameters:
  ///   - code: The class, one of the program's own.
  ///   - endpoint: Method and path as declared, never as asked; empty before there is a request.
  func note(
    _ code: String, at endpoint: String = "", now: ContinuousClock.Instant = .now
  ) {
    figures.noteRefusal(code)
    let count = unwritten.withLock { all -> Int? in
      var own = all[code] ?? Unwritten()
      own.count += 1
      let isDue = own.written.map { now - $0 >= Self.pause } ?? true
      let count = own.count
      all[code] = isDue ? Unwritten(count: 0, written: now) : own
      return isDue ? count : nil
    }
    guard let count else { return }
    logger.notice(
      "refused",
      metadata: [
        "code": .string(code), "endpoint": .string(endpoint), "count": .stringConvertible(count),
      ])
  }
}
