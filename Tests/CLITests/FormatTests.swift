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

  /// What a command says in JSON.
  private func answer<Value>(_ arguments: String..., input: String = "") throws -> Value {
    let said = try offices.soulad.run(
      arguments + ["--db", offices.database("liberec"), "--format", "json"], input: input)
    #expect(said.code == 0, "\(said)")
    let json = try JSONSerialization.jsonObject(with: Data(said.output.utf8))
    return try #require(json as? Value, "\(said)")
  }

  @Test("what was written is told as an object with the record's identifier, kind and region")
  func writing() throws {
    let added: [String: Any] = try answer("add", "task", "text=Zaslat podklady", "--internal")
    let id = try #require(added["id"] as? String)
    #expect(added["kind"] as? String == "task" && added["region"] as? String == "Liberec")
    for changed: [String: Any] in [
      try answer("edit", id, "due=2027-01-31"), try answer("delete", id),
      try answer("delete", id, "--undo"),
    ] {
      #expect(changed["id"] as? String == id && changed["kind"] as? String == "task")
    }
    let shared: [[String: Any]] = try answer("share", id)
    #expect(shared.first?["id"] as? String == id)
  }

  @Test("care of the file is told as an object")
  func care() throws {
    let (backup, bundle) = (offices.folder.path("copy.db"), offices.folder.path("b.soulad"))
    let told: [[String: Any]] = [
      try answer("backup", backup), try answer("verify"), try answer("repair"),
      try answer("bundle", "write", bundle), try answer("bundle", "read", bundle),
      try answer("compact"),
    ]
    #expect(told[0]["file"] as? String == backup)
    #expect(told[1]["isSound"] as? Bool == true && told[1]["changes"] is Int)
    #expect((told[1]["problems"] as? [Any])?.isEmpty == true)
    #expect(told[2]["records"] is Int && told[3]["isComplete"] as? Bool == true)
    #expect(told[4]["new"] as? Int == 0 && told[5]["folded"] as? Int == 0)
    let made = try offices.soulad.run([
      "init", "--region", "Žatec", "--db", offices.database("zatec"), "--format", "json",
    ])
    #expect(made.output.contains("\"region\":\"Žatec\""), "\(made)")
  }

  @Test("what needs no database takes one all the same")
  func withoutDatabase() throws {
    let sample = Fixtures.path("liberec-2020-10-14.txt")
    let (text, record): ([String: Any], [String: Any]) = (
      try answer("text", sample), try answer("extract", sample)
    )
    #expect((text["text"] as? String)?.contains("Liberec") == true && !record.isEmpty)
    let terms: [[String: Any]] = try answer("analyze", input: "děti\n")
    #expect(terms.first?["terms"] as? [String] == ["dite"])
    try offices.run("liberec", "add", "task", "text=Zaslat podklady")
    let dump: [Any] = try answer("dump")
    #expect(dump.count == 1)
  }
}
