import NIOPosix
import Storage
import Sync

/// The one replica that writes, on a thread of its own: whoever has changes waits in its queue.
///
/// Final class because it owns the thread.
final class Writer: Sendable {
  /// Who the hub is.
  let id: ReplicaID
  /// Who it was before it was restored from backups.
  let formerIDs: [ReplicaID]
  private let replica: SharedReplica
  private let thread = NIOThreadPool(numberOfThreads: 1)
  /// The bytes of pages that it keeps, so that a large record costs a hub no more than a small one.
  private static let keptPages = 48 << 20

  /// Opens a database for writing.
  init(path: String) throws {
    replica = try SharedReplica(opening: path, for: .writing)
    (id, formerIDs) = try replica.use { replica in
      try replica.keepPages(bytes: Writer.keptPages)
      return (replica.id, try replica.formerIDs())
    }
    thread.start()
  }

  /// Does something that writes, after all that was asked for before.
  func run<Result: Sendable>(
    _ body: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result {
    let replica = replica
    return try await thread.runIfActive { try replica.use(body) }
  }

  /// Stops the thread when what it does is done.
  func stop() async throws { try await thread.shutdownGracefully() }
}
