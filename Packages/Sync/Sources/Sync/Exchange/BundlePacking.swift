/// Puts bundles of bounded size together, each of which can be applied by whoever has what it was
/// packed for.
///
/// An exchange goes on with the next bundle until nothing is lacking.
public struct BundlePacking {
  /// A signed run with what it needs.
  private struct Piece {
    let segment: LogSegment
    let needs: VersionVector
    let size: Int

    var end: Dot {
      Dot(
        replica: segment.replica,
        sequence: segment.firstSequence + UInt64(segment.changes.count) - 1)
    }
  }

  private var known: VersionVector
  private var room: Int
  /// The pieces of each replica that are not packed, the next last.
  private var waiting: [[Piece]]
  private var packed: [ReplicaID: [LogSegment]] = [:]

  /// Packs what fits into one bundle for somebody who has `known`.
  ///
  /// `runs` are what they lack: runs of changes, each signed at its end, any number a replica,
  /// without gaps. The shorter the runs, the better they fit. Linear in what is packed, as long as
  /// replicas did not answer each other change by change.
  /// - Throws: `E_TOO_BIG` when not even the first run fits with what it needs; `E_BATCH_FORMAT`
  ///   and the like for runs that are damaged.
  public static func pack(
    _ runs: [LogSegment], for known: VersionVector, from sender: ReplicaID, has: VersionVector,
    limit: Int = SyncLimits.deliveryBytes
  ) throws(SyncError) -> Bundle {
    var packing = try BundlePacking(runs, for: known, limit: limit)
    packing.run()
    let rest = packing.waiting.compactMap(\.last).first
    if let rest, packing.packed.isEmpty {
      throw SyncError(
        .tooBig, replica: rest.segment.replica, sequence: rest.segment.firstSequence,
        place: "packing")
    }
    return Bundle(
      sender: sender, has: has, isComplete: rest == nil,
      segments: packing.packed.sorted { $0.key < $1.key }.map { joined($0.value) })
  }

  private init(
    _ runs: [LogSegment], for known: VersionVector, limit: Int
  ) throws(SyncError) {
    self.known = known
    room = limit
    var queues: [ReplicaID: [Piece]] = [:]
    for run in runs where !run.changes.isEmpty {
      var needs = VersionVector()
      var size = 128
      for change in run.changes {
        needs.formUnion(try ChangeHeader(decoding: change.header).dependencies)
        size += change.encodedSize
      }
      queues[run.replica, default: []].append(Piece(segment: run, needs: needs, size: size))
    }
    waiting = queues.sorted { $0.key < $1.key }.map { _, pieces in
      pieces.sorted { $0.segment.firstSequence > $1.segment.firstSequence }
    }
  }

  private mutating func run() {
    var isProgress = true
    while isProgress {
      isProgress = false
      for queue in waiting.indices {
        while let piece = waiting[queue].last, known.dominates(piece.needs), piece.size <= room {
          take(from: queue)
          isProgress = true
        }
      }
      if !isProgress { isProgress = takeTogether() }
    }
  }

  /// Takes runs that need each other, if they fit.
  private mutating func takeTogether() -> Bool {
    for first in waiting.indices where !waiting[first].isEmpty {
      var counts = waiting.map { _ in 0 }
      counts[first] = 1
      var reached = known
      var size = 0
      var isGrowing = true
      var needs = VersionVector()
      while isGrowing, size <= room {
        isGrowing = false
        for queue in waiting.indices {
          let pieces = waiting[queue].reversed()
          for (place, piece) in pieces.enumerated() {
            let isNeeded = needs[piece.segment.replica] >= piece.segment.firstSequence
            if place >= counts[queue], !isNeeded { break }
            if place >= counts[queue] { counts[queue] = place + 1 }
            if !reached.contains(piece.end) {
              reached.observe(piece.end)
              needs.formUnion(piece.needs)
              isGrowing = true
            }
          }
        }
        size = zip(counts, waiting).reduce(0) { sum, queue in
          queue.1.suffix(queue.0).reduce(sum) { $0 + $1.size }
        }
      }
      guard size <= room, reached.dominates(needs) else { continue }
      for queue in waiting.indices {
        for _ in 0..<counts[queue] { take(from: queue) }
      }
      return true
    }
    return false
  }

  private mutating func take(from queue: Int) {
    guard let piece = waiting[queue].popLast() else { return }
    packed[piece.segment.replica, default: []].append(piece.segment)
    known.observe(piece.end)
    room -= piece.size
  }

  /// Runs that follow each other as one, signed at its end.
  private static func joined(_ runs: [LogSegment]) -> LogSegment {
    LogSegment(
      replica: runs[0].replica, firstSequence: runs[0].firstSequence,
      changes: runs.flatMap(\.changes), signature: runs[runs.count - 1].signature)
  }
}
