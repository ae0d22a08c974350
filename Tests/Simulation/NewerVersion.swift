import Domain
import Sync
import TestSupport

/// An office with a newer version of the program: it writes kinds, fields and operations that this
/// version does not know.
struct NewerVersion {
  private let identity: SigningIdentity
  private var head: LogHead?
  private var changes: [SealedChange] = []
  private var signature: [UInt8] = []
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    identity = SigningIdentity(using: &generator)
  }

  /// Writes something new about a record, and something of its own.
  mutating func write(about record: RecordID?, kind: UInt16, clock: UInt64) throws {
    var edits: [RecordEdit] = []
    if head != nil {
      let own = RecordID.random(using: &generator)
      let value = FieldValue.text("novinka")
      edits = [
        RecordEdit(
          record: own, kind: 999, operations: [.assign(field: 5, value: value, replaces: [])])
      ]
      if let record {
        // An array whose code is 99, with one number in it.
        let unknown = Operation.unknown(code: 99, bytes: [0x82, 0x18, 0x63, 0x01])
        edits.append(
          RecordEdit(
            record: record, kind: kind,
            operations: [.assign(field: 900, value: value, replaces: []), unknown]))
      }
    }
    let introduction = ReplicaIntroduction(
      publicKey: identity.publicKey, region: "Budoucnost", label: "")
    let draft = ChangeDraft(
      timestamp: HybridTimestamp(milliseconds: clock), dependencies: VersionVector(),
      origin: .person(name: "Ida"), edits: edits, introduction: head == nil ? introduction : nil)
    let local = try identity.seal(draft, after: head, using: &generator)
    changes.append(local.sealed)
    (head, signature) = (local.head, local.signature)
  }

  /// Everything that it wrote.
  func bundle() -> Bundle? {
    guard head != nil else { return nil }
    let segment = LogSegment(
      replica: identity.replica, firstSequence: 1, changes: changes, signature: signature)
    return Bundle(
      sender: identity.replica, has: VersionVector(), isComplete: true, segments: [segment])
  }
}
