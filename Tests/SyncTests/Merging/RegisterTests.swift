import Domain
import Sync
import Testing

@Suite("A field of one value")
struct RegisterTests {
  private func assign(_ text: String?, replacing dots: Dot...) -> Operation {
    .assign(field: 1, value: text.map(FieldValue.text), replaces: dots)
  }

  @Test("A write replaces what it names")
  func replaces() {
    var state = RecordState(kind: 1)
    state.apply([assign("old")], in: .example(1, 1))
    state.apply([assign("new", replacing: .example(1, 1))], in: .example(1, 2))
    #expect(state.shown(1) == .text("new"))
    #expect(state.registers[1]?.siblings.count == 1)
  }

  @Test("Concurrent values are both kept, the later is shown, both compete")
  func concurrent() throws {
    var state = RecordState(kind: 1)
    state.apply([assign("early")], in: .example(1, 1, time: 5))
    state.apply([assign("late")], in: .example(2, 1, time: 6))
    #expect(state.shown(1) == .text("late"))
    let competing = try #require(state.registers[1]).competing.map(\.value)
    #expect(competing == [.text("late"), .text("early")])
    #expect(state.conflictedFields == [1])
  }

  @Test("Equal concurrent values are nothing to settle")
  func agreement() {
    var state = RecordState(kind: 1)
    state.apply([assign("same")], in: .example(1, 1))
    state.apply([assign("same")], in: .example(2, 1))
    #expect(state.conflictedFields.isEmpty)
    #expect(state.registers[1]?.siblings.count == 2)
  }

  @Test("A person's value is shown before a machine's later one, and that is no conflict")
  func personBeforeMachine() {
    var state = RecordState(kind: 1)
    state.apply([assign("person")], in: .example(1, 1, time: 1))
    state.apply([assign("machine")], in: .example(2, 1, time: 9, isPerson: false))
    #expect(state.shown(1) == .text("person"))
    #expect(state.conflictedFields.isEmpty)
  }

  @Test("A machine does not remove a person's value, whatever it names")
  func machineCannotReplace() {
    var state = RecordState(kind: 1)
    state.apply([assign("person")], in: .example(1, 1))
    let context = WriteContext.example(2, 1, isPerson: false, seen: .example(1, 1))
    state.apply([assign("machine", replacing: .example(1, 1))], in: context)
    #expect(state.shown(1) == .text("person"))
  }

  @Test("A write does not remove a value that it cannot have seen")
  func unseenStays() {
    var state = RecordState(kind: 1)
    state.apply([assign("mine")], in: .example(1, 1))
    state.apply([assign("theirs", replacing: .example(1, 1))], in: .example(2, 1))
    #expect(state.registers[1]?.siblings.count == 2)
  }

  @Test("A person settles a conflict by an ordinary write")
  func settling() throws {
    var state = RecordState(kind: 1)
    state.apply([assign("one")], in: .example(1, 1))
    state.apply([assign("two")], in: .example(2, 1))
    let choice = try #require(state.assigning(1, .text("one"), asPerson: true))
    state.apply([choice], in: .example(1, 2, seen: .example(2, 1)))
    #expect(state.conflictedFields.isEmpty)
    #expect(state.shown(1) == .text("one"))
  }

  @Test("Nothing is written that stands already, and a person confirms a machine's value")
  func planning() {
    var state = RecordState(kind: 1)
    state.apply([assign("x")], in: .example(1, 1, isPerson: false))
    #expect(state.assigning(1, .text("x"), asPerson: false) == nil)
    #expect(state.assigning(1, .text("x"), asPerson: true) != nil)
    state.apply([assign("x", replacing: .example(1, 1))], in: .example(1, 2))
    #expect(state.assigning(1, .text("x"), asPerson: true) == nil)
    #expect(state.assigning(2, nil, asPerson: true) == nil)
  }

  @Test("A machine writes beside a person's value without naming it")
  func machinePlanning() {
    var state = RecordState(kind: 1)
    state.apply([assign("person")], in: .example(1, 1))
    guard case .assign(1, _, let replaces) = state.assigning(1, .text("m"), asPerson: false) else {
      Issue.record("a machine may write")
      return
    }
    #expect(replaces.isEmpty)
  }

  @Test("A cleared field shows nothing and competes with a value written meanwhile")
  func clearing() {
    var state = RecordState(kind: 1)
    state.apply([assign("x")], in: .example(1, 1))
    state.apply([assign(nil, replacing: .example(1, 1))], in: .example(1, 2, time: 9))
    #expect(state.shown(1) == nil)
    state.apply([assign("y", replacing: .example(1, 1))], in: .example(2, 1, seen: .example(1, 1)))
    #expect(state.conflictedFields == [1])
  }

  @Test("Two spellings of one letter are two values, in whatever order they come")
  func spellings() {
    var one = RecordState(kind: 1)
    var other = RecordState(kind: 1)
    let composed = WriteContext.example(1, 1)
    let decomposed = WriteContext.example(2, 1)
    one.apply([assign("\u{E9}")], in: composed)
    one.apply([assign("e\u{301}")], in: decomposed)
    other.apply([assign("e\u{301}")], in: decomposed)
    other.apply([assign("\u{E9}")], in: composed)
    #expect(one.encoded() == other.encoded())
    #expect(one.conflictedFields == [1])
  }
}
