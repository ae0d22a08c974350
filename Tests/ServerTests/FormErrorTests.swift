import Foundation
import TestSupport
import Testing

@Suite("What is wrong with a form, and where")
struct FormErrorTests {
  private let folder: TemporaryFolder
  private let server: RunningServer
  private let visitor: FormVisitor

  init() throws {
    folder = try TemporaryFolder()
    let database = folder.path("office.db")
    for arguments in [
      ["init", "--region", "Žatec"], ["add", "project", "name=Dílna"],
      ["add", "project", "name=Klub", "region=Žatecko <západ>"],
    ] {
      let outcome = try Tool("soulad").run(arguments + ["--db", database])
      #expect(outcome.code == 0, "\(outcome.message)")
    }
    server = try RunningServer(database: database, arguments: ["--local"])
    visitor = FormVisitor(server)
  }

  /// The tag of a page that has these words.
  private func tag(_ words: String, of page: String) throws -> String {
    let place = try #require(page.firstRange(of: words), "\(words)").lowerBound
    let start = page[..<place].lastIndex(of: "<") ?? place
    return String(page[start...].prefix { $0 != ">" })
  }

  private func adding(_ values: [String: String]) async throws -> FormVisitor.Page {
    var form = try await visitor.form("/add/project")
    for (name, value) in values { form[name] = value }
    return try await visitor.send(form)
  }

  @Test("an input says that it is wrong and why, and what is said above leads to it")
  func inputs() async throws {
    let page = try await adding(["author": "Jana", "name": "Dům", "start": "někdy"]).body
    let summary = try tag("role=\"alert\"", of: page)
    #expect(summary.contains("tabindex=\"-1\"") && summary.contains("autofocus"))
    #expect(page.contains("<a href=\"#field-start\">Od</a>"))
    let start = try tag("name=\"start\"", of: page)
    #expect(start.contains("id=\"field-start\" aria-invalid=\"true\""))
    #expect(start.contains("aria-describedby=\"field-start-hint field-start-problem\""))
    for id in ["field-start-hint", "field-start-problem"] {
      #expect(page.split(separator: "id=\"\(id)\"").count == 2, "\(id)")
    }
    #expect(try !tag("name=\"name\"", of: page).contains("aria-"))
    let opened = try await visitor.get("/add/project").body
    #expect(!opened.contains("aria-invalid") && !opened.contains("autofocus"))
    #expect(try tag("name=\"start\"", of: opened).contains("=\"field-start-hint\""))
  }

  @Test("all that is wrong is told at once, each with its reason where it is typed")
  func several() async throws {
    let page = try await adding([
      "author": " ", "name": "Dům", "start": "někdy", "end": "potom", "registration": "CZ.1",
    ])
    #expect(page.status == 422 && page.body.contains("Neuloženo: některá pole"))
    for name in ["start", "end", "author"] {
      #expect(page.body.contains("<a href=\"#field-\(name)\">"), "\(name)")
      #expect(try tag("name=\"\(name)\"", of: page.body).contains("aria-invalid=\"true\""))
      #expect(page.body.contains("id=\"field-\(name)-problem\""))
    }
    #expect(page.body.contains("„někdy“") && page.body.contains("„potom“"))
    #expect(try !tag("name=\"registration\"", of: page.body).contains("aria-"))
  }

  @Test("a missing name of who writes is told where it is typed")
  func author() async throws {
    let page = try await adding(["author": " ", "name": "Dům"])
    #expect(page.status == 422 && page.body.contains("<a href=\"#field-author\">"))
    let author = try tag("name=\"author\"", of: page.body)
    #expect(author.contains("aria-invalid=\"true\""))
    #expect(author.contains("aria-describedby=\"field-author-problem\""))
  }

  @Test("a field that somebody else changed meanwhile is told as such")
  func overtaken() async throws {
    let record = try #require(
      try await visitor.get("/projects").body.firstMatch(of: /href="(\/records\/[0-9a-z]+)"/)
    ).1
    var forms = [
      try await visitor.form(record + "/edit"), try await visitor.form(record + "/edit"),
    ]
    for place in forms.indices {
      forms[place]["author"] = "Jana"
      forms[place]["status"] = place == 0 ? "approved" : "rejected"
    }
    #expect(try await visitor.send(forms[0]).status == 200)
    let page = try await visitor.send(forms[1]).body
    #expect(page.contains("<a href=\"#field-status\">Stav</a>"))
    let status = try tag("name=\"status\"", of: page)
    #expect(status.contains("aria-invalid") && status.contains("field-status-problem"))
  }

  @Test("the regions that the file knows are offered, and others are taken")
  func regions() async throws {
    let page = try await visitor.get("/add/project").body
    #expect(try tag("name=\"region\"", of: page).contains("list=\"field-region-known\""))
    let list = page.split(separator: "<datalist id=\"field-region-known\">").last ?? ""
    let known = list.prefix(upTo: list.firstRange(of: "</datalist>")?.lowerBound ?? list.endIndex)
    #expect(known.contains("value=\"Žatec\"") && known.contains("value=\"Žatecko &lt;západ&gt;\""))
    let added = try await adding(["author": "Jana", "name": "Dům", "region": "Podbořansko"])
    #expect(added.status == 200 && added.body.contains("Podbořansko"))
    #expect(try await visitor.get("/add/task").body.contains("value=\"Podbořansko\""))
  }

  @Test("servers of one machine do not share who writes")
  func cookie() throws {
    let asked = RawRequest(path: "/add/task", headers: [("Cookie", "soulad-author=Petr")])
    #expect(try !server.ask(asked).text.contains("value=\"Petr\""))
    let own = RawRequest(
      path: "/add/task",
      headers: [("Cookie", "soulad-author-80=Eva; soulad-author-8081=Petr")])
    // The name of the host that it is called by has no port there.
    #expect(try server.ask(own).text.contains("value=\"Eva\""))
  }
}
