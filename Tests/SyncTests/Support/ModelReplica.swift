import Domain
import Sync

/// A replica without keys and files: what it knows and the states that follow from it.
struct ModelReplica {
  let id: ReplicaID
  private(set) var known = VersionVector()
  private(set) var states: [RecordID: RecordState] = [:]
  private var clock = HybridClock()

  init(_ id: ReplicaID) {
    self.id = id
  }

  func state(of record: RecordID) -> RecordState {
    states[record] ?? RecordState(kind: 2)
  }

  /// Makes a change of these edits and applies it.
  mutating func commit(_ edits: [RecordEdit], asPerson: Bool, now: UInt64) -> Change {
    var dependencies = known
    dependencies[id] = 0
    let change = Change(
      dot: Dot(replica: id, sequence: known[id] + 1), timestamp: clock.tick(now: now),
      dependencies: dependencies,
      origin: asPerson ? .person(name: "") : .machine(extractor: ""), edits: edits)
    receive(change)
    return change
  }

  func isReady(for change: Change) -> Bool {
    known.dominates(change.dependencies) && known[change.dot.replica] + 1 >= change.dot.sequence
  }

  /// Applies a change, even one that was applied before.
  mutating func receive(_ change: Change) {
    known.observe(change.dot)
    for edit in change.edits {
      states[edit.record, default: RecordState(kind: edit.kind)].apply(edit, in: change.context)
    }
  }

  /// The bytes of all states in the order of their records.
  var encoded: [[UInt8]] {
    states.sorted { $0.key < $1.key }.map { $0.key.bytes + $0.value.encoded() }
  }
}
