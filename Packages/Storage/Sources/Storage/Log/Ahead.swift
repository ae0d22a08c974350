import Dispatch
import Synchronization

/// A value that another core works out while its caller goes on with something else.
///
/// Final class because both sides share it.
final class Ahead<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins to work it out, behind what was asked for before on the same queue.
  init(on queue: DispatchQueue, _ work: @escaping @Sendable () throws -> Value) {
    queue.async { [self] in
      let value = Result { try work() }
      result.withLock { $0 = value }
      isDone.signal()
    }
  }

  /// Waits for the value; can be asked for again.
  var value: Value {
    get throws {
      isDone.wait()
      defer { isDone.signal() }
      guard let value = result.withLock(\.self) else {
        preconditionFailure("The value is set before the signal.")
      }
      return try value.get()
    }
  }
}
