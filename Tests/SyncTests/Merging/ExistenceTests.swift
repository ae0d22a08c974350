import Domain
import Sync
import Testing

@Suite("Whether a record is there")
struct ExistenceTests {
  private let edit = Operation.assign(field: 1, value: .text("x"), replaces: [])

  private func written(byPerson: Bool = true) -> RecordState {
    var state = RecordState(kind: 1)
    state.apply([edit], in: .example(1, 1, isPerson: byPerson))
    return state
  }

  @Test("A record that nobody wrote is not there, one that somebody wrote is")
  func writing() {
    #expect(!RecordState(kind: 1).isVisible)
    #expect(written().isVisible)
  }

  @Test("A deletion hides what it saw")
  func deletion() throws {
    var state = written()
    let deletion = try #require(state.deleting())
    state.apply([deletion], in: .example(2, 1, seen: .example(1, 1)))
    #expect(!state.isVisible)
    #expect(!state.existence.isDeletedButEdited)
    #expect(state.deleting() == nil)
  }

  @Test("A concurrent edit beats a deletion, and that is said", arguments: [false, true])
  func concurrentEdit(deletionFirst: Bool) throws {
    var state = written()
    let deletion = try #require(state.deleting())
    let steps = [
      (deletion, WriteContext.example(2, 1, seen: .example(1, 1))), (edit, .example(1, 2)),
    ]
    for (operation, context) in deletionFirst ? steps : steps.reversed() {
      state.apply([operation], in: context)
    }
    #expect(state.isVisible)
    #expect(state.existence.isDeletedButEdited)
  }

  @Test("Keeping or deleting once more settles the question")
  func settling() throws {
    var state = written()
    let deletion = try #require(state.deleting())
    state.apply([deletion], in: .example(2, 1, seen: .example(1, 1)))
    state.apply([edit], in: .example(1, 2))
    var kept = state
    let restoring = try #require(kept.restoring())
    kept.apply([restoring], in: .example(1, 3, seen: .example(2, 1)))
    #expect(kept.isVisible && !kept.existence.isDeletedButEdited)
    let again = try #require(state.deleting())
    state.apply([again], in: .example(1, 3, seen: .example(2, 1)))
    #expect(!state.isVisible && state.existence.deletions == [.example(1, 3)])
  }

  @Test("A machine does not bring back what a person deleted, in its knowledge or not")
  func machineCannotRevive() throws {
    var state = written(byPerson: false)
    let deletion = try #require(state.deleting())
    state.apply([deletion], in: .example(2, 1, seen: .example(1, 1)))
    state.apply([edit], in: .example(1, 2, isPerson: false))
    state.apply([edit], in: .example(3, 1, isPerson: false, seen: .example(2, 1)))
    #expect(!state.isVisible)
    state.apply([.restore], in: .example(2, 2))
    #expect(state.isVisible)
  }

  @Test("A machine does not delete what a person wrote")
  func machineCannotDelete() throws {
    var state = written()
    let deletion = try #require(state.deleting())
    state.apply([deletion], in: .example(2, 1, isPerson: false, seen: .example(1, 1)))
    #expect(state.isVisible)
    #expect(!state.existence.isDeletedButEdited)
  }

  @Test("A deletion cannot reach into what it cannot have seen")
  func noReach() {
    var state = written()
    state.apply([.delete(sees: [.example(1, .max)])], in: .example(2, 1, seen: .example(1, 1)))
    state.apply([edit], in: .example(1, 2))
    #expect(state.isVisible)
  }

  @Test("A change that comes twice does nothing, even after it was superseded")
  func repetition() {
    var state = written()
    state.apply([.assign(field: 1, value: nil, replaces: [.example(1, 1)])], in: .example(1, 2))
    let expected = state.encoded()
    state.apply([edit], in: .example(1, 1))
    #expect(state.encoded() == expected)
  }
}
