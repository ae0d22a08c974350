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
    seen: VersionVector = VersionVector(), introducing: ReplicaIntroduction? = nil
  ) -> [UInt8] {
    ChangeHeader(
      timestamp: HybridTimestamp(milliseconds: 1), dependencies: seen, isPerson: true,
      introduction: introducing
    ).encoded()
  }

  private func dot(_ sequence: UInt64 = 1) -> Dot {
    Dot(replica: identity.replica, sequence: sequence)
  }

  @Test("The header of these tests is right")
  func right() throws {
    let first = try ChangeHeader(decoding: header(introducing: introduction), of: dot())
    #expect(first.introduction == introduction)
    #expect(try ChangeHeader(decoding: header(), of: dot(2)).introduction == nil)
  }

  @Test("A first change without an introduction, or a later one with")
  func chainEnds() {
    expectRefusal(.format) { try ChangeHeader(decoding: header(), of: dot()) }
    expectRefusal(.format) {
      try ChangeHeader(decoding: header(introducing: introduction), of: dot(2))
    }
  }

  @Test("Somebody else's key, or a region that cannot be shown")
  func introductions() throws {
    let stranger = ReplicaIntroduction(
      publicKey: try SigningIdentity.example(2).publicKey, region: "liberec", label: "")
    expectRefusal(.signature) {
      try ChangeHeader(decoding: header(introducing: stranger), of: dot())
    }
    let nameless = ReplicaIntroduction(
      publicKey: identity.publicKey, region: "a\u{0}b", label: "")
    expectRefusal(.wrongRegion) {
      try ChangeHeader(decoding: header(introducing: nameless), of: dot())
    }
  }

  @Test("A change that depends on itself")
  func dependencies() {
    let own = VersionVector(Dot(replica: identity.replica, sequence: 9))
    expectRefusal(.format) {
      try ChangeHeader(decoding: header(seen: own, introducing: introduction), of: dot())
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
      #expect(throws: SyncError.self) { try ChangeHeader(decoding: bytes, of: dot()) }
    }
  }

  @Test("One record twice in a change")
  func recordTwice() throws {
    let edit = RecordEdit(record: .example(1), kind: 2, operations: [.restore])
    let payload = SealedPayload.present(PayloadCodec.edit(edit))
    let note = SealedPayload.present(PayloadCodec.note(name: ""))
    let change = SealedChange(
      header: header(introducing: introduction), secret: [UInt8](repeating: 0, count: 16),
      payloads: [note, payload, payload])
    expectRefusal(.format) { try Change(opening: change, at: dot()) }
  }

  @Test("A change with a secret and an erased payload, or without a secret and with a plain one")
  func secrets() throws {
    let secret = [UInt8](repeating: 0, count: 16)
    let erased = SealedPayload.erased(hash: [UInt8](repeating: 1, count: 32))
    for (secret, payload) in [(secret, erased), (nil, .present([0xA0]))] {
      let change = SealedChange(header: header(), secret: secret, payloads: [payload])
      #expect(throws: SyncError.self) { try SealedChange(decoding: change.encoded()) }
    }
  }

  @Test("One field twice in an edit, or no operation at all")
  func fieldTwice() {
    let write = Operation.assign(field: 1, value: .integer(1), replaces: [])
    for operations in [[write, write], [.restore, write], []] {
      let edit = RecordEdit(record: .example(1), kind: 2, operations: operations)
      expectRefusal(.format) {
        try PayloadCodec.part(from: PayloadCodec.edit(edit))
      }
    }
  }
}
