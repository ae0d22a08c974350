import NIOCore
import NIOPosix
import Storage
import Synchronization

/// Replicas for questions, beside the one that writes. Those that are answered within microseconds
/// have their own, so that they never wait for those that take long.
///
/// Final class because it owns threads that must be stopped.
final class Readers: Sendable {
  private let heavy: [SharedReplica]
  private let light: [SharedReplica]
  private let threads: NIOThreadPool
  private let next = Atomic<Int>(0)

  /// Opens so many connections to a database for questions that may take long, and one a processor
  /// for those that do not.
  init(path: String, count: Int) throws {
    heavy = try Readers.open(path, count)
    light = try Readers.open(path, System.coreCount)
    threads = NIOThreadPool(numberOfThreads: count)
    threads.start()
  }

  private static func open(_ path: String, _ count: Int) throws -> [SharedReplica] {
    try (0..<count).map { _ in try SharedReplica(opening: path, for: .reading) }
  }

  /// Asks a question that may take long, on a thread that may be kept.
  func ask<Result: Sendable>(
    _ question: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result {
    try await threads.runIfActive { try self.ask(question, of: self.heavy) }
  }

  /// Asks a question that is answered within microseconds, on this thread.
  func askHere<Result: Sendable>(
    _ question: @Sendable (Replica) throws -> Result
  ) throws -> Result {
    try ask(question, of: light)
  }

  private func ask<Result: Sendable>(
    _ question: @Sendable (Replica) throws -> Result, of replicas: [SharedReplica]
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
