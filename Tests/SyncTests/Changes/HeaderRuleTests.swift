import Domain
import Testing

@testable import Sync

/// Headers and payloads that are well formed and yet say what cannot be.
@Suite("What a change may not say")
struct HeaderRuleTests {
  private let identity: SigningIdentity
  private let introduction: ReplicaIntroduction

  init() throws {
    identity = try .example(1)
    introduction = ReplicaIntroduction(
      publicKey: identity.publicKey, region: "liberec", label: "")
  }

  private func header(
    sequence: UInt64 = 1, seen: VersionVector = VersionVector(), after previous: ChangeHash? = nil,
    payloads: Int = 1, introducing: ReplicaIntroduction? = nil
  ) -> [UInt8] {
    ChangeHeader(
      dot: Dot(replica: identity.replica, sequence: sequence),
      timestamp: HybridTimestamp(milliseconds: 1), dependencies: seen, previous: previous,
      isPerson: true, payloadCount: payloads, payloadRoot: [UInt8](repeating: 0, count: 32),
      introduction: introducing
    ).encoded()
  }

  @Test("The header of these tests is right")
  func right() throws {
    #expect(try ChangeHeader(decoding: header(introducing: introduction)).dot.sequence == 1)
    let second = header(sequence: 2, after: ChangeHash(ofHeader: []))
    #expect(try ChangeHeader(decoding: second).introduction == nil)
  }

  @Test("A first change without an introduction or with one before it, a later one without or with")
  func chainEnds() {
    let hash = ChangeHash(ofHeader: [])
    for bytes in [
      header(), header(after: hash, introducing: introduction), header(sequence: 2),
      header(sequence: 2, after: hash, introducing: introduction),
      header(sequence: 0, introducing: introduction),
    ] {
      expectRefusal(.format) { try ChangeHeader(decoding: bytes) }
    }
  }

  @Test("Somebody else's key, or a region that cannot be shown")
  func introductions() throws {
    let stranger = ReplicaIntroduction(
      publicKey: try SigningIdentity.example(2).publicKey, region: "liberec", label: "")
    expectRefusal(.signature) { try ChangeHeader(decoding: header(introducing: stranger)) }
    let nameless = ReplicaIntroduction(
      publicKey: identity.publicKey, region: "a\u{0}b", label: "")
    expectRefusal(.wrongRegion) { try ChangeHeader(decoding: header(introducing: nameless)) }
  }

  @Test("A change that depends on itself, or that has no payloads")
  func dependencies() {
    let own = VersionVector(Dot(replica: identity.replica, sequence: 9))
    expectRefusal(.format) {
      try ChangeHeader(decoding: header(seen: own, introducing: introduction))
    }
    expectRefusal(.format) {
      try ChangeHeader(decoding: header(payloads: 0, introducing: introduction))
    }
  }

  @Test("Each part of a header is needed")
  func missingParts() throws {
    var whole = CBORReader(header(introducing: introduction), of: "whole")
    let count = try whole.map()
    var entries: [[UInt8]] = []
    for _ in 0..<count {
      let start = whole.position
      try whole.skip()
      try whole.skip()
      entries.append(whole.read(from: start))
    }
    for missing in entries.indices {
      let rest = entries.enumerated().filter { $0.offset != missing }.flatMap(\.element)
      let bytes = [0xA0 | UInt8(count - 1)] + rest
      #expect(throws: SyncError.self) { try ChangeHeader(decoding: bytes) }
    }
  }

  @Test("One record twice in a change")
  func recordTwice() throws {
    let salt = [UInt8](repeating: 0, count: 16)
    let edit = RecordEdit(record: .example(1), kind: 2, operations: [.restore])
    let payload = SealedPayload.present(PayloadCodec.edit(edit, salt: salt))
    let note = SealedPayload.present(PayloadCodec.note(name: "", salt: salt))
    let bytes = header(payloads: 3, introducing: introduction)
    let change = SealedChange(header: bytes, payloads: [note, payload, payload])
    expectRefusal(.format) { try Change(opening: change) }
  }

  @Test("One field twice in an edit, or no operation at all")
  func fieldTwice() {
    let salt = [UInt8](repeating: 0, count: 16)
    let write = Operation.assign(field: 1, value: .integer(1), replaces: [])
    for operations in [[write, write], [.restore, write], []] {
      let edit = RecordEdit(record: .example(1), kind: 2, operations: operations)
      expectRefusal(.format) {
        try PayloadCodec.part(from: PayloadCodec.edit(edit, salt: salt))
      }
    }
  }

  @Test("A payload that is shorter than its random bytes")
  func shortPayload() {
    for count in 0...16 {
      let bytes = [UInt8](repeating: 0, count: count)
      #expect(throws: SyncError.self) { try PayloadCodec.part(from: bytes) }
    }
  }
}
