/// Puts the changes of many replicas into one order in which each comes after all that it depends
/// on.
public enum CausalOrder {
  /// Returns the changes that are new after `known`.
  ///
  /// Those of one replica stay together as long as they can. Linear in the changes and their
  /// dependencies.
  /// - Throws: `E_GAP` with the first change that is missing; `E_FORK` when two segments hold
  ///   different changes under one number.
  public static func arrange(
    _ segments: [VerifiedSegment], after known: VersionVector
  ) throws(SyncError) -> [VerifiedChange] {
    var order = Arrangement(queues: try queues(of: segments, after: known), known: known)
    order.run()
    if let missing = order.missing {
      throw SyncError(
        .gap, replica: missing.replica, sequence: missing.sequence, place: "dependencies")
    }
    return order.arranged
  }

  /// Tells the segments that can be applied whole from those that wait for changes that nobody
  /// brought, and names the first of these.
  /// - Throws: see ``arrange(_:after:)``.
  public static func separate(
    _ segments: [VerifiedSegment], after known: VersionVector
  ) throws(SyncError) -> (ready: [VerifiedSegment], waiting: [VerifiedSegment], missing: Dot?) {
    var ready = segments
    var waiting: [VerifiedSegment] = []
    var missing: Dot?
    while true {
      var order = Arrangement(queues: try queues(of: ready, after: known), known: known)
      order.run()
      guard let first = order.missing else { return (ready, waiting, missing) }
      missing = missing ?? first
      let stuck = order.stuckReplicas
      waiting += ready.filter { stuck.contains($0.replica) }
      ready.removeAll { stuck.contains($0.replica) }
    }
  }

  /// The new changes of each replica in their order, sorted by replica.
  private static func queues(
    of segments: [VerifiedSegment], after known: VersionVector
  ) throws(SyncError) -> [[VerifiedChange]] {
    var queues: [ReplicaID: [VerifiedChange]] = [:]
    let sorted = segments.filter { !$0.changes.isEmpty }.sorted {
      ($0.changes[0].change.dot) < ($1.changes[0].change.dot)
    }
    for segment in sorted {
      var queue = queues.removeValue(forKey: segment.replica) ?? []
      for change in segment.changes {
        try append(change, to: &queue, after: known[segment.replica])
      }
      if !queue.isEmpty { queues[segment.replica] = queue }
    }
    return queues.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func append(
    _ change: VerifiedChange, to queue: inout [VerifiedChange], after known: UInt64
  ) throws(SyncError) {
    let dot = change.change.dot
    if dot.sequence <= known { return }
    let next = known + 1 + UInt64(queue.count)
    if dot.sequence > next {
      throw SyncError(.gap, replica: dot.replica, sequence: next, place: "segments")
    }
    if dot.sequence == next {
      queue.append(change)
    } else if queue[Int(dot.sequence - known - 1)].hash != change.hash {
      throw SyncError(.fork, replica: dot.replica, sequence: dot.sequence, place: "segments")
    }
  }
}

/// The work of putting changes in order: a queue goes on until it has to wait for another.
private struct Arrangement {
  let queues: [[VerifiedChange]]
  var known: VersionVector
  var arranged: [VerifiedChange] = []
  /// The place of the next change in each queue.
  private var next: [Int]
  /// Which queues wait for a replica, and for which of its changes.
  private var waiting: [ReplicaID: [(queue: Int, sequence: UInt64)]] = [:]

  init(queues: [[VerifiedChange]], known: VersionVector) {
    self.queues = queues
    self.known = known
    next = queues.map { _ in 0 }
    arranged.reserveCapacity(queues.reduce(0) { $0 + $1.count })
  }

  mutating func run() {
    var ready = Array(queues.indices.reversed())
    while let queue = ready.popLast() {
      while next[queue] < queues[queue].count {
        let change = queues[queue][next[queue]]
        if let missing = missingDependency(of: change) {
          waiting[missing.replica, default: []].append((queue, missing.sequence))
          break
        }
        arranged.append(change)
        known.observe(change.change.dot)
        next[queue] += 1
        wake(by: change.change.dot, into: &ready)
      }
    }
  }

  /// A change that nobody brought; with it the others might go on.
  var missing: Dot? {
    let blocked = queues.indices.filter { next[$0] < queues[$0].count }
    let needed = blocked.compactMap { missingDependency(of: queues[$0][next[$0]]) }
    let waitingReplicas = Set(blocked.map { queues[$0][0].change.dot.replica })
    let missing = needed.first { !waitingReplicas.contains($0.replica) } ?? needed.first
    return missing.map { Dot(replica: $0.replica, sequence: known[$0.replica] + 1) }
  }

  /// The replicas of which something waits.
  var stuckReplicas: Set<ReplicaID> {
    let stuck = queues.indices.filter { next[$0] < queues[$0].count }
    return Set(stuck.map { queues[$0][0].change.dot.replica })
  }

  private func missingDependency(of change: VerifiedChange) -> Dot? {
    change.change.dependencies.dots.first { !known.contains($0) }
  }

  private mutating func wake(by dot: Dot, into ready: inout [Int]) {
    guard let queues = waiting.removeValue(forKey: dot.replica) else { return }
    let still = queues.filter { $0.sequence > dot.sequence }
    ready.append(contentsOf: queues.lazy.filter { $0.sequence <= dot.sequence }.map(\.queue))
    if !still.isEmpty { waiting[dot.replica] = still }
  }
}
