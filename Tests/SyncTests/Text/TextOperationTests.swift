import Domain
import Testing

@testable import Sync

@Suite("Edits of texts as operations")
struct TextOperationTests {
  private static let record = RecordID.example(1)

  private static func write(
    _ replica: inout SigningReplica, _ operations: Operation...
  ) throws -> LocalChange {
    try replica.write([RecordEdit(record: record, kind: 1, operations: operations)])
  }

  private static let insertion = Operation.text(
    field: 7,
    edit: TextEdit(parents: [.example(9, 1)], [.insert("Žluť", at: 3), .delete(2, at: 0)]))

  @Test("An edit of a text is what was sealed once it is opened")
  func roundTrip() throws {
    var replica = try SigningReplica(1)
    replica.known.observe(.example(9, 3))
    let local = try Self.write(&replica, Self.insertion)
    #expect(local.sealed.payloads.count == 3)
    let change = try Change(
      opening: try SealedChange(decoding: local.sealed.encoded()), at: local.change.dot)
    guard case .text(7, let edit) = change.edits.first?.operations.first else {
      Issue.record("the operation is an edit of a text")
      return
    }
    #expect(edit.parents == [.example(9, 1)])
    #expect(edit.patches.map(\.position) == [3, 0])
    #expect(edit.insertedText == "Žluť")
  }

  @Test("The bytes of an operation and of its content")
  func golden() {
    let edit = RecordEdit(record: Self.record, kind: 1, operations: [Self.insertion])
    var writer = CBORWriter()
    writer.operation(Self.insertion)
    #expect(Array(writer.bytes.prefix(11)).hex == "8406078603000400020082")
    let content = PayloadCodec.content(edit.content)
    #expect(content.hex == "a105" + "66c5bd6c75c5a5")
  }

  @Test("When what came in was erased, everybody's positions are still known")
  func erasedContent() throws {
    var replica = try SigningReplica(1)
    let first = try Self.write(
      &replica, .text(field: 7, edit: TextEdit(parents: [], [.insert("tajné slovo", at: 0)])))
    let second = try Self.write(
      &replica,
      .text(
        field: 7,
        edit: TextEdit(parents: [first.change.dot], [.insert("ne", at: 0), .delete(2, at: 8)])))
    let erased = try Change(opening: first.sealed.erasing([2]), at: first.change.dot)
    var state = RecordState(kind: 1)
    for edit in erased.edits { state.apply(edit, in: erased.context) }
    for edit in second.change.edits { state.apply(edit, in: second.change.context) }
    #expect(state.shown(7)?.text == "ne" + String(repeating: "\u{FFFD}", count: 9))
  }

  @Test("A root that two edits carry is erased when both are, whichever comes first")
  func erasedRoots() throws {
    var writers = [try SigningReplica(1), try SigningReplica(2)]
    let root = TextRoot(TextScalars.array("Jana mluví"))
    let locals = try writers.indices.map { place in
      let edit = TextEdit(parents: [], root: root, replaces: [], [.insert("\(place)", at: 0)])
      return try Self.write(&writers[place], .text(field: 7, edit: edit))
    }
    func state(_ order: [Int], erased: Set<Int>) throws -> RecordState {
      var state = RecordState(kind: 1)
      for place in order {
        let dot = locals[place].change.dot
        let sealed =
          try erased.contains(place)
          ? locals[place].sealed.erasing([2]) : locals[place].sealed
        let change = try Change(opening: sealed, at: dot)
        for edit in change.edits { state.apply(edit, in: change.context) }
      }
      return state
    }
    for erased: Set<Int> in [[], [0], [1], [0, 1]] {
      let states = try [state([0, 1], erased: erased), state([1, 0], erased: erased)]
      #expect(states[0].shown(7)?.text == states[1].shown(7)?.text)
      #expect(states[0].shown(7)?.text?.contains("Jana") == (erased.count < 2))
    }
  }

  @Test("Content that does not fit its edit is refused")
  func badContent() throws {
    var replica = try SigningReplica(1)
    let local = try Self.write(
      &replica, .text(field: 7, edit: TextEdit(parents: [], [.insert("abc", at: 0)])))
    let shorter = RecordEdit(
      record: Self.record, kind: 1,
      operations: [.text(field: 7, edit: TextEdit(parents: [], [.insert("ab", at: 0)]))])
    let wrong = SealedPayload.present(PayloadCodec.content(shorter.content))
    let payloads = local.sealed.payloads
    for bad in [
      [payloads[0], payloads[1], wrong], [payloads[0], payloads[1]], [payloads[0], payloads[2]],
    ] {
      let change = SealedChange(
        header: local.sealed.header, secret: local.sealed.secret, payloads: bad)
      #expect(throws: SyncError.self) { try Change(opening: change, at: local.change.dot) }
    }
  }

  @Test("Two edits of one text in one change are refused rather than one of them lost")
  func twice() throws {
    var replica = try SigningReplica(1)
    #expect(throws: SyncError.self) {
      _ = try Self.write(&replica, Self.insertion, Self.insertion)
    }
  }

  @Test("A record holds its texts, and a stored record merges on")
  func recordState() throws {
    var state = RecordState(kind: 1)
    state.apply(
      [.text(field: 7, edit: TextEdit(parents: [], [.insert("Zápis", at: 0)]))],
      in: .example(1, 1))
    let stored = try RecordState(decoding: state.encoded())
    #expect(stored.encoded() == state.encoded())
    #expect(stored.shown(7) == .text("Zápis"))
    let version = stored.textVersion(7)
    let operation = try #require(stored.saving(7, "Zápis 4", openedAt: version))
    var next = stored
    next.apply([operation], in: .example(2, 1, seen: .example(1, 1)))
    #expect(next.shown(7) == .text("Zápis 4"))
    #expect(stored.saving(7, "Zápis", openedAt: version) == nil)
  }

  @Test("A machine does not edit what a person has edited, whatever it claims")
  func machineAfterPerson() {
    var state = RecordState(kind: 1)
    state.apply(
      [.text(field: 7, edit: TextEdit(parents: [], [.insert("stroj", at: 0)]))],
      in: .example(1, 1, isPerson: false))
    state.apply(
      [.text(field: 7, edit: TextEdit(parents: [.example(1, 1)], [.insert("a člověk", at: 5)]))],
      in: .example(2, 1, seen: .example(1, 1)))
    state.apply(
      [.text(field: 7, edit: TextEdit(parents: [.example(2, 1)], [.delete(99, at: 0)]))],
      in: .example(1, 2, isPerson: false, seen: .example(2, 1)))
    #expect(state.shown(7) == .text("stroja člověk"))
  }
}
