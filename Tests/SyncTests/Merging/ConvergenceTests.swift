import Domain
import Sync
import TestSupport
import Testing

@Suite("Merging depends on what was said, not on the order of hearing it")
struct ConvergenceTests {
  @Test("Any causal order and any repetition lead to equal bytes", arguments: UInt64(0)..<200)
  func orderDoesNotMatter(seed: UInt64) {
    let history = History(seed: seed)
    let expected = history.delivered(seed: seed).encoded
    for other in 1...3 {
      #expect(history.delivered(seed: seed &* 31 &+ UInt64(other)).encoded == expected)
    }
  }

  @Test("Replicas that wrote the history agree once each has heard all", arguments: UInt64(0)..<100)
  func writersAgree(seed: UInt64) {
    let history = History(seed: seed)
    let expected = history.delivered(seed: seed).encoded
    for var replica in history.replicas {
      for change in history.changes where !replica.known.contains(change.dot) {
        replica.receive(change)
      }
      #expect(replica.encoded == expected)
    }
  }

  @Test("A state that was stored and read merges on as if it had stayed", arguments: UInt64(0)..<50)
  func storedStatesMergeOn(seed: UInt64) throws {
    let history = History(seed: seed)
    var states: [RecordID: RecordState] = [:]
    for change in history.changes {
      for edit in change.edits {
        var state = states[edit.record] ?? RecordState(kind: edit.kind)
        state.apply(edit, in: change.context)
        states[edit.record] = try RecordState(decoding: state.encoded())
      }
    }
    let stored = states.sorted { $0.key < $1.key }.map { $0.key.bytes + $0.value.encoded() }
    #expect(stored == history.delivered(seed: seed).encoded)
  }

  @Test("A hundred replicas that all wrote one field agree")
  func manyWriters() {
    let contexts = (0..<100).map { WriteContext.example(UInt8($0), 1, time: UInt64($0 % 7)) }
    func merged(_ contexts: [WriteContext]) -> [UInt8] {
      var state = RecordState(kind: 1)
      for context in contexts {
        let value = FieldValue.integer(Int64(context.timestamp.milliseconds))
        state.apply([.assign(field: 1, value: value, replaces: [])], in: context)
      }
      return state.encoded()
    }
    var generator = SeededGenerator(seed: 5)
    #expect(merged(contexts.shuffled(using: &generator)) == merged(contexts))
  }
}
