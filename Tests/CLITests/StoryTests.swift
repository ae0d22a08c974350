import Foundation
import TestSupport
import Testing

@Suite("The whole story with the real program")
struct StoryTests {
  @Test(
    "the five samples go in as documents and one consolidated answer comes out",
    arguments: ["docx", "txt"])
  func consolidation(type: String) throws {
    let offices = try Offices()
    try offices.importSamples(type)
    try exchangeByBundles(offices)
    let projects = try offices.rows("chomutov", "query", "projects")
    let names = Set(projects.compactMap { $0["name"] as? String })
    #expect(names.isSuperset(of: ["Žatec bez dluhů", "Taxík Maxík", "Centrum bydlení Liberec"]))
    #expect(Set(projects.compactMap { $0["region"] as? String }).count >= 3)
    let approved = try offices.rows(
      "liberec", "query", "projects", "status=approved", "themes=debts")
    #expect(approved.compactMap { $0["name"] as? String } == ["Žatec bez dluhů"])
    #expect(try offices.rows("zatec", "query", "meetings").count == 4)
    #expect(try offices.rows("zatec", "query", "attendance", "status=present").count == 29)
    #expect(try !offices.rows("zatec", "query", "organizations", "ico=25755277").isEmpty)
  }

  @Test("every statement carries the words of its document")
  func evidence() throws {
    let offices = try Offices()
    try offices.importSamples("docx")
    for view in ["projects", "meetings", "attendance", "organizations"] {
      for row in try offices.rows("liberec", "query", view) {
        let evidence = try #require(row["evidence"] as? [[String: Any]])
        #expect(!evidence.isEmpty, "\(row)")
        for item in evidence {
          #expect((item["quote"] as? String)?.isEmpty == false)
          #expect((item["start"] as? Int) ?? 0 < (item["end"] as? Int) ?? 0)
        }
      }
    }
  }

  @Test("importing again, and the same file in another office, makes nothing twice")
  func repetition() throws {
    let offices = try Offices()
    try offices.importSamples("docx")
    let before = try offices.run("zatec", "dump")
    let again = try offices.run(
      "zatec", "import", Fixtures.path("zatec-2020-06-10.docx"), "--format", "json")
    #expect(again.contains("\"unchanged\":1"))
    #expect(try offices.run("zatec", "dump") == before)
    try offices.run("liberec", "import", Fixtures.path("zatec-2020-06-10.docx"))
    try exchangeByBundles(offices)
    #expect(try offices.rows("liberec", "query", "projects", "name=bez dluhů").count == 1)
    #expect(try offices.rows("liberec", "conflicts").isEmpty)
  }

  @Test("replicas dump equal bytes after exchange in any order", arguments: 0..<4)
  func anyOrder(seed: Int) throws {
    let offices = try Offices()
    try offices.importSamples("txt")
    let names = ["liberec", "zatec", "chomutov"]
    var pairs = names.flatMap { from in names.map { (from, $0) } }.filter { $0.0 != $0.1 }
    for place in pairs.indices { pairs.swapAt(place, (place * 5 + seed * 7 + 3) % pairs.count) }
    for (from, to) in pairs + pairs { try send(offices, from, to) }
    let dumps = try names.map { try offices.run($0, "dump") }
    #expect(Set(dumps).count == 1)
    #expect(dumps[0].split(separator: "\n").count > 50)
  }

  @Test(
    "a concurrent edit stands as a conflict until somebody settles it, and nobody's value is lost")
  func conflict() throws {
    let offices = try Offices()
    try offices.importSamples("docx")
    try exchangeByBundles(offices)
    let id = try project(offices)
    try offices.run("zatec", "edit", id, "status=running", "--author", "Ivana")
    try offices.run("liberec", "edit", id, "status=finished", "--author", "Petr")
    try exchangeByBundles(offices)
    let conflicts = try offices.rows("chomutov", "conflicts")
    #expect(conflicts.count == 1)
    let values = try #require(conflicts.first?["values"] as? [[String: Any]])
    #expect(Set(values.compactMap { $0["value"] as? String }) == ["running", "finished"])
    #expect(Set(values.compactMap { $0["author"] as? String }) == ["Ivana", "Petr"])
    // A table says what the office calls the field, and that is understood.
    let table = try offices.run("chomutov", "conflicts", "--format", "table")
    #expect(table.contains("Stav") && table.contains("platí zatím"), "\(table)")
    try offices.run("chomutov", "resolve", id, "stav", "v realizaci")
    try exchangeByBundles(offices)
    for office in ["liberec", "zatec", "chomutov"] {
      #expect(try offices.rows(office, "conflicts").isEmpty)
      let rows = try offices.rows(office, "query", "projects", "name=bez dluhů")
      #expect(rows.first?["status"] as? String == "running")
    }
  }

  @Test("a better extractor never undoes what a person corrected")
  func personBeforeMachine() throws {
    let offices = try Offices()
    try offices.importSamples("docx")
    let id = try project(offices)
    try offices.run("zatec", "edit", id, "status=cancelled")
    try offices.run("zatec", "import", Fixtures.path("zatec-2020-06-10.docx"))
    let rows = try offices.rows("zatec", "query", "projects", "name=bez dluhů")
    #expect(rows.first?["status"] as? String == "cancelled")
    #expect(try offices.rows("zatec", "conflicts").isEmpty)
  }

  @Test("a search finds other forms of a word, with and without diacritics")
  func search() throws {
    let offices = try Offices()
    try offices.importSamples("docx")
    for word in ["bydlením", "bydleni", "BYDLENÍ"] {
      let hits = try offices.rows("liberec", "search", word)
      #expect(hits.contains { ($0["text"] as? String)?.contains("bydlení") == true }, "\(word)")
    }
    for slip in ["\"", "AND", "a* OR (", "col:x NEAR/3", "-"] {
      let outcome = try offices.soulad.run([
        "search", "--db", offices.database("liberec"), "--", slip,
      ])
      #expect([0, 64].contains(outcome.code), "\(slip): \(outcome.message)")
    }
  }

  private func project(_ offices: Offices) throws -> String {
    let rows = try offices.rows("zatec", "query", "projects", "name=bez dluhů")
    return try #require(rows.first?["id"] as? String)
  }

  private func send(_ offices: Offices, _ from: String, _ to: String) throws {
    let file = offices.folder.path("\(from).soulad")
    try offices.run(from, "bundle", "write", file)
    try offices.run(to, "bundle", "read", file)
  }

  private func exchangeByBundles(_ offices: Offices) throws {
    for from in ["liberec", "zatec", "chomutov", "liberec"] {
      for to in ["liberec", "zatec", "chomutov"] where to != from { try send(offices, from, to) }
    }
  }
}
