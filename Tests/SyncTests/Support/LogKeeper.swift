import Domain
import Sync

/// Keeps the logs of many replicas and exchanges them, a few changes at a time.
struct LogKeeper: Sendable {
  private struct Log: Sendable {
    var changes: [SealedChange] = []
    var hashes: [ChangeHash] = []
    var signatures: [[UInt8]] = []
    var head: LogHead?
    var publicKey: [UInt8]?
  }

  let replica: ReplicaID
  /// How many changes fit into one bundle.
  let limit: Int
  private(set) var known = VersionVector()
  private var logs: [ReplicaID: Log] = [:]

  init(_ number: UInt8, changes: Int, limit: Int) throws {
    var writer = try SigningReplica(number)
    var log = Log()
    for place in 0..<changes {
      let local = try writer.write("text \(place)")
      log.changes.append(local.sealed)
      log.hashes.append(local.hash)
      log.signatures.append(local.signature)
      log.head = local.head
    }
    log.publicKey = writer.identity.publicKey
    replica = writer.replica
    known = writer.known
    self.limit = limit
    logs[replica] = log
  }

  /// What somebody who has this much lacks, as far as it fits.
  func bundle(for has: VersionVector) -> Bundle {
    var room = limit
    var segments: [LogSegment] = []
    for (replica, log) in logs.sorted(by: { $0.key < $1.key }) {
      let first = Int(has[replica])
      let last = min(log.changes.count, first + room)
      if first >= last { continue }
      room -= last - first
      segments.append(
        LogSegment(
          replica: replica, firstSequence: UInt64(first + 1),
          previous: first > 0 ? log.hashes[first - 1] : nil,
          changes: Array(log.changes[first..<last]), signature: log.signatures[last - 1]))
    }
    let total = logs.reduce(0) { $0 + max(0, $1.value.changes.count - Int(has[$1.key])) }
    return Bundle(
      sender: replica, has: known, isComplete: total <= limit, segments: segments)
  }

  mutating func apply(_ bundle: Bundle) throws {
    let verified = try bundle.segments.map { segment throws(SyncError) in
      let log = logs[segment.replica]
      return try SegmentVerifier.verify(segment, head: log?.head, publicKey: log?.publicKey)
    }
    for change in try CausalOrder.arrange(verified, after: known) {
      known.observe(change.change.dot)
      logs[change.change.dot.replica, default: Log()].changes.append(change.sealed)
      logs[change.change.dot.replica]?.hashes.append(change.hash)
    }
    for segment in verified {
      logs[segment.replica]?.head = segment.head
      if let key = segment.introduction?.publicKey { logs[segment.replica]?.publicKey = key }
      let count = segment.changes.count
      // Within a run only the last change has its own signature.
      logs[segment.replica]?.signatures += Array(repeating: segment.signature, count: count)
    }
  }

  /// Runs a whole exchange as the side that calls.
  mutating func exchange(
    over transport: some ExchangeTransport
  ) async throws -> ExchangeSession.Report {
    var session = ExchangeSession(replica: replica)
    var event = ExchangeSession.Event.started(has: known)
    while true {
      switch try session.handle(event) {
      case .send(let message): event = .received(try await transport.send(message))
      case .apply(let bundle):
        try apply(bundle)
        event = .applied(has: known)
      case .offer(let has): event = .offered(bundle(for: has))
      case .finish(let report): return report
      }
    }
  }
}

/// The side that answers: no state but what it keeps.
actor AnsweringHost {
  private(set) var keeper: LogKeeper

  init(_ keeper: LogKeeper) {
    self.keeper = keeper
  }

  func answer(_ message: ExchangeMessage) throws -> ExchangeMessage {
    switch message {
    case .greeting(_, let has): return .delivery(keeper.bundle(for: has))
    case .delivery(let bundle):
      try keeper.apply(bundle)
      return .acknowledgement(has: keeper.known)
    case .acknowledgement: return .acknowledgement(has: keeper.known)
    }
  }
}
