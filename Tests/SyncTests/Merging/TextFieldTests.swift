import Domain
import Testing

@testable import Sync

/// A field whose value persons edit in parts: the value is a register's until somebody does.
@Suite("Texts of records")
struct TextFieldTests {
  private static let words = "Pracovní skupina se sešla v úterý. Přítomno bylo osm lidí."

  /// What an extractor found, as replica `number` imported it.
  private static func imported(_ number: UInt8, _ words: String = words) -> (
    [Sync.Operation], WriteContext
  ) {
    (
      [.assign(field: 7, value: .text(words), replaces: [])],
      .example(number, 1, isPerson: false)
    )
  }

  private static func state(_ writes: ([Sync.Operation], WriteContext)...) -> RecordState {
    var state = RecordState(kind: 1)
    for (operations, context) in writes { state.apply(operations, in: context) }
    return state
  }

  /// What a person writes who has `words` instead of what the state shows.
  private static func saved(
    _ state: RecordState, _ words: String, _ context: WriteContext
  ) throws -> ([Sync.Operation], WriteContext) {
    ([try #require(state.saving(7, words, openedAt: state.textVersion(7)))], context)
  }

  @Test("Two offices that imported one document apart edit one text")
  func commonRoot() throws {
    let (first, second) = (Self.imported(1), Self.imported(2))
    let mine = try Self.saved(
      Self.state(first), Self.words.replacing("úterý", with: "středu"), .example(1, 2))
    let theirs = try Self.saved(
      Self.state(second), Self.words.replacing("osm", with: "devět"), .example(2, 2))
    let merged = Self.state(first, second, mine, theirs)
    #expect(merged.encoded() == Self.state(second, theirs, first, mine).encoded())
    #expect(
      merged.shown(7) == .text("Pracovní skupina se sešla v středu. Přítomno bylo devět lidí."))
    #expect(merged.conflictedFields.isEmpty)
    #expect(try RecordState(decoding: merged.encoded()).encoded() == merged.encoded())
  }

  @Test("An edit goes on after the edits that were seen, and carries the old value no more")
  func secondEdit() throws {
    let first = Self.imported(1)
    let second = try Self.saved(Self.state(first), Self.words + " Konec.", .example(1, 2))
    let state = Self.state(first, second)
    let third = try Self.saved(state, Self.words, .example(2, 1, seen: .example(1, 2)))
    guard case .text(_, let edit) = third.0[0] else { return }
    #expect(edit.carriedCount == 0)
    #expect(Self.state(first, second, third).shown(7) == .text(Self.words))
  }

  @Test("Who opened the text before somebody else's edit came changes what they changed")
  func savedLater() throws {
    let first = Self.imported(1)
    var state = Self.state(first)
    let opened = state.textVersion(7)
    let other = try Self.saved(state, Self.words.replacing("osm", with: "pět"), .example(2, 1))
    state.apply(other.0, in: .example(2, 1, seen: .example(1, 1)))
    let operation = try #require(
      state.saving(7, Self.words.replacing("úterý", with: "pátek"), openedAt: opened))
    state.apply([operation], in: .example(1, 2, seen: .example(2, 1)))
    #expect(
      state.shown(7) == .text("Pracovní skupina se sešla v pátek. Přítomno bylo pět lidí."))
  }

  @Test("Words that begin alike do not lend each other letters")
  func wholeWords() throws {
    let first = Self.imported(1, "podpora")
    let mine = try Self.saved(Self.state(first), "projekt podpora", .example(1, 2))
    let seen = Self.state(first, mine)
    let gone = try Self.saved(seen, "projekt", .example(1, 3))
    let theirs = try Self.saved(Self.state(first), "program podpora", .example(2, 1))
    let text = Self.state(first, mine, gone, theirs).shown(7)?.text ?? ""
    // The space between them went with the word that was taken out.
    #expect(text.contains("projekt") && text.contains("program"))
  }

  @Test("A better extractor does not undo what a person edited")
  func machineAgain() throws {
    let first = Self.imported(1)
    let edit = try Self.saved(Self.state(first), "Sešla se skupina.", .example(1, 2))
    var state = Self.state(first, edit)
    state.apply(
      [.assign(field: 7, value: .text("Jinak."), replaces: [.example(1, 1)])],
      in: .example(3, 1, isPerson: false, seen: .example(1, 1)))
    #expect(state.shown(7) == .text("Sešla se skupina."))
    #expect(state.conflictedFields.isEmpty)
  }

  @Test("A whole value beside an edit of parts is a question, and the answer settles it")
  func question() throws {
    let first = Self.imported(1)
    let edit = try Self.saved(Self.state(first), "Sešla se skupina.", .example(1, 2))
    let whole = Self.state(first).assigning(7, .text("Nic."), asPerson: true)
    let other = ([try #require(whole)], WriteContext.example(2, 1, seen: .example(1, 1)))
    var state = Self.state(first, edit, other)
    #expect(state.encoded() == Self.state(first, other, edit).encoded())
    #expect(state.conflictedFields == [7])
    #expect(Set((state.register(7)?.competing ?? []).map(\.value)).count == 2)
    let answer = try #require(state.assigning(7, .text("Nic."), asPerson: true))
    state.apply([answer], in: .example(1, 3, seen: .example(2, 1)))
    #expect(state.conflictedFields.isEmpty)
    #expect(state.shown(7) == .text("Nic."))
  }

  @Test("An edit that had not seen the answer asks again")
  func lateEdit() throws {
    let first = Self.imported(1)
    let edit = try Self.saved(Self.state(first), "Sešla se skupina.", .example(1, 2))
    let seen = Self.state(first, edit)
    let cleared = try #require(seen.assigning(7, nil, asPerson: true))
    let answer = ([cleared], WriteContext.example(1, 3))
    let late = try Self.saved(seen, "Sešla se naše skupina.", .example(2, 1, seen: .example(1, 2)))
    let state = Self.state(first, edit, answer, late)
    #expect(state.encoded() == Self.state(first, edit, late, answer).encoded())
    #expect(state.conflictedFields == [7])
  }

  @Test("A root whose words are not those of its hash is refused with its change")
  func forgedRoot() throws {
    let edit = TextEdit(
      parents: [], root: TextRoot(TextScalars.array("pravda")), [.insert("a", at: 0)])
    #expect(edit.filled(with: TextScalars.array("pravdaa")[...]) != nil)
    #expect(edit.filled(with: TextScalars.array("klamuva")[...]) == nil)
  }
}
