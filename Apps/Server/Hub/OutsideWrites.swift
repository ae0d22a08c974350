import Storage

/// What other programs write to the database of a desk.
///
/// Final class because all requests share its connection.
final class OutsideWrites: Sendable {
  private let replica: SharedReplica

  /// Watches a database.
  init(path: String) throws { replica = try SharedReplica(opening: path, for: .reading) }

  /// A number that grows with every write of anybody.
  var count: UInt64 {
    UInt64(clamping: (try? replica.use { try $0.writeCount() }) ?? 0)
  }
}
