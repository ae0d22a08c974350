import Domain
import Sync
import Testing

@testable import Storage

@Suite("Erasing a person")
struct ErasureTests {
  private let office: Office

  init() throws {
    office = try Office("Liberec")
    _ = try office.replica.importDocument(minutes(), clock: 2_000)
  }

  private func person(in office: Office) throws -> RecordID {
    try #require(try office.replica.list(Person.kind).first).id
  }

  private func erase(_ office: Office, everywhere: Bool = false) throws -> ErasureReport {
    try office.replica.erase(
      person(in: office), everywhere: everywhere, author: "Eva", clock: 9_000)
  }

  @Test("takes the records about the person away and covers the name, in every case of it")
  func covering() throws {
    let document = try #require(try office.replica.list(ImportedDocument.kind).first).id
    let report = try erase(office)
    #expect(try office.replica.list(Person.kind).isEmpty)
    let text = try #require(
      try MergedState.read(document, from: office.replica.connection)?
        .shown(ImportedDocument.text.id)?.text)
    #expect(!text.contains("rbov"))
    #expect(text.utf8.count == minutes().plainText.utf8.count)
    #expect(text.contains("Petr Dub"))
    #expect(report.deleted.count == 1)
    #expect(report.covered.contains(document))
    #expect(report.otherRegions.isEmpty)
  }

  @Test("leaves nothing of the name in the file, and the log still holds")
  func file() throws {
    _ = try erase(office)
    for word in ["Vrbová", "Vrbové", "vrbova", "vrbov"] {
      #expect(!holds(office.path, word), "\(word) is still there")
    }
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("reaches whoever had the words, and whoever gets the log later, alike")
  func spreading() throws {
    let zatec = try Office("Žatec")
    try zatec.take(from: office)
    _ = try erase(office)
    let most = try Office("Most")
    try most.take(from: office)
    try zatec.take(from: office)
    #expect(try zatec.dump() == office.dump())
    #expect(try most.dump() == office.dump())
    for other in [zatec, most] {
      #expect(try other.replica.verify().problems.isEmpty)
      try other.replica.settle()
      #expect(!holds(other.path, "Vrbová"))
    }
  }

  @Test("what was edited at the same time elsewhere is kept, with the words that are not erased")
  func concurrency() throws {
    let zatec = try Office("Žatec")
    try zatec.take(from: office)
    let document = try #require(try zatec.replica.list(ImportedDocument.kind).first).id
    try zatec.replica.edit(
      document, [FieldAssignment(field: "title", text: "Zápis č. 1")], author: "Ota", clock: 8_000)
    _ = try erase(office)
    try zatec.take(from: office)
    try office.take(from: zatec)
    #expect(try zatec.dump() == office.dump())
    #expect(try office.value(document, "title") == .text("Zápis č. 1"))
  }

  @Test("another region's words are its own to erase")
  func otherRegions() throws {
    let zatec = try Office("Žatec")
    _ = try zatec.replica.importDocument(minutes(), clock: 3_000)
    try office.take(from: zatec)
    let report = try erase(office)
    #expect(report.otherRegions == ["Žatec"])
    try zatec.take(from: office)
    #expect(try zatec.dump() == office.dump())
    #expect(try zatec.replica.verify().problems.isEmpty)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("reading the document again brings nothing back")
  func importingAgain() throws {
    _ = try erase(office)
    let before = try office.dump()
    _ = try office.replica.importDocument(minutes(), clock: 10_000)
    #expect(try office.dump() == before)
    try office.replica.settle()
    #expect(!holds(office.path, "Vrbová"))
  }

  @Test("other documents are left alone unless they are asked for")
  func everywhere() throws {
    _ = try office.replica.importDocument(minutes("bb", also: "Karel Lípa"), clock: 3_000)
    let first = try erase(office)
    #expect(try office.replica.list(Person.kind).count == 1)
    #expect(holds(office.path, "Vrbová"))
    let second = try erase(office, everywhere: true)
    #expect(try office.replica.list(Person.kind).isEmpty)
    #expect(!holds(office.path, "Vrbová"))
    #expect(first.covered.isDisjoint(with: second.covered))
  }

  @Test("a trial changes nothing and says the same")
  func trial() throws {
    let before = try office.dump()
    let reader = try Replica(opening: office.path, for: .reading)
    let trial = try reader.erase(
      person(in: office), isTrial: true, author: "Eva", clock: 9_000)
    #expect(try office.dump() == before)
    #expect(try erase(office) == trial)
  }

  @Test("a record that names nobody is refused")
  func notAPerson() throws {
    let project = try office.addProject("Dílna")
    #expect(throws: StorageError.notAPerson(project)) {
      try office.replica.erase(project, author: "Eva", clock: 9_000)
    }
  }
}

extension Array where Element: Hashable {
  fileprivate func isDisjoint(with other: [Element]) -> Bool {
    Set(self).isDisjoint(with: other)
  }
}

@Suite("Covering a name")
struct NameMaskTests {
  private func masked(_ text: String, _ name: String = "Jana Vrbová", others: [String] = [])
    -> String?
  {
    NameMask(name, others: others).masked(text)
  }

  @Test(
    "is found in every case and order, with an initial, in capitals",
    arguments: [
      "Jany Vrbové", "Janě Vrbové", "Janu Vrbovou", "Vrbová Jana", "Vrbová, Jana", "J. Vrbová",
      "JANA VRBOVÁ", "Vrbovou",
    ])
  func forms(form: String) throws {
    let text = "Informuje \(form) ze spolku."
    let covered = try #require(masked(text))
    #expect(covered.utf8.count == text.utf8.count)
    #expect(!covered.lowercased().contains("vrb"))
    #expect(covered.hasSuffix(" ze spolku."))
  }

  @Test("a surname alone is left where others bear it; with the given name it is covered")
  func namesakes() throws {
    let text = "Vrbová zahájila. Petr Vrba a Jana Vrbová souhlasí."
    let covered = try #require(masked(text, others: ["Eva Vrbová", "Petr Vrba"]))
    #expect(covered.hasPrefix("Vrbová zahájila. Petr Vrba a **** "))
  }

  @Test("words that are no names stay", arguments: ["Pod vrbou u rybníka.", "Jana přišla.", ""])
  func ordinaryWords(text: String) {
    #expect(masked(text) == nil)
  }

  @Test("an e-mail address with the surname goes whole")
  func addresses() throws {
    let covered = try #require(masked("Pište na vrbova.jana@spolek.cz nebo info@spolek.cz."))
    #expect(covered.contains("info@spolek.cz"))
    #expect(!covered.contains("vrbova"))
    #expect(!covered.contains("jana@"))
  }
}
