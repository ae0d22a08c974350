import Domain
import Sync
import TestSupport

/// A replica that signs its changes and keeps its log in memory.
struct SigningReplica {
  let identity: SigningIdentity
  private(set) var log: [LocalChange] = []
  var known = VersionVector()
  private var generator: SeededGenerator
  private var clock = HybridClock()

  init(_ number: UInt8) throws {
    identity = try .example(number)
    generator = SeededGenerator(seed: UInt64(number))
  }

  var replica: ReplicaID { identity.replica }
  var head: LogHead? { log.last?.head }

  var introduction: ReplicaIntroduction {
    ReplicaIntroduction(publicKey: identity.publicKey, region: "liberec", label: "laptop")
  }

  @discardableResult
  mutating func write(
    _ edits: [RecordEdit], as origin: Origin = .person(name: "Jana"), now: UInt64 = 1000
  ) throws -> LocalChange {
    let draft = ChangeDraft(
      timestamp: clock.tick(now: now), dependencies: known, origin: origin, edits: edits,
      introduction: log.isEmpty ? introduction : nil)
    let local = try identity.seal(draft, after: head, using: &generator)
    log.append(local)
    known.observe(local.change.dot)
    return local
  }

  /// Gives one record's field 1 a text.
  @discardableResult
  mutating func write(_ text: String, to record: UInt64 = 1) throws -> LocalChange {
    let operation = Operation.assign(field: 1, value: .text(text), replaces: [])
    return try write([RecordEdit(record: .example(record), kind: 2, operations: [operation])])
  }

  /// The changes from one number to another, or to the end, signed.
  func segment(from first: Int = 1, to last: Int? = nil) -> LogSegment {
    let last = last ?? log.count
    return LogSegment(
      replica: replica, firstSequence: UInt64(first),
      previous: first > 1 ? log[first - 2].hash : nil,
      changes: log[(first - 1)..<last].map(\.sealed), signature: log[last - 1].signature)
  }

  /// A bundle of all of its own changes.
  var bundle: Bundle {
    Bundle(sender: replica, has: known, isComplete: true, segments: [segment()])
  }
}
