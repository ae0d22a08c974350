import Domain
import Sync
import Testing

@Suite("Joining two states is applying the changes of both")
struct JoiningTests {
  /// What a replica is after it has heard the changes that `known` covers.
  private static func replica(_ changes: [Change], knowing known: VersionVector) -> ModelReplica {
    var replica = ModelReplica(.example(99))
    for change in changes where known.contains(change.dot) { replica.receive(change) }
    return replica
  }

  private static func check(_ changes: [Change], _ replicas: [ModelReplica]) {
    for left in replicas {
      for right in replicas {
        var union = left.known
        union.formUnion(right.known)
        let expected = replica(changes, knowing: union)
        for (record, wanted) in expected.states {
          let kind = wanted.kind
          var joined = left.states[record] ?? RecordState(kind: kind)
          let other = right.states[record] ?? RecordState(kind: kind)
          joined.join(other, having: left.known, with: right.known)
          #expect(joined.encoded() == wanted.encoded())
          #expect(joined.isWithin(union))
        }
      }
    }
  }

  @Test("Fields, sets and existence, with liars", arguments: UInt64(0)..<300)
  func values(seed: UInt64) {
    let history = History(seed: seed)
    Self.check(history.changes, history.replicas)
  }

  @Test("Texts that several edited", arguments: UInt64(0)..<200)
  func texts(seed: UInt64) {
    let history = TextFieldHistory(seed: seed)
    Self.check(history.changes, history.replicas)
  }

  @Test("A state that names what its giver cannot have is known by that")
  func beyond() {
    let history = History(seed: 7)
    let writer = history.replicas[0]
    for state in writer.states.values {
      #expect(state.isWithin(writer.known))
      #expect(!state.isWithin(VersionVector()))
    }
  }
}
