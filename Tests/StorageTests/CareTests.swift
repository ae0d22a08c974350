import Domain
import Foundation
import Storage
import Sync
import TestSupport
import Testing

@Suite("Care for a database")
struct CareTests {
  private func office() throws -> (path: String, folder: TemporaryFolder, id: RecordID) {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    let replica = try Replica.create(at: path, region: "Liberec", clock: 1)
    let fields = [
      FieldAssignment(field: "name", text: "Dílna"),
      FieldAssignment(field: "themes", text: "debts, housing"),
    ]
    let id = try replica.add(Project.kind, fields, author: "Jana", clock: 2_000)
    try replica.edit(
      id, [FieldAssignment(field: "status", text: "approved")], author: "Petr", clock: 3_000)
    return (path, folder, id)
  }

  @Test("A project without a region is joined with others like any, whoever derives it")
  func withoutRegion() throws {
    let office = try Office("Liberec")
    let project = try office.addProject("Dílna")
    try office.replica.edit(
      project, [FieldAssignment(field: "region", text: "")], author: "Jana", clock: 3_000)
    try office.replica.edit(
      project, [FieldAssignment(field: "name", text: "Jiná dílna")], author: "Jana", clock: 4_000)
    #expect(try office.replica.verify().problems.isEmpty)
    #expect(try office.replica.query(.projects).count == 1)
  }

  @Test("a sound database passes, whoever wrote the changes")
  func sound() throws {
    let (liberec, zatec) = (try Office("Liberec"), try Office("Žatec"))
    let id = try liberec.addProject("Dílna")
    try zatec.take(from: liberec)
    try zatec.edit(id, "status", "approved", clock: 3_000)
    try liberec.take(from: zatec)
    let report = try liberec.replica.verify()
    #expect(report.problems.isEmpty)
    #expect((report.changes, report.records) == (4, 1))
  }

  @Test(
    "what was changed behind the program's back is found",
    arguments: [
      ("UPDATE projectRecord SET name = 'Jiná'", true),
      ("DELETE FROM projectRecord", true), ("UPDATE record SET visible = 0", true),
      ("DELETE FROM record", true), ("UPDATE record SET kind = 1", true),
      ("UPDATE record SET sequence = 1", true),
      ("UPDATE record SET sequence = NULL, state = x'00'", true),
      ("INSERT INTO projectRecord (recordNumber, name) VALUES (999, 'Navíc')", true),
      ("DROP VIEW projects", true), ("DROP INDEX projectByRegionStatus", true),
      ("DELETE FROM guard WHERE name = 'guardDELETEOf_change'", true),
      ("DROP VIEW items; CREATE VIEW items AS SELECT 1 AS id", true),
      ("UPDATE change SET sealed = zeroblob(100)", false),
      ("DELETE FROM change WHERE sequence = 2", false),
    ])
  func meddling(sql: String, isReported: Bool) throws {
    let (path, folder, _) = try office()
    try Stranger.write(path, sql)
    let replica = try Replica(opening: path, for: .reading)
    if isReported {
      let problems = try replica.verify().problems
      #expect(!problems.isEmpty && problems.allSatisfy(\.isMendable))
      _ = try Replica(opening: path, for: .writing).repair()
      #expect(try Replica(opening: path, for: .reading).verify().problems.isEmpty)
    } else {
      #expect(throws: (any Error).self) { try replica.verify() }
    }
    withExtendedLifetime(folder) {}
  }

  @Test(
    "a search index that was changed behind the program's back is found, and made anew",
    arguments: [
      "INSERT INTO passageIndex (passageIndex) VALUES ('delete-all')",
      "INSERT INTO passageIndex (rowid, stems) VALUES (7, 'navic')",
      "DELETE FROM passageIndex_data", "DELETE FROM passageIndex_config",
      "DELETE FROM passageIndex_data WHERE id > 10", "DROP TABLE passageIndex",
    ])
  func indexMeddling(sql: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.db")
    _ = try Replica.create(at: path, region: "Liberec", clock: 1)
      .importDocument(minutes(), clock: 2_000)
    #expect(try Replica(opening: path, for: .reading).verify().problems.isEmpty)
    try Stranger.write(path, sql)
    let problems = try Replica(opening: path, for: .reading).verify().problems
    #expect(!problems.isEmpty && problems.allSatisfy(\.isMendable))
    _ = try Replica(opening: path, for: .writing).repair()
    let mended = try Replica(opening: path, for: .reading)
    #expect(try mended.verify().problems.isEmpty)
    #expect(try mended.search("projekt").count == 1)
  }

