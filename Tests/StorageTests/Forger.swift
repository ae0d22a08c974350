import Domain
import Storage
import Sync

/// Somebody who signs changes of his own making, which no program of ours would make.
struct Forger {
  private let identity = SigningIdentity()

  /// A bundle of one change with these edits.
  func bundle(_ edits: [RecordEdit], isPerson: Bool = true) throws -> Bundle {
    let introduction = ReplicaIntroduction(
      publicKey: identity.publicKey, region: "Most", label: "")
    let draft = ChangeDraft(
      timestamp: HybridTimestamp(milliseconds: 9_000), dependencies: VersionVector(),
      origin: isPerson ? .person(name: "Jan") : .machine(extractor: "x"), edits: edits,
      introduction: introduction)
    let local = try identity.seal(draft, after: nil)
    let segment = LogSegment(
      replica: identity.replica, firstSequence: 1, changes: [local.sealed],
      signature: local.signature)
    return Bundle(
      sender: identity.replica, has: VersionVector(), isComplete: true, segments: [segment])
  }
}
