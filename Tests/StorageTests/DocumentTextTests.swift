import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Where the text of a document stands")
struct DocumentTextTests {
  private static let text = minutes().plainText

  private func office(_ region: String = "Liberec") throws -> (office: Office, id: RecordID) {
    let office = try Office(region)
    return (office, try office.replica.importDocument(minutes(), clock: 2_000).document)
  }

  private func count(_ condition: String, _ office: Office) throws -> ViewRow.Cell? {
    try office.replica.answer(sql: "SELECT count(*) FROM \(condition)").rows[0][0]
  }

  private func exchange(_ first: Office, _ second: Office) throws {
    try first.take(from: second)
    try second.take(from: first)
  }

  /// Checks that a document has its text, and that everything follows from the log.
  private func check(_ office: Office, _ id: RecordID) throws {
    #expect(try office.value(id, "text") == .text(Self.text))
    #expect(try office.replica.search("informovala").count == 1)
    #expect(try office.replica.verify().problems.isEmpty)
  }

  @Test("in the change that wrote it, here and at whoever takes it")
  func inTheLog() throws {
    let (office, id) = try office()
    let other = try Office("Žatec")
    try other.take(from: office)
    for place in [office, other] {
      try check(place, id)
      #expect(try count("change WHERE text IS NOT NULL", place) == .integer(1))
      #expect(try count("textPlace WHERE text IS NULL", place) == .integer(1))
    }
  }

  @Test("an edit of the document leaves it where it is")
  func edited() throws {
    let (office, id) = try office()
    try office.replica.edit(
      id, [FieldAssignment(field: "title", text: "Zápis č. 1")], author: "Jana", clock: 3_000)
    try check(office, id)
    #expect(try count("textPlace WHERE text IS NULL", office) == .integer(1))
  }

  @Test("of a document that two offices imported, in the change whose value is shown")
  func importedTwice() throws {
    let ((first, id), (second, _)) = (try office(), try office("Žatec"))
    try exchange(first, second)
    for place in [first, second] {
      try check(place, id)
      #expect(try count("change WHERE text IS NOT NULL", place) == .integer(2))
      #expect(try count("textPlace", place) == .integer(1))
    }
    #expect(try first.dump() == second.dump())
  }

  @Test("with the document, once the change was folded, and at whoever gets only what it made")
  func folded() throws {
    let (first, id) = try office()
    let second = try Office("Žatec")
    try exchange(first, second)
    for office in [second, first] {
      try office.replica.acknowledge(clock: 3_000)
      try exchange(first, second)
    }
    #expect(try first.replica.compact(clock: 5_000, keeping: 0).folded > 1)
    let third = try Office("Most")
    try third.take(from: first)
    for place in [first, third] {
      #expect(try count("change WHERE text IS NOT NULL", place) == .integer(0))
      #expect(try count("textPlace WHERE text IS NOT NULL", place) == .integer(1))
      try check(place, id)
      _ = try place.replica.repair()
      try check(place, id)
    }
  }

  @Test("nowhere, once its words were erased and no other change has it")
  func erased() throws {
    let ((first, id), (second, _)) = (try office(), try office("Žatec"))
    try exchange(first, second)
    for place in [first, second] {
      let person = try #require(try place.replica.list(Person.kind).first).id
      _ = try place.replica.erase(person, everywhere: true, author: "Eva", clock: 9_000)
      #expect(try place.replica.verify().problems.isEmpty)
    }
    for _ in 0..<2 { try exchange(first, second) }
    #expect(try first.dump() == second.dump())
    for place in [first, second] {
      #expect(try place.replica.verify().problems.isEmpty)
      try place.replica.settle()
      #expect(!holds(place.path, "Vrbová"))
      #expect(try place.replica.search("informovala").count == 1)
      #expect(try place.value(id, "text") != .text(Self.text))
    }
  }

  /// A file as it was before texts stood beside the bytes of changes, with identifiers as text.
  private func former() throws -> (folder: TemporaryFolder, path: String, id: RecordID) {
    let (office, id) = try office()
    let segment = try #require(try office.replica.bundle().segments.first)
    let sealed = segment.changes.enumerated().map { place, change in
      let hex = change.encoded().map { String(format: "%02x", $0) }.joined()
      return "UPDATE change SET sealed = x'\(hex)' WHERE sequence = \(place + 1);"
    }
    let views = try office.replica.answer(
      sql: "SELECT name FROM sqlite_schema WHERE type = 'view'"
    ).rows.compactMap { if case .text(let name) = $0[0] { "DROP VIEW \"\(name)\";" } else { nil } }
    let records = """
      CREATE TABLE old (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL,
        visible INTEGER NOT NULL, replica INTEGER REFERENCES replica (number), sequence INTEGER,
        state BLOB) STRICT;
      INSERT INTO old SELECT number, id, kind, visible, replica, sequence, state
      FROM identifiedRecord JOIN record USING (number, kind, visible);
      """
    try Stranger.write(
      office.path,
      records + views.joined() + sealed.joined() + """
        DROP TABLE record; ALTER TABLE old RENAME TO record;
        ALTER TABLE change DROP COLUMN text;
        DELETE FROM setting WHERE name = 'derivedSchema'; PRAGMA user_version = 7;
        """)
    return (office.folder, office.path, id)
  }

  @Test("a file whose changes have the text in their bytes is brought up to date")
  func migration() throws {
    let (folder, path, id) = try former()
    let replica = try Replica(opening: path, for: .writing)
    #expect(try replica.show(id).cells.contains(.text(Self.text)))
    #expect(try replica.verify().problems.isEmpty)
    let inLog = try replica.answer(sql: "SELECT count(*) FROM change WHERE text IS NOT NULL")
    #expect(inLog.rows[0][0] == .integer(1))
    withExtendedLifetime(folder) {}
  }

  @Test("its lines can be read with SQL, whatever is in them")
  func lines() throws {
    let office = try Office("Liberec")
    let text = "Zápis \"A\"\n\n\tC:\\nic\\\n\u{B}strana\u{C}\r\nkonec ž"
    let file = ImportedFile(
      name: "a.txt", sha256: "aa", plainText: text,
      extracted: ExtractedDocument(extractor: "test/1", kind: .minutes))
    _ = try office.replica.importDocument(file, clock: 2_000)
    let lines = try office.replica.answer(sql: "SELECT text FROM documentLine ORDER BY line").rows
    let wanted = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.map { $0[0] } == wanted.map { .text(String($0)) })
  }

  @Test("one that was changed by another tool is damage of the log, which is said and not used")
  func damaged() throws {
    let (office, _) = try office()
    try Stranger.write(office.path, "UPDATE change SET text = text || '!' WHERE text IS NOT NULL")
    #expect(throws: (any Error).self) { try office.replica.bundle() }
    #expect(throws: (any Error).self) { try office.replica.repair() }
  }
}
