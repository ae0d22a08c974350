import Foundation

/// The time of this run.
public enum Clock {
  /// Milliseconds since 1970.
  public static var now: UInt64 { UInt64(max(0, Date().timeIntervalSince1970 * 1_000)) }
}
