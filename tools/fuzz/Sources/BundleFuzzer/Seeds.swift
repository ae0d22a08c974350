import Domain
import Glibc

@testable import Sync

/// Inputs that are right, for the fuzzer to begin with.
enum Seeds {
  static func write(to folder: String) throws {
    let identity = SigningIdentity()
    let record = RecordID(high: 1, low: 2)
    let first = Dot(replica: identity.replica, sequence: 2)
    let root = TextRoot(Array("Zápis z jednání".unicodeScalars))
    let drafts: [[Sync.Operation]] = [
      [],
      [
        .assign(field: 1, value: .text("Dílna"), replaces: []),
        .insert(field: 2, element: .integer(7)), .insert(field: 2, element: .boolean(true)),
        .insert(
          field: 3,
          element: .source(
            SourceReference(field: 1, document: record, range: SourceRange(2, 9)))),
        .text(field: 4, edit: TextEdit(parents: [], [insertion("Zápis", at: 0)])),
      ],
      [
        .assign(field: 1, value: nil, replaces: [first]),
        .remove(field: 2, element: .integer(7), sees: [first]),
        .text(field: 4, edit: TextEdit(parents: [first], [deletion, insertion("ab", at: 0)])),
        .text(field: 5, edit: TextEdit(parents: [], root: root, [insertion(" výboru", at: 15)])),
        .withdraw(field: 6, writes: [first]),
      ],
      [.delete(sees: [first])], [.restore], [.erase(writes: [first])],
      [.unknown(code: 99, bytes: [0x82, 0x18, 0x63, 0x01])],
    ]
    var changes: [SealedChange] = []
    var head: LogHead?
    var state = RecordState(kind: 3)
    var signature: [UInt8] = []
    for operations in drafts {
      let introduction = ReplicaIntroduction(
        publicKey: identity.publicKey, region: "Most", label: "", predecessor: first.replica)
      let edits =
        operations.isEmpty ? [] : [RecordEdit(record: record, kind: 3, operations: operations)]
      let local = try identity.seal(
        ChangeDraft(
          timestamp: HybridTimestamp(milliseconds: 5), dependencies: VersionVector(),
          origin: .person(name: "Ida"), edits: edits,
          introduction: head == nil ? introduction : nil),
        after: head)
      for edit in local.change.edits { state.apply(edit, in: local.change.context) }
      changes.append(local.sealed)
      (head, signature) = (local.head, local.signature)
    }
    let segment = LogSegment(
      replica: identity.replica, firstSequence: 1, changes: changes, signature: signature)
    let bundle = Bundle(
      sender: identity.replica, has: VersionVector(), isComplete: true, segments: [segment])
    try put([0] + bundle.encoded().dropFirst(17).dropLast(32), in: folder + "/bundle")
    try put([1] + state.encoded(), in: folder + "/state")
  }

  private static let deletion = TextReplacement(position: 1, deleted: 2, inserted: "")

  private static func insertion(_ text: String, at position: Int) -> TextReplacement {
    TextReplacement(position: position, deleted: 0, inserted: text)
  }

  private static func put(_ bytes: [UInt8], in path: String) throws {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
