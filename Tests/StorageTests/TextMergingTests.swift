import Domain
import Storage
import TestSupport
import Testing

@Suite("Texts that several offices edit")
struct TextMergingTests {
  private static let words = "Pracovní skupina doporučuje projekt podpořit. Termín je konec roku."

  private func task(in office: Office, _ words: String = words) throws -> RecordID {
    try office.replica.add(
      Task.kind, [FieldAssignment(field: "text", text: words)], author: "Jana", clock: 2_000)
  }

  private func save(_ text: String, of id: RecordID, in office: Office, clock: UInt64) throws {
    try office.replica.edit(
      id, [], saving: [SavedText(field: "text", text: text)], author: "Jana", clock: clock)
  }

  @Test("edits of different places of one text stand beside each other in every office")
  func differentPlaces() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let id = try task(in: liberec)
    try zatec.take(from: liberec)
    try save(
      Self.words.replacing("podpořit", with: "vřele podpořit"), of: id, in: liberec, clock: 5_000)
    try save(Self.words.replacing("roku", with: "ledna"), of: id, in: zatec, clock: 4_000)
    try liberec.take(from: zatec)
    try zatec.take(from: liberec)
    #expect(try liberec.dump() == zatec.dump())
    #expect(
      try liberec.value(id, "text")
        == .text("Pracovní skupina doporučuje projekt vřele podpořit. Termín je konec ledna."))
    #expect(try liberec.replica.conflicts().isEmpty)
    #expect(try liberec.replica.verify().problems.isEmpty)
  }

  @Test("who saves a text that somebody changed meanwhile keeps both changes")
  func savedLater() throws {
    let office = try Office("Liberec")
    let id = try task(in: office)
    let opened = try office.replica.textVersion(of: id, field: "text")
    try save(Self.words + " Zapsala Jana.", of: id, in: office, clock: 3_000)
    let later = SavedText(
      field: "text", text: Self.words.replacing("Termín", with: "Lhůta"), openedAt: opened)
    try office.replica.edit(id, [], saving: [later], author: "Petr", clock: 4_000)
    #expect(
      try office.value(id, "text")
        == .text(
          "Pracovní skupina doporučuje projekt podpořit. Lhůta je konec roku. Zapsala Jana."))
  }

  @Test("a text that is the same as before is no change")
  func unchanged() throws {
    let office = try Office("Liberec")
    let id = try task(in: office)
    let before = try office.replica.versionVector()
    try save(Self.words, of: id, in: office, clock: 3_000)
    #expect(try office.replica.versionVector() == before)
  }

  @Test("an emptied text is an empty field, and a text may begin again")
  func emptied() throws {
    let office = try Office("Liberec")
    let id = try task(in: office)
    try save("  \n", of: id, in: office, clock: 3_000)
    #expect(try office.value(id, "text") == ViewRow.Cell.none)
    try save("Nový úkol.", of: id, in: office, clock: 4_000)
    #expect(try office.value(id, "text") == .text("Nový úkol."))
    #expect(try office.replica.conflicts().isEmpty)
  }
}
