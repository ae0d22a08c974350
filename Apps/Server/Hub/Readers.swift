import NIOPosix
import Storage
import Synchronization

/// Replicas for questions, beside the one that writes: as many questions at once as there are
/// connections.
///
/// Final class because it owns threads that must be stopped.
final class Readers: Sendable {
  private let replicas: [SharedReplica]
  private let threads: NIOThreadPool
  private let next = Atomic<Int>(0)

  /// Opens so many connections to a database.
  init(path: String, count: Int) throws {
    replicas = try (0..<count).map { _ in try SharedReplica(opening: path, for: .reading) }
    threads = NIOThreadPool(numberOfThreads: count)
    threads.start()
  }

  /// Asks a question that may take long, on a thread that may be kept.
  func ask<Result: Sendable>(
    _ question: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result {
    try await threads.runIfActive { try self.askHere(question) }
  }

  /// Asks a question that is answered within microseconds, on this thread.
  func askHere<Result: Sendable>(
    _ question: @Sendable (Replica) throws -> Result
  ) throws -> Result {
    let start = next.wrappingAdd(1, ordering: .relaxed).oldValue & Int.max
    for place in 0..<replicas.count {
      let replica = replicas[(start + place) % replicas.count]
      if let answer = try replica.useIfFree(question) { return answer }
    }
    return try replicas[start % replicas.count].use(question)
  }

  /// Stops the threads when what they do is done.
  func stop() async throws { try await threads.shutdownGracefully() }
}
