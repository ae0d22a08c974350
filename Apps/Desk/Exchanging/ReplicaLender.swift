public import Storage

/// Lends a replica to an exchange for as long as it reads or writes, and not while it waits for the
/// other side: a replica that is opened anew each time leaves the file to others in between.
public protocol ReplicaLender {
  /// Runs `body` with the replica.
  func use<Result: Sendable>(
    _ body: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result
}

/// A replica that is open anyway, as a command has it.
extension Replica: ReplicaLender {
  /// Runs `body` with this replica.
  public func use<Result: Sendable>(
    _ body: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result {
    try body(self)
  }
}
