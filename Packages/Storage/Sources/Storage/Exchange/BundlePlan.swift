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
  private var readings: [ReplicaID: Reading] = [:]
  /// What the receiver has once it has applied the bundle.
  private(set) var target: VersionVector
  private var bytes = 0

  /// Changes of one replica that are given together.
  private struct Run {
    let last: UInt64
    let timestamp: Int64
    let bytes: Int
  }

  /// How far the changes of a replica have been looked at: no further than a bundle may reach, for
  /// most of what a first exchange brings is not in its first bundle.
  private struct Reading {
    var last: UInt64
    /// The bytes of changes after the last run.
    var pending = 0
    var isDone = false
  }

  /// Runs shorter than this are given with the next one.
  private static let leastRunBytes = 1 << 18
  /// How many changes are looked at together.
  private static let readingStep = 1_024

  /// Plans what somebody who has `vector` gets of `has`; a single run may be longer than the limit.
  init(
    _ log: ChangeLog, of has: VersionVector, lackedBy vector: VersionVector, limit: Int
  ) throws {
    self.log = log
    self.limit = limit
    target = vector
    for (replica, last) in has.entries where last > vector[replica] {
      readings[replica] = Reading(last: vector[replica])
      try readRuns(of: replica, until: limit)
    }
    while let next = next(), try add(next) {}
  }

  /// Whether nothing is left over.
  var isComplete: Bool {
    runs.values.allSatisfy(\.isEmpty) && readings.values.allSatisfy(\.isDone)
  }

  /// Reads the next runs of a replica, until there are so many bytes more of them.
  private mutating func readRuns(of replica: ReplicaID, until enough: Int) throws {
    guard var reading = readings[replica] else { return }
    var read = 0
    while !reading.isDone, read < enough {
      var count = 0
      try log.connection.forEach(
        """
        SELECT sequence, timestamp, unpacked_length(sealed), signature IS NOT NULL
        FROM change WHERE replica = (SELECT number FROM replica WHERE id = ?) AND sequence > ?
        ORDER BY sequence LIMIT \(Self.readingStep)
        """, [.blob(replica.bytes), SQLValue(reading.last)]
      ) { row in
        count += 1
        reading.last = try ChangeLog.sequence(row, 0)
        reading.pending += Int(row.integer(2))
        guard row.integer(3) == 1 else { return }
        append(
          Run(last: reading.last, timestamp: row.integer(1), bytes: reading.pending), of: replica)
        read += reading.pending
        reading.pending = 0
      }
      reading.isDone = count < Self.readingStep
    }
    readings[replica] = reading
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
      var own = runs[dot.replica] ?? []
      var count = taken[dot.replica] ?? 0
      guard dot.sequence > (count > 0 ? own[count - 1].last : target[dot.replica]) else { continue }
      if (own.last?.last ?? 0) < dot.sequence, readings[dot.replica]?.isDone == false {
        // What was looked at fills a bundle, so this is too much, unless nothing less can be given.
        if bytes > 0 { return false }
        try readRuns(of: dot.replica, until: .max)
        own = runs[dot.replica] ?? []
      }
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
