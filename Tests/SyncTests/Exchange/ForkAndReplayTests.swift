import Domain
import Sync
import TestSupport
import Testing

/// Many random ways to cheat, none of which may be taken.
@Suite("Forged, replayed and forked histories, at random")
struct ForkAndReplayTests {
  @Test("Ten replays of every old segment bring nothing", arguments: UInt64(0)..<5)
  func replays(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var writer = try SigningReplica(1)
    for place in 0..<6 { try writer.write("text \(place)") }
    for _ in 0..<10 {
      let last = 1 + generator.below(6)
      let first = 1 + generator.below(last)
      let verified = try SegmentVerifier.verify(
        writer.segment(from: first, to: last), head: writer.head,
        publicKey: writer.identity.publicKey)
      #expect(verified.changes.isEmpty && verified.head == writer.head)
    }
  }

  @Test("A history that parts at any place is found whatever is sent of it", arguments: 0..<4)
  func forks(common: Int) throws {
    var left = try SigningReplica(1)
    for place in 0..<common { try left.write("common \(place)") }
    var right = left
    for place in 0..<3 {
      try left.write("left \(place)")
      try right.write("right \(place)")
    }
    let head = try #require(left.head)
    let key = left.identity.publicKey
    for first in 1...right.log.count {
      expectRefusal(.fork) {
        try SegmentVerifier.verify(right.segment(from: first), head: head, publicKey: key)
      }
    }
  }

  @Test("A signature fits one end of one history only")
  func signatures() throws {
    var writer = try SigningReplica(1)
    var other = try SigningReplica(2)
    for place in 0..<5 {
      try writer.write("text \(place)")
      try other.write("text \(place)")
    }
    let signatures = writer.log.map(\.signature) + other.log.map(\.signature)
    for end in 1...5 {
      for (place, signature) in signatures.enumerated() {
        let segment = LogSegment(
          replica: writer.replica, firstSequence: 1,
          changes: writer.log[..<end].map(\.sealed), signature: signature)
        let isTaken =
          (try? SegmentVerifier.verify(segment, head: nil, publicKey: nil)) != nil
        #expect(isTaken == (place == end - 1))
      }
    }
  }
}
