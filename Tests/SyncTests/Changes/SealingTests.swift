import Domain
import Sync
import Testing

@Suite("Making a change")
struct SealingTests {
  private func draft(_ introduction: ReplicaIntroduction?) -> ChangeDraft {
    ChangeDraft(
      timestamp: HybridTimestamp(milliseconds: 1), dependencies: VersionVector(),
      origin: .machine(extractor: "reader 1"), edits: [], introduction: introduction)
  }

  @Test("The first change introduces the replica, and no other does")
  func introductions() throws {
    let replica = try SigningReplica(1)
    #expect(throws: SyncError.self) { try replica.identity.seal(draft(nil), after: nil) }
    let first = try replica.identity.seal(draft(replica.introduction), after: nil)
    #expect(throws: SyncError.self) {
      try replica.identity.seal(draft(replica.introduction), after: first.head)
    }
    #expect(try replica.identity.seal(draft(nil), after: first.head).change.dot.sequence == 2)
  }

  @Test("A replica introduces itself with its own key and a region that can be shown")
  func ownIntroduction() throws {
    let replica = try SigningReplica(1)
    let stranger = try SigningReplica(2)
    #expect(throws: SyncError.self) {
      try replica.identity.seal(draft(stranger.introduction), after: nil)
    }
    for region in ["", "liberec\0", "a\nb", String(repeating: "x", count: 300)] {
      let introduction = ReplicaIntroduction(
        publicKey: replica.identity.publicKey, region: region, label: "")
      #expect { try replica.identity.seal(draft(introduction), after: nil) } throws: {
        ($0 as? SyncError)?.code == .wrongRegion
      }
    }
  }

  @Test("Two kinds for one record are refused")
  func kinds() throws {
    var replica = try SigningReplica(1)
    let edits = [1, 2].map { RecordEdit(record: .example(1), kind: $0, operations: [.restore]) }
    #expect(throws: SyncError(.format, place: "draft:kind")) { try replica.write(edits) }
  }

  @Test("An identity is its key, and comes back from it")
  func identities() throws {
    let identity = SigningIdentity()
    let again = try SigningIdentity(privateKey: identity.privateKey)
    #expect(again.replica == identity.replica)
    #expect(ReplicaID(publicKey: identity.publicKey) == identity.replica)
    #expect(ReplicaID(identity.replica.description) == identity.replica)
    #expect(throws: SyncError(.signature, place: "key")) {
      try SigningIdentity(privateKey: [1, 2, 3])
    }
  }
}
