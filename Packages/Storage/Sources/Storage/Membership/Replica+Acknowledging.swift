import Domain
import Sync

extension Replica {
  /// How long whoever exchanges without being asked to acknowledge waits after its last change: a
  /// day, in milliseconds.
  public static let acknowledgementPause: UInt64 = 86_400_000

  /// Says to the others what this replica has, by a change that does nothing else, when one of them
  /// did something since it last wrote. What only acknowledges is not acknowledged, so nobody
  /// answers for ever.
  /// - Parameter quiet: How many milliseconds its last change must be old, so that whoever
  ///   exchanges often does not fill the log.
  /// - Returns: Whether it had something to say.
  @discardableResult
  public func acknowledge(clock now: UInt64, after quiet: UInt64 = 0) throws -> Bool {
    try changing {
      let log = ChangeLog(connection)
      guard let head = try log.head(of: id) else { return false }
      let own = Dot(replica: id, sequence: head.sequence)
      if quiet > 0, try author(of: own).milliseconds + quiet > now { return false }
      let known = try log.sharedVector()
      let folded = try CheckpointTable(connection).vector()
      let acknowledged = try log.outline(of: own).acknowledged
      guard
        try known.entries.contains(where: { replica, last in
          // What was folded has been acknowledged by all.
          try log.hasEdits(
            of: replica, after: max(acknowledged[replica], folded[replica]), through: last)
        })
      else { return false }
      try append(
        ChangeDraft(
          timestamp: try tick(now), dependencies: known, origin: .machine(extractor: ""),
          edits: []))
      return true
    }
  }
}

extension ChangeLog {
  /// Whether a change of a replica after one and up to another does something to a record.
  func hasEdits(of replica: ReplicaID, after first: UInt64, through last: UInt64) throws -> Bool {
    guard first < last else { return false }
    var hasEdits = false
    // The latest first: most often it already tells.
    try connection.forEach(
      """
      SELECT \(ChangeContent.columns), sequence
      FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND sequence > ? AND sequence <= ? ORDER BY sequence DESC
      """, [.blob(replica.bytes), SQLValue(first), SQLValue(last)]
    ) { row in
      if hasEdits { return }
      let dot = Dot(replica: replica, sequence: try ChangeLog.sequence(row, 2))
      hasEdits = try ChangeLog.outline(ChangeContent(row, 0), at: dot).hasEdits
    }
    return hasEdits
  }

  static func outline(_ content: ChangeContent, at dot: Dot) throws(StorageError) -> ChangeOutline {
    do {
      return try ChangeOutline(of: content.sealed(of: dot.replica), at: dot)
    } catch {
      throw StorageError.damaged(place: "change/\(dot.replica)")
    }
  }
}
