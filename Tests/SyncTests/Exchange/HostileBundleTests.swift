import Crypto
import Domain
import TestSupport
import Testing

@testable import Sync

/// Bundles whose frame and hash are right and whose content is not, as somebody would make them on
/// purpose.
@Suite("Bundles made to deceive")
struct HostileBundleTests {
  private let writer: SigningReplica

  init() throws {
    var writer = try SigningReplica(1)
    for text in ["a", "b", "c"] { try writer.write(text) }
    self.writer = writer
  }

  /// A bundle with this body and a right hash.
  private func framed(_ body: [UInt8]) -> [UInt8] {
    var bytes = Bundle.magic + [Bundle.formatVersion]
    withUnsafeBytes(of: UInt64(body.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes += body
    return bytes + SHA256.bytes(of: bytes)
  }

  private func body(of bundle: Bundle) -> [UInt8] {
    Array(bundle.encoded().dropFirst(17).dropLast(32))
  }

  private func read(_ bytes: [UInt8]) throws -> [VerifiedChange] {
    let segments = try Bundle(decoding: bytes).segments.map { segment throws(SyncError) in
      try SegmentVerifier.verify(segment, head: nil, publicKey: nil)
    }
    return try CausalOrder.arrange(segments, after: VersionVector())
  }

  private func bundle(_ segments: [LogSegment]) -> [UInt8] {
    Bundle(sender: writer.replica, has: writer.known, isComplete: true, segments: segments)
      .encoded()
  }

  @Test("The frame of these tests is right")
  func frame() throws {
    #expect(try read(framed(body(of: writer.bundle))).count == 3)
  }

  @Test("A flipped bit under a right hash is refused, or touches only what nobody vouches for")
  func flipsUnderTheHash() throws {
    let good = body(of: writer.bundle)
    let expected = try read(framed(good)).map(\.hash)
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<2000 {
      var damaged = good
      damaged[generator.below(good.count)] ^= 1 << generator.below(8)
      if let changes = try? read(framed(damaged)) {
        #expect(changes.isEmpty || changes.map(\.hash) == expected)
      }
    }
  }

  @Test("Every cut under a right hash is refused")
  func cutsUnderTheHash() {
    let good = body(of: writer.bundle)
    for end in stride(from: 0, to: good.count, by: 3) {
      #expect(throws: SyncError.self) { try read(framed(Array(good[..<end]))) }
    }
  }

  @Test("Changes twice, in another order or left out are refused")
  func tornSegments() {
    let all = writer.log.map(\.sealed)
    let lists = [all + all, all.reversed(), [all[0], all[2]], Array(all.dropFirst())]
    for changes in lists {
      let segment = LogSegment(
        replica: writer.replica, firstSequence: 1, changes: changes,
        signature: writer.log[2].signature)
      #expect(throws: SyncError.self) { try read(bundle([segment])) }
    }
  }

  @Test("Numbers at the ends of their range are refused")
  func extremeSequences() {
    for sequence: UInt64 in [0, 2, UInt64(Int64.max), UInt64(Int64.max) + 1, .max] {
      let segment = LogSegment(
        replica: writer.replica, firstSequence: sequence, changes: writer.log.map(\.sealed),
        signature: writer.log[2].signature)
      #expect(throws: SyncError.self) { try read(bundle([segment])) }
    }
  }

  @Test("Another replica cannot take the changes for its own, nor another region the replica")
  func otherReplicas() throws {
    let stranger = try SigningIdentity.example(2)
    let head = try #require(writer.head)
    let taken = LogSegment(
      replica: stranger.replica, firstSequence: 1, changes: writer.log.map(\.sealed),
      signature: try stranger.signature(of: head))
    expectRefusal(.signature) { try read(bundle([taken])) }
  }

  @Test("Two segments of one replica are refused")
  func segmentTwice() {
    expectRefusal(.format) { try read(bundle([writer.segment(), writer.segment()])) }
  }

  @Test("Items nested without end are refused at once")
  func deep() {
    for head: UInt8 in [0x81, 0xA1, 0xC1] {
      let deep = [UInt8](repeating: head, count: 500_000)
      #expect(throws: SyncError.self) { try read(framed(deep)) }
    }
  }

  @Test("A vector that claims everything changes nothing by itself")
  func lyingVectors() throws {
    let bundle = Bundle(
      sender: writer.replica, has: VersionVector(.example(7, UInt64(Int64.max))), isComplete: true,
      segments: [writer.segment()])
    #expect(try read(bundle.encoded()).count == 3)
  }
}
