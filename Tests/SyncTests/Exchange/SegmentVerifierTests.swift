import Domain
import Testing

@testable import Sync

@Suite("Only a replica's own, unbroken history is believed")
struct SegmentVerifierTests {
  private let writer: SigningReplica

  init() throws {
    var writer = try SigningReplica(1)
    for text in ["a", "b", "c", "d"] { try writer.write(text) }
    self.writer = writer
  }

  private func verify(
    _ segment: LogSegment, after head: LogHead? = nil, key: [UInt8]? = nil
  ) throws(SyncError) -> VerifiedSegment {
    try SegmentVerifier.verify(segment, head: head, publicKey: key)
  }

  private func segment(_ changes: [SealedChange], from first: UInt64 = 1) -> LogSegment {
    LogSegment(
      replica: writer.replica, firstSequence: first,
      previous: first > 1 ? writer.log[Int(first) - 2].hash : nil, changes: changes,
      signature: writer.log[3].signature)
  }

  @Test("A history from the beginning proves itself")
  func fromTheBeginning() throws {
    let verified = try verify(writer.segment())
    #expect(verified.changes.map(\.hash) == writer.log.map(\.hash))
    #expect(verified.introduction == writer.introduction)
    #expect(verified.head == writer.head)
  }

  @Test("A history goes on after what is known, and what is known is passed over")
  func continuation() throws {
    let head = writer.log[1].head
    for first in 1...3 {
      let verified = try verify(
        writer.segment(from: first), after: head, key: writer.identity.publicKey)
      #expect(verified.changes.map(\.change.dot.sequence) == [3, 4])
      #expect(verified.head == writer.head)
      #expect(verified.introduction == nil)
    }
  }

  @Test("An old segment again is nothing new", arguments: 1...4)
  func replay(last: Int) throws {
    let verified = try verify(writer.segment(to: last), after: writer.head)
    #expect(verified.changes.isEmpty)
    #expect(verified.head == writer.head)
  }

  @Test("A gap is refused with what is missing")
  func gap() {
    let missing = SyncError(.gap, replica: writer.replica, sequence: 2, place: "segment")
    #expect(throws: missing) {
      try verify(writer.segment(from: 3), after: writer.log[0].head)
    }
    expectRefusal(.gap) { try verify(writer.segment(from: 2)) }
  }

  @Test("Without a key and without an introduction nothing is believed")
  func unknownKey() {
    expectRefusal(.unknownKey) { try verify(writer.segment(from: 2), after: writer.log[0].head) }
  }

  @Test("The key of somebody else is refused, and so is his signature")
  func wrongKey() throws {
    let stranger = try SigningIdentity.example(2)
    expectRefusal(.signature) { try verify(writer.segment(), key: stranger.publicKey) }
    let head = try #require(writer.head)
    let forged = LogSegment(
      replica: writer.replica, firstSequence: 1, changes: writer.log.map(\.sealed),
      signature: try stranger.signature(of: head))
    expectRefusal(.signature) { try verify(forged) }
    expectRefusal(.signature) { try verify(forged, key: stranger.publicKey) }
  }

  @Test("A signature of another length, of zeros or of another change is refused")
  func wrongSignature() {
    let others = [[], [UInt8](repeating: 0, count: 64), writer.log[2].signature]
    for signature in others {
      let forged = LogSegment(
        replica: writer.replica, firstSequence: 1, changes: writer.log.map(\.sealed),
        signature: signature)
      expectRefusal(.signature) { try verify(forged) }
    }
  }

  @Test("Changes out of order, twice, left out or cut off at the end are refused")
  func tornChains() {
    let all = writer.log.map(\.sealed)
    // An introduction stands in the first change and in no other.
    expectRefusal(.format) { try verify(segment(all.reversed())) }
    expectRefusal(.format) { try verify(segment([all[0], all[0], all[1]])) }
    expectRefusal(.signature) { try verify(segment([all[0], all[2], all[1], all[3]])) }
    expectRefusal(.signature) { try verify(segment([all[0], all[2], all[3]])) }
    expectRefusal(.signature) { try verify(segment(Array(all.dropLast()))) }
    expectRefusal(.format) { try verify(segment([])) }
    expectRefusal(.format) { try verify(segment(all, from: 0)) }
  }

  @Test("A changed payload is refused, an erased one is not")
  func payloads() throws {
    var all = writer.log.map(\.sealed)
    let whole = all[1]
    all[1] = try whole.erasing([1, 2])
    #expect(try verify(segment(all)).changes[1].change.edits.isEmpty)
    all[1] = SealedChange(
      header: whole.header, secret: whole.secret, payloads: [whole.payloads[0], .present([1, 2])])
    expectRefusal(.signature) { try verify(segment(all)) }
    all[1] = SealedChange(
      header: whole.header, secret: [UInt8](repeating: 7, count: 16), payloads: whole.payloads)
    expectRefusal(.signature) { try verify(segment(all)) }
  }

  @Test("Another replica's change inside a segment is refused")
  func mixedReplicas() throws {
    var other = try SigningReplica(2)
    try other.write("x")
    expectRefusal(.signature) { try verify(segment([other.log[0].sealed])) }
    let claimed = LogSegment(
      replica: writer.replica, firstSequence: 1, changes: [other.log[0].sealed],
      signature: other.log[0].signature)
    expectRefusal(.signature) { try verify(claimed) }
  }

  @Test("An introduction whose key is not the replica's is refused")
  func impostor() throws {
    let impostor = try SigningIdentity.example(3)
    let dot = writer.log[0].change.dot
    let header = ChangeHeader(
      timestamp: writer.log[0].change.timestamp, dependencies: VersionVector(), isPerson: true,
      introduction: ReplicaIntroduction(
        publicKey: impostor.publicKey, region: "liberec", label: ""))
    let change = SealedChange(
      header: header.encoded(), secret: writer.log[0].sealed.secret,
      payloads: writer.log[0].sealed.payloads)
    let head = LogHead(sequence: 1, hash: try ChangeHash(of: change, at: dot, after: nil))
    let forged = LogSegment(
      replica: writer.replica, firstSequence: 1, changes: [change],
      signature: try impostor.signature(of: head))
    expectRefusal(.signature) { try verify(forged) }
  }

  @Test("A replica that forgets what it knew is refused")
  func forgetting() throws {
    var liar = try SigningReplica(1)
    liar.known.observe(.example(9, 5))
    try liar.write("a")
    liar.known = VersionVector(Dot(replica: liar.replica, sequence: 1))
    try liar.write("b")
    expectRefusal(.format) { try verify(liar.segment()) }
  }

  @Test("Two signed histories of one replica are a fork, told with where they part")
  func fork() throws {
    var copy = try SigningReplica(1)
    try copy.write("a")
    var restored = copy
    try copy.write("left")
    try restored.write("right")
    try restored.write("on")
    let place = SyncError(.fork, replica: copy.replica, sequence: 2, place: "chain")
    #expect(throws: place) { try verify(restored.segment(), after: copy.head) }
    #expect(throws: place) {
      try verify(restored.segment(from: 3), after: copy.head, key: copy.identity.publicKey)
    }
  }

  @Test("A stranger cannot make anybody look like a forger of his own history")
  func falseAccusation() throws {
    var copy = try SigningReplica(1)
    try copy.write("other")
    let stranger = try SigningIdentity.example(2)
    let head = try #require(copy.head)
    let forged = LogSegment(
      replica: copy.replica, firstSequence: 1, changes: copy.log.map(\.sealed),
      signature: try stranger.signature(of: head))
    expectRefusal(.signature) { try verify(forged, after: writer.log[0].head) }
  }
}
