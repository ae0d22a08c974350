import Foundation
import TestSupport
import Testing

@Suite("The questions of a coordinator, asked of the pages")
struct QuestionPageTests {
  private let folder: TemporaryFolder
  private let server: RunningServer

  init() throws {
    folder = try TemporaryFolder()
    let soulad = Tool("soulad")
    let database = folder.path("hub.db")
    _ = try soulad.run(["init", "--region", "Liberecký kraj", "--db", database])
    _ = try soulad.run(
      ["import"] + Fixtures.samples.map { Fixtures.path($0 + ".docx") } + ["--db", database])
    server = try RunningServer(database: database)
  }

  /// A page as a browser asks for it.
  private func page(_ path: String) throws -> (status: Int, text: String) {
    try server.ask(RawRequest(path: path, headers: [("Accept", "text/html,*/*;q=0.8")]))
  }

  @Test("every question has its page, with the sentence that proves the answer")
  func questions() throws {
    let debts = try page("/projects?region=&status=approved&themes=debts").text
    #expect(debts.contains("Žatec bez dluhů") && debts.contains("1 záznam<"))
    #expect(debts.contains("Aktuálně <mark>schválen projekt</mark>"), "\(debts)")
    let field = try page(
      "/services?serviceKind=ter%C3%A9nn%C3%AD&region=Liberec&region=%C5%BDatec"
    ).text
    #expect(field.contains("Romodrom") && field.contains("2 záznamy<"))
    let due = try page("/calendar?date=2020-10").text
    #expect(due.contains("Připomínky musí členové odeslat") && due.contains("Příští měsíc"))
    let promised = try page("/commitments").text
    #expect(promised.contains("Lokální partnerství") && promised.contains(">rok<"))
    let housing = try page("/search?q=%22housing+first%22").text
    #expect(housing.contains("3 místa<") && housing.contains("#:~:text="))
  }

  @Test("every view has a page, in both languages, and says so when it has no rows")
  func everyView() throws {
    for path in ["/rates", "/capacities", "/duplicates", "/figures", "/documents", "/regions"] {
      #expect(try page(path).status == 200, "\(path)")
    }
    #expect(try !page("/rates").text.contains("<q>"), "a sum is proved by no one sentence")
    #expect(try page("/votes").text.contains("Nic takového tu zatím není."))
    let english = try page("/projects?lang=en&status=approved").text
    #expect(english.contains("<html lang=\"en\">") && english.contains("/records/"))
    #expect(english.contains("?lang=en\"") && !english.contains("Územ"))
  }

  @Test("a record has its page with what proves it and who wrote it, a document its text")
  func records() throws {
    let list = try page("/projects?name=dluh%C5%AF").text
    let path = try #require(list.firstMatch(of: /href="(\/records\/[0-9a-z]+)"/)).output.1
    let record = try page(String(path)).text
    #expect(record.contains("<h1>Žatec bez dluhů</h1>") && record.contains("\(path)/history"))
    #expect(try page(path + "/history").text.contains("soulad-extract/"))
    let document = try #require(record.firstMatch(of: /href="(\/records\/[0-9a-z]+)#/)).output.1
    #expect(try page(String(document)).text.contains("Přítomni:"))
  }

  @Test("whoever reads pages gets a page for what went wrong, programs problem details")
  func problems() throws {
    for (path, status) in [("/nic", 404), ("/records/9999", 404), ("/projects?nic=1", 400)] {
      let said = try page(path)
      #expect(said.status == status && said.text.contains("<html lang=\"cs\">"), "\(said)")
    }
    let program = try server.ask(RawRequest(path: "/nic"))
    #expect(program.text.contains("application/problem+json"))
    #expect(try page("/api/v1/nic").text.contains("application/problem+json"))
  }

  @Test("what two offices wrote differently stands side by side, with how it is settled")
  func conflicts() throws {
    let offices = try HubHarness()
    try offices.make("most", of: "Most")
    let id = try offices.run("add", "project", "name=Dílna", on: "most").output
      .filter { $0 != "\n" }
    let stick = offices.folder.path("a.soulad")
    func carry(_ from: String, _ to: String) throws {
      try offices.run("bundle", "write", stick, on: from)
      try offices.run("bundle", "read", stick, on: to)
    }
    try carry("most", "hub")
    try offices.run("edit", id, "status=running", "--author", "Jan Malý", on: "most")
    try offices.run("edit", id, "status=finished", "--author", "Eva Nová", on: "hub")
    try carry("most", "hub")
    let server = try offices.start()
    #expect(try server.ask(RawRequest(path: "/")).text.contains("Na rozhodnutí čeká: 1"))
    let text = try server.ask(RawRequest(path: "/conflicts")).text
    #expect(text.contains("Jan Malý, Most") && text.contains("Eva Nová, Rozcestník"))
    #expect(text.contains("v realizaci") && text.contains("platí zatím"))
    #expect(text.contains("soulad resolve \(id.prefix(8)) stav"))
  }
}
