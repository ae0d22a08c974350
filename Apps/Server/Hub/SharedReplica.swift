import Storage
import Synchronization

/// A replica that many requests share, one at a time.
///
/// Final class because it owns the lock that the replica is used under.
final class SharedReplica: Sendable {
  private let replica: Mutex<Replica>

  /// Opens a database.
  init(opening path: String, for access: Replica.Access) throws {
    replica = Mutex(try Replica(opening: path, for: access))
  }

  /// Runs `body` when nobody else uses the replica.
  func use<Result: Sendable>(_ body: @Sendable (Replica) throws -> Result) throws -> Result {
    try replica.withLock { try body($0) }
  }

  /// Runs `body` unless somebody else uses the replica; returns whether it ran.
  func useIfFree<Result: Sendable>(
    _ body: @Sendable (Replica) throws -> Result
  ) throws -> Result? {
    try replica.withLockIfAvailable { try body($0) }
  }
}
