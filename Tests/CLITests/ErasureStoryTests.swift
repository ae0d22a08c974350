import Foundation
import TestSupport
import Testing

@Suite("A person asks to be erased, and a computer is lost")
struct ErasureStoryTests {
  private let offices: Offices

  init() throws {
    offices = try Offices()
    try offices.run("liberec", "init", "--region", "Liberec")
    try offices.run("zatec", "init", "--region", "Žatec")
    let minutes = offices.folder.path("zapis.txt")
    try """
    Zápis z jednání pracovní skupiny ze dne 10. 6. 2020
    Přítomni: Mgr. Jana Vrbová, Petr Dub
    1. Zahájení
    Vrbová přivítala přítomné. Jednání skupiny paní Janě Vrbové děkuje.
    Zapsala: Jana Vrbová
    """.write(toFile: minutes, atomically: true, encoding: .utf8)
    try offices.run("liberec", "import", minutes)
    try exchange("liberec", "zatec")
  }

  private func exchange(_ sender: String, _ receiver: String) throws {
    let bundle = offices.folder.path("\(UUID()).soulad")
    try offices.run(sender, "bundle", "write", bundle)
    try offices.run(receiver, "bundle", "read", bundle)
  }

  /// Whether the name is anywhere in what the database holds.
  private func holdsName(_ office: String) throws -> Bool {
    let data = try Data(contentsOf: URL(fileURLWithPath: offices.database(office)))
    return data.range(of: Data("Vrbov".utf8)) != nil
  }

  @Test("the name leaves both offices' files, and both stay sound and equal")
  func erasing() throws {
    let rows = try offices.rows("liberec", "list", "attendance")
    let row = try #require(rows.first { ($0["name"] as? String) == "Jana Vrbová" })
    let id = try #require(row["id"] as? String)
    let trial = try offices.run("liberec", "erase", id, "--dry-run")
    #expect(try offices.rows("liberec", "list", "attendance").count == rows.count)
    #expect(try offices.run("liberec", "erase", id) == trial)
    try exchange("liberec", "zatec")
    for office in ["liberec", "zatec"] {
      try offices.run(office, "verify")
      #expect(try !offices.run(office, "dump").contains("rbov"))
    }
    #expect(try !holdsName("liberec"))
    #expect(try offices.run("zatec", "dump") == offices.run("liberec", "dump"))
  }

  @Test("what names nobody is refused in a sentence")
  func refusal() throws {
    let id = try offices.run("liberec", "add", "project", "name=Dílna")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let said = try offices.soulad.run(["erase", id, "--db", offices.database("liberec")])
    #expect(said.code == 64 && said.message.contains("nejmenuje žádnou osobu"), "\(said)")
  }

  @Test("a lost computer is retired by its identifier and counts no more")
  func retirement() throws {
    try offices.run("zatec", "add", "project", "name=Dílna")
    try exchange("zatec", "liberec")
    let members = try offices.rows("liberec", "members")
    #expect(members.count == 2)
    let other = try #require(members.first { ($0["region"] as? String) == "Žatec" })
    let id = try #require((other["replica"] ?? other["id"]) as? String)
    #expect(try offices.run("liberec", "retire", id).contains(id))
    let after = try offices.rows("liberec", "members")
    let row = try #require(after.first { ($0["region"] as? String) == "Žatec" })
    #expect("\(row)" != "\(other)")
  }
}
