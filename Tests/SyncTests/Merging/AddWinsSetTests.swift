import Domain
import Sync
import Testing

@Suite("A field of many values")
struct AddWinsSetTests {
  private let theme = FieldValue.text("housing")

  @Test("An insertion beats a concurrent removal")
  func addWins() throws {
    var state = RecordState(kind: 1)
    state.apply([.insert(field: 3, element: theme)], in: .example(1, 1))
    let removal = try #require(state.removing(3, theme))
    state.apply([.insert(field: 3, element: theme)], in: .example(2, 1))
    state.apply([removal], in: .example(3, 1, seen: .example(1, 1)))
    #expect(state.values(3) == [theme])
  }

  @Test("A removal takes away what it saw")
  func removal() throws {
    var state = RecordState(kind: 1)
    state.apply([.insert(field: 3, element: theme)], in: .example(1, 1))
    let removal = try #require(state.removing(3, theme))
    state.apply([removal], in: .example(1, 2))
    #expect(state.values(3).isEmpty)
    #expect(state.removing(3, theme) == nil)
  }

  @Test("What a person removed stays away when a machine finds it again")
  func rejected() throws {
    var state = RecordState(kind: 1)
    state.apply([.insert(field: 3, element: theme)], in: .example(1, 1, isPerson: false))
    let removal = try #require(state.removing(3, theme))
    state.apply([removal], in: .example(2, 1, seen: .example(1, 1)))
    #expect(state.inserting(3, theme, asPerson: false) == nil)
    state.apply([.insert(field: 3, element: theme)], in: .example(3, 1, isPerson: false))
    #expect(state.values(3).isEmpty)
  }

  @Test("A person brings back what a person removed")
  func revoked() throws {
    var state = RecordState(kind: 1)
    state.apply([.insert(field: 3, element: theme)], in: .example(1, 1))
    let removal = try #require(state.removing(3, theme))
    state.apply([removal], in: .example(1, 2))
    let insertion = try #require(state.inserting(3, theme))
    state.apply([insertion], in: .example(1, 3))
    #expect(state.values(3) == [theme])
    #expect(state.sets[3]?.elements.first?.rejections == [])
  }

  @Test("A machine does not take out what a person put in")
  func machineCannotRemove() {
    var state = RecordState(kind: 1)
    state.apply([.insert(field: 3, element: theme)], in: .example(1, 1))
    #expect(state.removing(3, theme, asPerson: false) == nil)
    let context = WriteContext.example(2, 1, isPerson: false, seen: .example(1, 1))
    state.apply([.remove(field: 3, element: theme, sees: [.example(1, 1)])], in: context)
    #expect(state.values(3) == [theme])
  }

  @Test("Values are sorted by their bytes, and a machine's removal leaves nothing behind")
  func sorted() throws {
    var state = RecordState(kind: 1)
    let empty = RecordState(kind: 1).sets.count
    state.apply(
      [.insert(field: 3, element: .text("b")), .insert(field: 3, element: .text("a"))],
      in: .example(1, 1, isPerson: false))
    #expect(state.values(3) == [.text("a"), .text("b")])
    let removals = ["a", "b"].compactMap { state.removing(3, .text($0), asPerson: false) }
    state.apply(removals, in: .example(1, 2, isPerson: false))
    #expect(state.sets.count == empty)
  }
}
