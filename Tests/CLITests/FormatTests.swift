import Foundation
import TestSupport
import Testing

/// What scripts stand on: every command takes `--db` and `--format json`, and answers in JSON.
@Suite("Formats of commands")
struct FormatTests {
  private let offices: Offices

  init() throws {
    offices = try Offices()
    try offices.run("liberec", "init", "--region", "Liberec")
  }

  private func object(_ arguments: String..., input: String = "") throws -> [String: Any] {
    let said = try offices.soulad.run(
      arguments + ["--db", offices.database("liberec"), "--format", "json"], input: input)
    #expect(said.code == 0, "\(said)")
    let json = try JSONSerialization.jsonObject(with: Data(said.output.utf8))
    return try #require(json as? [String: Any], "\(said)")
  }

  private func rows(_ arguments: String..., input: String = "") throws -> [[String: Any]] {
    let said = try offices.soulad.run(
      arguments + ["--db", offices.database("liberec"), "--format", "json"], input: input)
    #expect(said.code == 0, "\(said)")
    let json = try JSONSerialization.jsonObject(with: Data(said.output.utf8))
    return try #require(json as? [[String: Any]], "\(said)")
  }

  @Test("what was written is told as an object with the record's identifier, kind and region")
  func writing() throws {
    let added = try object("add", "task", "text=Zaslat podklady", "--internal")
    let id = try #require(added["id"] as? String)
    #expect(added["kind"] as? String == "task" && added["region"] as? String == "Liberec")
    for act in [["edit", id, "due=2027-01-31"], ["delete", id], ["delete", id, "--undo"]] {
      let said = try offices.soulad.run(
        act + ["--db", offices.database("liberec"), "--format", "json"])
      let json = try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any]
      #expect(json?["id"] as? String == id && json?["kind"] as? String == "task", "\(said)")
    }
    #expect(try rows("share", id).first?["id"] as? String == id)
  }

  @Test("care of the file is told as an object")
  func care() throws {
    let backup = offices.folder.path("copy.db")
    #expect(try object("backup", backup)["file"] as? String == backup)
    let verified = try object("verify")
    #expect(verified["isSound"] as? Bool == true && verified["changes"] is Int)
    #expect((verified["problems"] as? [Any])?.isEmpty == true)
    #expect(try object("repair")["records"] is Int)
    let bundle = offices.folder.path("b.soulad")
    #expect(try object("bundle", "write", bundle)["isComplete"] as? Bool == true)
    #expect(try object("bundle", "read", bundle)["new"] as? Int == 0)
    #expect(try object("compact")["folded"] as? Int == 0)
    let made = try offices.soulad.run([
      "init", "--region", "Žatec", "--db", offices.database("zatec"), "--format", "json",
    ])
    #expect(made.output.contains("\"region\":\"Žatec\""), "\(made)")
  }

  @Test("what needs no database takes one all the same")
  func withoutDatabase() throws {
    let sample = Fixtures.path("liberec-2020-10-14.txt")
    #expect((try object("text", sample)["text"] as? String)?.contains("Liberec") == true)
    #expect(try rows("analyze", input: "děti\n").first?["terms"] as? [String] == ["dite"])
    #expect(try object("extract", sample).isEmpty == false)
    try offices.run("liberec", "add", "task", "text=Zaslat podklady")
    #expect(try rows("dump").count == 1)
  }
}
