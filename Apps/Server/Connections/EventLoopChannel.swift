import HummingbirdCore
import Logging
import NIOCore

/// A connection whose requests are answered on the thread that reads and writes them: most answers
/// take less time than waking another.
struct EventLoopChannel<Base: ServerChildChannel>: ServerChildChannel {
  let base: Base

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
    base.setup(channel: channel, logger: logger)
  }

  func handle(value: Base.Value, logger: Logger) async {
    await withTaskExecutorPreference(EventLoopTasks(loop: value.channel.eventLoop)) {
      await base.handle(value: value, logger: logger)
    }
  }
}

/// Runs tasks on an event loop. Final class because task executors are.
private final class EventLoopTasks: TaskExecutor {
  private let loop: any EventLoop

  init(loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Does what takes long away from the threads of connections, so that nobody waits for it who has
/// nothing to do with it.
func awayFromConnections<Result>(
  _ work: () async throws -> Result
) async rethrows -> Result {
  try await withTaskExecutorPreference(globalConcurrentExecutor, operation: work)
}
