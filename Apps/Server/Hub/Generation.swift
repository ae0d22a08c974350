import Synchronization

/// A number that changes whenever changes came in. Final class because it is shared.
final class Generation: Sendable {
  private let count = Atomic<UInt64>(1)

  /// The number now.
  var value: UInt64 { count.load(ordering: .acquiring) }

  /// Makes it another.
  func advance() { count.wrappingAdd(1, ordering: .releasing) }
}
