import Sync

/// Which changes go into a bundle of limited size, so that whoever has what it builds on can apply
/// it whole.
///
/// A replica's changes can only be given up to one whose signature is known, and not without those
/// that they were made on. Between such ends the log falls into runs; a bundle takes whole runs,
/// the earliest first, each with the runs that it needs.
struct BundlePlan {
  private let log: ChangeLog
  private let limit: Int
  private var runs: [ReplicaID: [Run]] = [:]
  /// What the receiver has once it has applied the bundle.
  private(set) var target: VersionVector
  private var bytes = 0

  /// Changes of one replica that are given together.
  private struct Run {
    let last: UInt64
    let timestamp: Int64
    let bytes: Int
  }

  /// Runs shorter than this are given with the next one.
  private static let leastRunBytes = 1 << 18

  /// Plans what somebody who has `vector` gets of `has`; a single run may be longer than the limit.
  init(
    _ log: ChangeLog, of has: VersionVector, lackedBy vector: VersionVector, limit: Int
  ) throws {
    self.log = log
    self.limit = limit
    target = vector
    for (replica, last) in has.entries where last > vector[replica] {
      try readRuns(of: replica, after: vector[replica])
    }
    while let next = next(), try add(next) {}
  }

  /// Whether nothing is left over.
  var isComplete: Bool { runs.values.allSatisfy(\.isEmpty) }

  private mutating func readRuns(of replica: ReplicaID, after sequence: UInt64) throws {
    var bytes = 0
    try log.connection.forEach(
      """
      SELECT sequence, timestamp, unpacked_length(sealed), signature IS NOT NULL
      FROM change WHERE replica = (SELECT number FROM replica WHERE id = ?) AND sequence > ?
      ORDER BY sequence
      """, [.blob(replica.bytes), SQLValue(sequence)]
    ) { row in
      bytes += Int(row.integer(2))
      guard row.integer(3) == 1 else { return }
      let last = try ChangeLog.sequence(row, 0)
      append(Run(last: last, timestamp: row.integer(1), bytes: bytes), of: replica)
      bytes = 0
    }
  }

  private mutating func append(_ run: Run, of replica: ReplicaID) {
    let own = runs[replica, default: []]
    guard let before = own.last, before.bytes < min(Self.leastRunBytes, limit / 8) else {
      runs[replica, default: []].append(run)
      return
    }
    runs[replica]?[own.count - 1] = Run(
      last: run.last, timestamp: run.timestamp, bytes: before.bytes + run.bytes)
  }

  /// The earliest run that is left.
  private func next() -> Dot? {
    let candidates = runs.compactMap { replica, runs in
      runs.first.map { (timestamp: $0.timestamp, dot: Dot(replica: replica, sequence: $0.last)) }
    }
    return candidates.min { ($0.timestamp, $0.dot) < ($1.timestamp, $1.dot) }?.dot
  }

  /// Adds a run with all that it needs; `false` when that would be too much.
  private mutating func add(_ wanted: Dot) throws -> Bool {
    var taken: [ReplicaID: Int] = [:]
    var waiting = [wanted]
    var size = 0
    while let dot = waiting.popLast() {
      let own = runs[dot.replica] ?? []
      var count = taken[dot.replica] ?? 0
      guard dot.sequence > (count > 0 ? own[count - 1].last : target[dot.replica]) else { continue }
      while count < own.count, count == 0 || own[count - 1].last < dot.sequence {
        size += own[count].bytes
        count += 1
      }
      guard count > 0 else { continue }
      taken[dot.replica] = count
      let end = Dot(replica: dot.replica, sequence: own[count - 1].last)
      for (replica, sequence) in try log.dependencies(of: end).entries {
        waiting.append(Dot(replica: replica, sequence: sequence))
      }
    }
    guard bytes == 0 || bytes + size <= limit else { return false }
    bytes += size
    for (replica, count) in taken {
      target[replica] = runs[replica]?[count - 1].last ?? target[replica]
      runs[replica]?.removeFirst(count)
    }
    return true
  }
}
