import Storage
import Synchronization

/// What other programs write to the database of a desk.
///
/// Final class because all requests share its connection.
final class OutsideWrites: Sendable {
  private let replica: SharedReplica
  /// What was counted last, which holds where the file cannot be asked.
  private let last = Atomic<UInt64>(0)

  /// Watches a database.
  init(path: String) throws { replica = try SharedReplica(opening: path, for: .reading) }

  /// A number that grows with every write of anybody.
  var count: UInt64 {
    if let count = try? replica.use({ try $0.writeCount() }) {
      last.store(UInt64(clamping: count), ordering: .relaxed)
    }
    return last.load(ordering: .relaxed)
  }
}
