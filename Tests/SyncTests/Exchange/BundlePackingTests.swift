import Domain
import Sync
import Testing

@Suite("Bundles of bounded size")
struct BundlePackingTests {
  /// Two replicas that answer each other, change by change.
  private static func conversation(_ count: Int) throws -> [SigningReplica] {
    var replicas = [try SigningReplica(1), try SigningReplica(2)]
    for turn in 0..<count {
      try replicas[turn % 2].write("text \(turn)")
      let (one, other) = (replicas[0].known, replicas[1].known)
      replicas[0].known.formUnion(other)
      replicas[1].known.formUnion(one)
    }
    return replicas
  }

  private static func runs(
    _ replicas: [SigningReplica], lackedBy known: VersionVector, of size: Int
  ) -> [LogSegment] {
    replicas.flatMap { replica in
      stride(from: Int(known[replica.replica]) + 1, through: replica.log.count, by: size).map {
        replica.segment(from: $0, to: min($0 + size - 1, replica.log.count))
      }
    }
  }

  @Test("Bundle after bundle can be applied, until nothing is lacking", arguments: [1, 3])
  func bundleAfterBundle(size: Int) throws {
    let replicas = try Self.conversation(40)
    var keeper = try LogKeeper(9, changes: 0, limit: 0)
    var bundles = 0
    while keeper.known.entries.reduce(0, { $0 + $1.sequence }) < 40 {
      let bundle = try BundlePacking.pack(
        Self.runs(replicas, lackedBy: keeper.known, of: size), for: keeper.known,
        from: replicas[0].replica, has: replicas[0].known, limit: 4000)
      #expect(bundle.encoded().count < 4200)
      try keeper.apply(bundle)
      bundles += 1
      #expect(bundle.isComplete == (keeper.known == replicas[0].known))
    }
    #expect(bundles > 2)
  }

  @Test("Runs that need each other travel together or not at all")
  func mutualNeed() throws {
    let replicas = try Self.conversation(6)
    let whole = replicas.map { $0.segment() }
    let bundle = try BundlePacking.pack(
      whole, for: VersionVector(), from: replicas[0].replica, has: replicas[0].known)
    #expect(bundle.isComplete && bundle.changeCount == 6)
    #expect(throws: SyncError.self) {
      try BundlePacking.pack(
        whole, for: VersionVector(), from: replicas[0].replica, has: replicas[0].known,
        limit: 1500)
    }
  }

  @Test("A run that is too big for any bundle is named")
  func tooBig() throws {
    var replica = try SigningReplica(1)
    try replica.write(String(repeating: "x", count: 2000))
    let refusal = SyncError(
      .tooBig, replica: replica.replica, sequence: 1, place: "packing")
    #expect(throws: refusal) {
      try BundlePacking.pack(
        [replica.segment()], for: VersionVector(), from: replica.replica, has: replica.known,
        limit: 1000)
    }
  }

  @Test("A clock that runs ahead is named, and its changes are applied")
  func clockFaults() throws {
    var replica = try SigningReplica(1)
    try replica.write([RecordEdit(record: .example(1), kind: 1, operations: [.restore])])
    let far = 1000 + HybridClock.allowedDrift + 1
    try replica.write([RecordEdit(record: .example(1), kind: 1, operations: [.restore])], now: far)
    let verified = try SegmentVerifier.verify(replica.segment(), head: nil, publicKey: nil)
    #expect(verified.changes.count == 2)
    #expect(verified.clockFaults(now: 1000).map(\.sequence) == [2])
    #expect(verified.clockFaults(now: 1000).first?.code == .clock)
    #expect(verified.clockFaults(now: far).isEmpty)
  }
}
