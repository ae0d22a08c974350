/// A hybrid logical clock: it never goes back, and what it shows is later than all it has been
/// shown.
///
/// It decides which of concurrent values is shown, never which survives. It holds no clock of its
/// own: the caller says what time it is.
public struct HybridClock: Hashable, Sendable {
  /// How far the clocks of others may run ahead before they are no longer believed: 10 minutes.
  public static let allowedDrift: UInt64 = 10 * 60 * 1000

  /// The last time that was given out or believed; to be kept when the program ends.
  public private(set) var latest: HybridTimestamp

  /// Creates a clock that goes on after `latest`.
  public init(latest: HybridTimestamp = HybridTimestamp(rawValue: 0)) {
    self.latest = latest
  }

  /// Returns the time for a new change; `now` is in milliseconds since 1970.
  public mutating func tick(now: UInt64) -> HybridTimestamp {
    let physical = HybridTimestamp(milliseconds: now)
    if physical > latest {
      latest = physical
    } else if latest.rawValue < .max {
      // A full counter runs over into the milliseconds.
      latest = HybridTimestamp(rawValue: latest.rawValue + 1)
    }
    return latest
  }

  /// Takes note of the time of somebody's change.
  ///
  /// One that is too far ahead does not pull this clock, so that one wrong clock spoils no other.
  /// - Returns: whether the time was believed.
  @discardableResult
  public mutating func observe(_ timestamp: HybridTimestamp, now: UInt64) -> Bool {
    guard Self.isBelievable(timestamp, now: now) else { return false }
    latest = max(latest, timestamp)
    return true
  }

  /// Whether a time is not too far ahead of `now`.
  public static func isBelievable(_ timestamp: HybridTimestamp, now: UInt64) -> Bool {
    let (limit, isOver) = now.addingReportingOverflow(allowedDrift)
    return isOver || timestamp.milliseconds <= limit
  }
}
