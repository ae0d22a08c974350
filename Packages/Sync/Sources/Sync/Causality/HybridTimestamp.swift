/// A time of a hybrid logical clock: 48 bits of milliseconds since 1970, 16 bits that count what
/// happened within one (Kulkarni and others, *Logical Physical Clocks*, 2014).
public struct HybridTimestamp: Hashable, Sendable {
  /// The milliseconds in the upper 48 bits, the counter in the lower 16.
  public let rawValue: UInt64

  /// Creates a time from its 64 bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Creates a time; milliseconds beyond 48 bits (the year 10889) become the last that there are.
  public init(milliseconds: UInt64, counter: UInt16 = 0) {
    rawValue = min(milliseconds, 0xFFFF_FFFF_FFFF) << 16 | UInt64(counter)
  }

  /// Milliseconds since 1970-01-01T00:00:00Z.
  public var milliseconds: UInt64 { rawValue >> 16 }

  /// What tells changes within one millisecond apart.
  public var counter: UInt16 { UInt16(truncatingIfNeeded: rawValue) }
}

extension HybridTimestamp: Comparable {
  /// Orders times by their milliseconds, then by their counters.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