  @Test("a file with records laid out as they were before numbers is brought up to date")
  func migration() throws {
    let (path, folder, id) = try office()
    let before = try Replica(opening: path, for: .reading).list(Project.kind).map(\.cells)
    let views = try Replica(opening: path, for: .reading).answer(
      sql: "SELECT name FROM sqlite_schema WHERE type = 'view'"
    ).rows.compactMap { if case .text(let name) = $0[0] { name } else { nil } }
    let states = """
      CREATE TABLE old (id TEXT PRIMARY KEY, kind INTEGER NOT NULL, visible INTEGER NOT NULL,
        state BLOB NOT NULL) STRICT;
      INSERT INTO old SELECT id, kind, visible, state
      FROM identifiedRecord JOIN record USING (number, kind, visible) WHERE state IS NOT NULL;
      """
    let old = """
      DROP TABLE record; ALTER TABLE old RENAME TO record;
      ALTER TABLE replica DROP COLUMN predecessor; ALTER TABLE change DROP COLUMN text;
      DROP TABLE checkpoint; DROP TABLE checkpointSeal; DROP TABLE checkpointState;
      DROP INDEX changeByReplicaAndTime; CREATE INDEX changeByTime ON change (timestamp);
      DELETE FROM setting WHERE name = 'derivedSchema'; PRAGMA user_version = 4;
      """
    try Stranger.write(path, states + views.map { "DROP VIEW \"\($0)\";" }.joined() + old)
    let replica = try Replica(opening: path, for: .writing)
    #expect(try replica.list(Project.kind).map(\.cells) == before)
    #expect(try replica.verify().problems.isEmpty)
    try replica.edit(
      id, [FieldAssignment(field: "status", text: "running")], author: "Petr", clock: 4_000)
    #expect(try replica.verify().problems.isEmpty)
    withExtendedLifetime(folder) {}
  }

  @Test(
    "a write by another program is refused",
    arguments: [
      "UPDATE projectRecord SET name = 'Jiná'", "DELETE FROM change",
      "INSERT INTO setting VALUES ('a', 'b')", "DELETE FROM passageIndex_data",
      "INSERT INTO passageIndex (passageIndex) VALUES ('delete-all')",
      "INSERT INTO passageIndex (rowid, stems) VALUES (7, 'navic')",
      "DELETE FROM passageIndex_idx WHERE segid > 0", "UPDATE passageIndex_config SET v = 3",
    ])
  func guards(sql: String) throws {
    let (path, folder, _) = try office()
    #expect(try SQLiteShell.run(path, sql) != 0)
    #expect(try Replica(opening: path, for: .reading).verify().problems.isEmpty)
    withExtendedLifetime(folder) {}
  }

  @Test("the schema explains itself to whoever opens the file")
  func comments() throws {
    let (path, folder, _) = try office()
    let answer = try Replica(opening: path, for: .reading).answer(
      sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND sql NOT LIKE '%-- %'"
        + " AND name NOT LIKE 'passageIndex%' AND name NOT LIKE 'sqlite%'")
    #expect(answer.rows.isEmpty, "\(answer.rows)")
    withExtendedLifetime(folder) {}
  }

  @Test("a backup is the same record in a file of its own, and never writes over another")
  func backup() throws {
    let (path, folder, id) = try office()
    let copy = folder.path("kopie.db")
    try Replica(opening: path, for: .reading).backup(to: copy)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names.filter { $0.hasPrefix("kopie") } == ["kopie.db"])
    #expect(try Replica(opening: copy, for: .reading).record(withPrefix: id.description) == id)
    #expect(throws: StorageError.exists(path: copy)) {
      try Replica(opening: path, for: .reading).backup(to: copy)
    }
  }

  @Test("the history of a record says who did what, the oldest first")
  func history() throws {
    let (path, folder, id) = try office()
    let entries = try Replica(opening: path, for: .reading).history(of: id)
    #expect(entries.map(\.author.name) == ["Jana", "Petr"])
    #expect(entries.map(\.author.milliseconds) == [2_000, 3_000])
    guard case .assigned(let field, let value) = try #require(entries.last?.steps.first) else {
      Issue.record("an assignment was expected")
      return
    }
    #expect(field == Project.status && value == .text("approved"))
    withExtendedLifetime(folder) {}
  }

  @Test("a question in SQL is answered, anything else refused, and none runs for ever")
  func questions() throws {
    let (path, folder, _) = try office()
    let replica = try Replica(opening: path, for: .reading)
    let answer = try replica.answer(
      sql: "SELECT name, 1 + 1 AS two, NULL AS none, 1.5 AS half FROM projects")
    #expect(answer.columns == ["name", "two", "none", "half"])
    #expect(answer.rows == [[.text("Dílna"), .integer(2), .none, .decimal(1.5)]])
    for sql in [
      "DELETE FROM record", "SELECT 1; SELECT 2", "ATTACH 'x.db' AS x", "nic", "",
      "CREATE TABLE a(b)", "PRAGMA journal_mode = DELETE", "BEGIN", "PRAGMA query_only = OFF",
    ] {
      #expect(throws: StorageError.self, "\(sql)") { try replica.answer(sql: sql) }
    }
    let none = try replica.answer(sql: "SELECT text AS name, id AS name, 1 AS name_2 FROM tasks")
    #expect(none.columns == ["name", "name_3", "name_2"] && none.rows.isEmpty)
    let endless = "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n FROM a) SELECT n FROM a"
    #expect(throws: StorageError.tooSlow) {
      try replica.answer(sql: "SELECT count(*) FROM (\(endless))", within: .milliseconds(50))
    }
    #expect(try replica.list(Project.kind).count == 1)
    withExtendedLifetime(folder) {}
  }
}
