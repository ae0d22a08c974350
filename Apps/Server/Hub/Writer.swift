import NIOPosix
import Storage
import Sync

/// The one that writes, on a thread of its own: whoever has changes waits in its queue.
///
/// A hub keeps the database open for writing, so that nobody else does. At a desk the commands of
/// the same coordinator write as well, so there it is open as long as something is written.
///
/// Final class because it owns the thread.
final class Writer: Sendable {
  /// Who the hub is.
  let id: ReplicaID
  /// Who it was before it was restored from backups.
  let formerIDs: [ReplicaID]
  /// The region that it belongs to.
  let region: String
  private let path: String
  private let kept: SharedReplica?
  private let thread = NIOThreadPool(numberOfThreads: 1)
  /// The bytes of pages that it keeps, so that a large record costs a hub no more than a small one.
  private static let keptPages = 48 << 20

  /// Opens a database for writing.
  /// - Parameter isShared: Whether other programs may write too.
  init(path: String, isShared: Bool) throws {
    self.path = path
    if isShared {
      let replica = try Writer.open(path)
      (id, formerIDs, region) = (replica.id, try replica.formerIDs(), replica.region)
      kept = nil
    } else {
      let replica = try SharedReplica(opening: path, for: .writing)
      (id, formerIDs, region) = try replica.use { replica in
        try replica.keepPages(bytes: Writer.keptPages)
        return (replica.id, try replica.formerIDs(), replica.region)
      }
      kept = replica
    }
    thread.start()
  }

  /// Does something that writes, after all that was asked for before.
  func run<Result: Sendable>(
    _ body: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result {
    try await thread.runIfActive { [kept, path] in
      if let kept { return try kept.use(body) }
      return try body(Writer.open(path))
    }
  }

  /// Stops the thread when what it does is done, and leaves nothing beside the file: whoever puts a
  /// backup into its place need not know of it.
  func stop() async throws {
    _ = try? await run { try $0.checkpoint() }
    try await thread.shutdownGracefully()
  }

  /// Opens a database that a command may be writing to, which takes a moment.
  private static func open(_ path: String) throws -> Replica {
    // Each attempt waits for about a second itself.
    for _ in 0..<2 {
      do {
        return try Replica(opening: path, for: .writing)
      } catch StorageError.busy {
        continue
      }
    }
    return try Replica(opening: path, for: .writing)
  }
}
