import Domain
import Foundation
import Storage
import Sync

/// Memory and time while changes come in, bundle after bundle, each written by another process so
/// that this one holds nothing but what it merges.
struct MemoryBenchmark {
  private static let bundleSize = 10_000
  private static let records = 1_000

  let folder: String

  /// Writes bundles of changes to files.
  func write(_ count: Int) throws {
    let identity = SigningIdentity()
    var head: LogHead?
    for number in 0..<count / Self.bundleSize {
      var changes: [SealedChange] = []
      var signature: [UInt8] = []
      let previous = head?.hash
      for place in 0..<Self.bundleSize {
        let sequence = number * Self.bundleSize + place
        let old =
          sequence < Self.records
          ? []
          : [
            Dot(replica: identity.replica, sequence: UInt64(sequence - Self.records + 1))
          ]
        let operation = Operation.assign(
          field: 1, value: .text("value \(sequence)"), replaces: old)
        let edit = RecordEdit(
          record: RecordID(high: 0, low: UInt64(sequence % Self.records)), kind: 1,
          operations: [operation])
        let introduction =
          head == nil
          ? ReplicaIntroduction(publicKey: identity.publicKey, region: "r", label: "l") : nil
        let local = try identity.seal(
          ChangeDraft(
            timestamp: HybridTimestamp(milliseconds: UInt64(sequence)),
            dependencies: VersionVector(), origin: .person(name: "Jana"), edits: [edit],
            introduction: introduction), after: head)
        head = local.head
        changes.append(local.sealed)
        signature = local.signature
      }
      let segment = LogSegment(
        replica: identity.replica, firstSequence: UInt64(number * Self.bundleSize + 1),
        previous: previous, changes: changes, signature: signature)
      let bundle = Bundle(
        sender: identity.replica, has: VersionVector(), isComplete: true, segments: [segment])
      try Data(bundle.encoded()).write(to: URL(fileURLWithPath: "\(folder)/bundle\(number)"))
    }
    try Data(identity.publicKey).write(to: URL(fileURLWithPath: "\(folder)/key"))
  }

  /// Applies the bundles to a database file, each in one transaction.
  func store(_ count: Int) throws {
    let path = "\(folder)/store\(count).db"
    let replica = try Replica.create(at: path, region: "Liberec", clock: 1_700_000_000_000)
    var times: [Double] = []
    for number in 0..<count / Self.bundleSize {
      let start = processorTime()
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/bundle\(number)"))
      try replica.apply(Sync.Bundle(decoding: [UInt8](data)))
      times.append(processorTime() - start)
    }
    describe("store \(count) changes in a file", times)
  }

  /// Merges the bundles.
  func merge(_ count: Int) throws {
    let key = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/key")))
    var states: [RecordID: [UInt8]] = [:]
    var head: LogHead?
    var times: [Double] = []
    for number in 0..<count / Self.bundleSize {
      let start = processorTime()
      let bytes = [UInt8](
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/bundle\(number)")))
      let segment = try Bundle(decoding: bytes).segments[0]
      let verified = try SegmentVerifier.verify(segment, head: head, publicKey: key)
      for change in verified.changes {
        for edit in change.change.edits {
          var state =
            try states[edit.record].map { bytes in try RecordState(decoding: bytes) }
            ?? RecordState(kind: 1)
          state.apply(edit, in: change.change.context)
          states[edit.record] = state.encoded()
        }
      }
      head = verified.head
      times.append(processorTime() - start)
    }
    describe("merge \(count) changes", times)
  }

  private func describe(_ name: String, _ times: [Double]) {
    report("\(name), peak memory", peakMemory(), "MB")
    report("\(name), first 10,000", (times.first ?? 0) * 1e6 / 10_000, "µs/change")
    report("\(name), last 10,000", (times.last ?? 0) * 1e6 / 10_000, "µs/change")
  }
}
