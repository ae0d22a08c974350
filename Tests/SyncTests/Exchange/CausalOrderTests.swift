import Domain
import Sync
import Testing

@Suite("An order in which every change comes after its causes")
struct CausalOrderTests {
  /// Two replicas that answer each other `rounds` times.
  private func conversation(rounds: Int) throws -> (SigningReplica, SigningReplica) {
    var one = try SigningReplica(1)
    var two = try SigningReplica(2)
    for round in 0..<rounds {
      try one.write("one \(round)")
      two.known.formUnion(one.known)
      try two.write("two \(round)")
      one.known.formUnion(two.known)
    }
    return (one, two)
  }

  private func verified(_ segments: LogSegment...) throws -> [VerifiedSegment] {
    try segments.map { try SegmentVerifier.verify($0, head: nil, publicKey: nil) }
  }

  @Test("A conversation is put in its order, whoever's part comes first")
  func conversations() throws {
    let (one, two) = try conversation(rounds: 20)
    for segments in [
      try verified(one.segment(), two.segment()), try verified(two.segment(), one.segment()),
    ] {
      let order = try CausalOrder.arrange(segments, after: VersionVector())
      var known = VersionVector()
      for change in order.map(\.change) {
        #expect(known.dominates(change.dependencies))
        #expect(known[change.dot.replica] + 1 == change.dot.sequence)
        known.observe(change.dot)
      }
      #expect(order.count == 40)
    }
  }

  @Test("A missing cause is named")
  func gap() throws {
    let (one, two) = try conversation(rounds: 3)
    expectMissing(one.replica, 1) {
      try CausalOrder.arrange(try verified(two.segment()), after: VersionVector())
    }
    expectMissing(two.replica, 2) {
      try CausalOrder.arrange(
        try verified(one.segment(), two.segment(to: 1)), after: VersionVector())
    }
  }

  private func expectMissing(
    _ replica: ReplicaID, _ sequence: UInt64, _ work: () throws -> [VerifiedChange]
  ) {
    let expected = SyncError(
      .gap, replica: replica, sequence: sequence, place: "dependencies")
    #expect(throws: expected) { try work() }
  }

  @Test("What is known is left out, and what it causes needs no more")
  func known() throws {
    let (one, two) = try conversation(rounds: 3)
    let order = try CausalOrder.arrange(
      try verified(one.segment(), two.segment()), after: one.log[2].change.dependencies)
    #expect(order.map(\.change.dot).count == 4)
    #expect(try CausalOrder.arrange(try verified(one.segment()), after: one.known).isEmpty)
  }

  @Test("One segment twice is nothing, two histories are a fork")
  func twice() throws {
    var one = try SigningReplica(1)
    try one.write("a")
    var other = one
    try one.write("b")
    try other.write("c")
    let same = try verified(one.segment(), one.segment())
    #expect(try CausalOrder.arrange(same, after: VersionVector()).count == 2)
    let forked = try verified(one.segment(), other.segment())
    expectRefusal(.fork) { try CausalOrder.arrange(forked, after: VersionVector()) }
  }

  @Test("Changes that claim to depend on each other are refused")
  func circle() throws {
    var one = try SigningReplica(1)
    var two = try SigningReplica(2)
    one.known.observe(Dot(replica: two.replica, sequence: 1))
    two.known.observe(Dot(replica: one.replica, sequence: 1))
    try one.write("a")
    try two.write("b")
    let segments = try verified(one.segment(), two.segment())
    expectRefusal(.gap) { try CausalOrder.arrange(segments, after: VersionVector()) }
  }
}
