import Domain
import TestSupport
import Testing

@testable import Sync

@Suite("Erasing words in a state is erasing them in the changes behind it")
struct ErasingStateTests {
  /// Changes as they are left when the words of some were erased.
  private static func erasing(_ dots: [Dot], in changes: [Change]) throws -> [Change] {
    try changes.map { change in
      guard dots.contains(change.dot) else { return change }
      return Change(
        dot: change.dot, timestamp: change.timestamp, dependencies: change.dependencies,
        origin: change.origin, edits: try change.edits.map { try #require($0.filled(with: nil)) })
    }
  }

  private static func states(
    of changes: [Change], within known: VersionVector
  ) -> [RecordID: RecordState] {
    var replica = ModelReplica(.example(99))
    for change in changes where known.contains(change.dot) { replica.receive(change) }
    return replica.states
  }

  private static func check(
    _ changes: [Change], _ replicas: [ModelReplica], seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let dots = changes.map(\.dot).filter { _ in generator.once(in: 3) }
    let left = try erasing(dots, in: changes)
    for replica in replicas {
      for (record, wanted) in states(of: left, within: replica.known) {
        var state = try #require(replica.states[record])
        state.eraseWords(of: dots)
        #expect(state.encoded() == wanted.encoded())
        let hadWords = state.eraseWords(of: dots)
        #expect(!hadWords)
        #expect(!state.words.contains { dots.contains($0.dot) })
      }
    }
    try checkJoining(left, replicas, dots)
  }

  /// Two sides of which each erased the same join to what is left of the changes of both.
  private static func checkJoining(
    _ changes: [Change], _ replicas: [ModelReplica], _ dots: [Dot]
  ) throws {
    for (first, second) in zip(replicas, replicas.dropFirst()) {
      var both = first.known
      both.formUnion(second.known)
      for (record, wanted) in states(of: changes, within: both) {
        let empty = RecordState(kind: wanted.kind)
        var (mine, theirs) = (first.states[record] ?? empty, second.states[record] ?? empty)
        mine.eraseWords(of: dots)
        theirs.eraseWords(of: dots)
        mine.join(theirs, having: first.known, with: second.known)
        #expect(mine.encoded() == wanted.encoded())
      }
    }
  }

  @Test("Fields of one value", arguments: UInt64(0)..<200)
  func values(seed: UInt64) throws {
    let history = History(seed: seed)
    try Self.check(history.changes, history.replicas, seed: seed)
  }

  @Test("Texts with roots that several edits carry", arguments: UInt64(0)..<300)
  func texts(seed: UInt64) throws {
    let history = TextFieldHistory(seed: seed)
    try Self.check(history.changes, history.replicas, seed: seed)
  }
}
