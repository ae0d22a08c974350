import Domain
import Foundation
import Sync

/// Records: capturing what was done, verifying, applying, and what it takes on the way.
struct RowBenchmark {
  private static let count = 100_000

  let folder: String
  private let identity = SigningIdentity()
  private let records: [RecordID]

  init(folder: String) {
    self.folder = folder
    var generator = SystemRandomNumberGenerator()
    records = (0..<Self.count).map { _ in RecordID.random(using: &generator) }
  }

  func run() throws {
    let inserts = records.indices.map { row in
      RecordEdit(
        record: records[row], kind: 2,
        operations: (1...10).map { field in
          .assign(
            field: UInt16(field), value: .text("value \(row % 1000) of \(field)"), replaces: [])
        })
    }
    var states: [RecordID: RecordState] = [:]
    states.reserveCapacity(Self.count)
    try measure("insert, one change", [inserts], &states)
    states.removeAll(keepingCapacity: true)
    let head = try measure("insert, a change each", inserts.map { [$0] }, &states)
    let last = try measure(
      "update one field, a change each", updates(of: 0).map { [$0] }, &states, after: head)
    try measure(
      "update one field, one change", [updates(of: UInt64(Self.count))], &states, after: last)
    let encoding = seconds(of: 1) { for state in states.values { _ = state.encoded() } }
    report("states encoded", Double(Self.count) / encoding, "records/s")
  }

  /// An update of each record, in place of what the change so many after `first` wrote to it.
  private func updates(of first: UInt64) -> [RecordEdit] {
    records.indices.map { row in
      let old = Dot(replica: identity.replica, sequence: first + UInt64(row) + 1)
      let operation = Operation.assign(
        field: 3, value: .text("updated \(row % 1000)"), replaces: [old])
      return RecordEdit(record: records[row], kind: 2, operations: [operation])
    }
  }

  @discardableResult
  private func measure(
    _ name: String, _ changes: [[RecordEdit]], _ states: inout [RecordID: RecordState],
    after head: LogHead? = nil
  ) throws -> LogHead? {
    var locals: [LocalChange] = []
    locals.reserveCapacity(changes.count)
    let capturing = try seconds(of: 1) {
      for edits in changes { locals.append(try seal(edits, after: locals.last?.head ?? head)) }
    }
    report("\(name): capture", Double(Self.count) / capturing, "records/s")
    let segment = LogSegment(
      replica: identity.replica, firstSequence: (head?.sequence ?? 0) + 1, previous: head?.hash,
      changes: locals.map(\.sealed), signature: locals.last?.signature ?? [])
    let bundle = Bundle(
      sender: identity.replica, has: VersionVector(), isComplete: true, segments: [segment])
    let bytes = bundle.encoded()
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/bundle"))
    report("\(name): on the wire", Double(bytes.count) / Double(Self.count), "bytes/record")
    report("\(name): on the wire, zlib", try compressed() / Double(Self.count), "bytes/record")
    var verified: [VerifiedChange] = []
    let verifying = try seconds(of: 1) {
      let decoded = try Bundle(decoding: bytes)
      let segment = try SegmentVerifier.verify(
        decoded.segments[0], head: head, publicKey: identity.publicKey)
      var known = VersionVector()
      known[identity.replica] = head?.sequence ?? 0
      verified = try CausalOrder.arrange([segment], after: known)
    }
    report("\(name): decode and verify", Double(Self.count) / verifying, "records/s")
    let applying = seconds(of: 1) {
      for change in verified {
        let context = change.change.context
        for edit in change.change.edits {
          states[edit.record, default: RecordState(kind: edit.kind)].apply(edit, in: context)
        }
      }
    }
    report("\(name): apply", Double(Self.count) / applying, "records/s")
    report(
      "\(name): decode, verify and apply", Double(Self.count) / (verifying + applying),
      "records/s")
    return locals.last?.head
  }

  private func seal(_ edits: [RecordEdit], after head: LogHead?) throws -> LocalChange {
    let introduction =
      head == nil
      ? ReplicaIntroduction(publicKey: identity.publicKey, region: "r", label: "l") : nil
    return try identity.seal(
      ChangeDraft(
        timestamp: HybridTimestamp(milliseconds: 1_700_000_000_000), dependencies: VersionVector(),
        origin: .person(name: "Jana"), edits: edits, introduction: introduction),
      after: head)
  }

  /// How many bytes zlib makes of the bundle, as by the peers.
  private func compressed() throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys,zlib; print(len(zlib.compress(open(sys.argv[1],'rb').read(),6)))",
      "\(folder)/bundle",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Double(String(decoding: answer, as: UTF8.self).split(separator: "\n").first ?? "") ?? 0
  }
}
