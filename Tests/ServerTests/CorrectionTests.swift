import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("A coordinator's desk in the browser")
struct CorrectionTests {
  private let folder: TemporaryFolder
  private let server: RunningServer
  private let visitor: FormVisitor

  init() throws {
    folder = try TemporaryFolder()
    try Self.soulad(folder, "init", "--region", "Žatec")
    try Self.soulad(folder, "add", "project", "name=Dílna", "status=submitted", "start=2027-03-05")
    server = try RunningServer(database: folder.path("office.db"), arguments: ["--local"])
    visitor = FormVisitor(server)
  }

  @discardableResult
  private static func soulad(
    _ folder: TemporaryFolder, _ arguments: String..., on name: String = "office"
  ) throws -> Tool.Outcome {
    let outcome = try Tool("soulad").run(arguments + ["--db", folder.path("\(name).db")])
    #expect(outcome.code == 0, "\(arguments) \(outcome.message)")
    return outcome
  }

  /// The address of the one project.
  private func project() async throws -> String {
    let page = try await visitor.get("/projects").body
    let link = try #require(page.firstMatch(of: /href="(\/records\/[0-9a-z]+)"/))
    return String(link.1)
  }

  @Test("a field is corrected as Czechs write it, and the history says by whom")
  func correcting() async throws {
    let record = try await project()
    var form = try await visitor.form(record + "/edit")
    #expect(form.value("start") == "5. 3. 2027")
    form["start"] = "duben 2027"
    form["status"] = "approved"
    form["holder"] = "Naděje, \"z. s.\" <b>"
    form["author"] = " Jana  Nováková "
    let page = try await visitor.send(form)
    #expect(page.status == 200 && page.body.contains("Uloženo."))
    #expect(page.body.contains("duben 2027") && page.body.contains("schválen"))
    #expect(page.body.contains("&lt;b&gt;") && !page.body.contains("z. s.\" <b>"))
    let history = try await visitor.get(record + "/history").body
    #expect(history.contains("Jana Nováková"))
    // The name is remembered for the next form.
    #expect(try await visitor.form(record + "/edit").value("author") == "Jana Nováková")
  }

  @Test("a field that a form lacks stays as it is")
  func missingFields() async throws {
    let record = try await project()
    var form = try await visitor.form(record + "/edit")
    form["author"] = "Jana"
    form["holder"] = "Spolek"
    for name in ["name", "status", "region"] { form.remove(name) }
    let page = try await visitor.send(form)
    #expect(page.status == 200 && page.body.contains("Spolek"))
    #expect(page.body.contains("<h1>Dílna</h1>") && page.body.contains("projekt · Žatec"))
  }

  @Test("what is not typed is not written")
  func untouched() async throws {
    let record = try await project()
    var form = try await visitor.form(record + "/edit")
    form["author"] = "Jana"
    form["themes"] = "housing"
    let before = try await visitor.get(record + "/history").body
    _ = try await visitor.send(form)
    let after = try await visitor.get(record + "/history").body
    let writes = { (page: String) in page.split(separator: "<tr>").count }
    #expect(writes(after) == writes(before) + 1)
  }

  @Test("a value that cannot be is refused with a reason, and all that was typed stays")
  func badValue() async throws {
    let record = try await project()
    var form = try await visitor.form(record + "/edit")
    form["start"] = "někdy"
    form["holder"] = "Spolek"
    form["author"] = "Jana"
    let page = try await visitor.send(form)
    #expect(page.status == 422 && page.body.contains("role=\"alert\""))
    #expect(page.body.contains("pro pole „Od“"))
    #expect(page.body.contains("value=\"někdy\"") && page.body.contains("value=\"Spolek\""))
    #expect(try await !visitor.get(record).body.contains("Spolek"))
  }

  @Test("two who correct one field at the same time both learn of it")
  func overtaken() async throws {
    let record = try await project()
    var (first, second) = (
      try await visitor.form(record + "/edit"), try await visitor.form(record + "/edit")
    )
    for (place, name) in ["Jana", "Petr"].enumerated() {
      if place == 0 { first["author"] = name } else { second["author"] = name }
    }
    first["name"] = "Dílna první"
    first["registration"] = "CZ.1"
    second["name"] = "Dílna druhá"
    second["holder"] = "Spolek"
    #expect(try await visitor.send(first).status == 200)
    let page = try await visitor.send(second)
    #expect(page.status == 422)
    #expect(page.body.contains("Mezitím tu už stojí:") && page.body.contains("Dílna první"))
    let again = try #require(FormVisitor.Form(page.body, method: "post"))
    #expect(again.value("name") == "Dílna druhá" && again.value("holder") == "Spolek")
    // What the second never touched is what the first made of it.
    #expect(again.value("registration") == "CZ.1")
    let saved = try await visitor.send(again)
    #expect(saved.body.contains("CZ.1"))
    #expect(saved.status == 200 && saved.body.contains("Dílna druhá"))
  }

  @Test("a record is added, deleted and brought back")
  func lifeOfARecord() async throws {
    var form = try await visitor.form("/add/task")
    #expect(form.value("region") == "Žatec")
    form["author"] = "Jana"
    #expect(try await visitor.send(form).body.contains("Vyplňte aspoň jedno pole."))
    form["text"] = "Ověřit smlouvu\r\na poslat ji </textarea><script>"
    form["due"] = "31. 12. 2027"
    let added = try await visitor.send(form)
    #expect(added.status == 200 && added.body.contains("Záznam je přidaný."))
    #expect(added.body.contains("Ověřit smlouvu\na poslat") && !added.body.contains("<script"))
    let editing = try await visitor.get(added.path + "/edit").body
    #expect(!editing.contains("<script"))

    let deleting = try #require(FormVisitor.Form(added.body, method: "post"))
    let deleted = try await visitor.send(deleting)
    #expect(deleted.body.contains("Záznam je smazaný"))
    #expect(try await visitor.get(added.path).status == 404)
    let restoring = try #require(FormVisitor.Form(deleted.body, method: "post"))
    #expect(try await visitor.send(restoring).body.contains("Záznam je zpátky."))
    #expect(try await visitor.get(added.path).status == 200)
  }

  @Test("nobody else's page can write, and no hub that others reach has forms")
  func strangers() async throws {
    let record = try await project()
    var form = try await visitor.form(record + "/edit")
    form["author"] = "Jana"
    form["name"] = "Jinak"
    var forged = form
    forged["token"] = String(repeating: "0", count: 32)
    let plain = ("Content-Type", "application/x-www-form-urlencoded")
    for (form, header, status) in [
      (form, ("Origin", "https://example.org"), "401"), (form, ("Origin", "null"), "401"),
      (form, ("Origin", "http://127.0.0.1.example.org"), "401"),
      // A program of this machine may serve pages too, which know no token.
      (forged, ("Origin", "http://127.0.0.1:1"), "403"), (forged, ("Accept", "*/*"), "403"),
    ] {
      #expect(try send(form, [plain, header]).hasPrefix("HTTP/1.1 \(status)"))
    }
    #expect(try send(form, [("Content-Type", "text/plain")]).hasPrefix("HTTP/1.1 415"))
    #expect(try await visitor.get(record).body.contains("<h1>Dílna</h1>"))

    server.stop()
    let open = try RunningServer(database: folder.path("office.db"))
    let hub = FormVisitor(open)
    #expect(try await hub.get(record + "/edit").status == 404)
    #expect(try await !hub.get(record).body.contains("method=\"post\""))
    #expect(try await [404, 405].contains(hub.send(form).status))
  }

  private func send(
    _ form: FormVisitor.Form, _ headers: [(String, String)]
  ) throws -> String {
    let request = RawRequest(
      method: "POST", path: form.action, headers: headers, body: Array(form.body.utf8))
    let connection = try RawConnection(port: server.port)
    connection.send(request.bytes)
    return connection.receive(within: 10)
  }

  @Test("documents are imported in the browser, and what cannot be read is refused by name")
  func importing() async throws {
    let token = try #require(try await visitor.form("/import").value("token"))
    let minutes = try Data(contentsOf: URL(filePath: Fixtures.path("zatec-2020-06-10.docx")))
    let files = [
      ("zápis \"červen\".docx", minutes), ("prázdný.docx", Data("nic".utf8)),
      ("dlouhý.txt", Data(repeating: 0x61, count: 9 << 20)),
    ]
    for (attempt, outcome) in ["nový dokument", "beze změny"].enumerated() {
      let page = try await visitor.upload(files, to: "/import", token: token)
      #expect(page.status == 200 && page.body.contains(outcome), "attempt \(attempt)")
      #expect(page.body.contains("zápis &quot;červen&quot;.docx"))
      #expect(page.body.contains("Soubor dlouhý.txt je větší"))
      #expect(page.body.contains("prázdný.docx") && page.body.contains("účast 29"))
    }
    #expect(try await visitor.get("/projects").body.contains("Žatec bez dluhů"))
    #expect(try await visitor.upload(files, to: "/import", token: "0").status == 403)
    let nothing = try await visitor.upload([("", Data())], to: "/import", token: token)
    #expect(nothing.status == 422 && nothing.body.contains("Vyberte aspoň jeden soubor"))
    #expect(!nothing.body.contains("outcome"))
  }

  @Test("commands write beside an open desk, and the desk shows it at once")
  func besideCommands() async throws {
    let record = try await project()
    let before = try await visitor.get("/api/v1/projects.json").body
    #expect(try await visitor.get("/api/v1/projects.json").body == before)
    let id = String(record.split(separator: "/").last ?? "")
    try Self.soulad(folder, "edit", id, "name=Dílna u nádraží", "--author", "Petr")
    for path in [record, "/projects", "/api/v1/projects.json"] {
      #expect(try await visitor.get(path).body.contains("Dílna u nádraží"), "\(path)")
    }
    var form = try await visitor.form(record + "/edit")
    form["author"] = "Jana"
    form["holder"] = "Spolek"
    #expect(try await visitor.send(form).status == 200)
    let shown = try Self.soulad(folder, "show", id)
    #expect(shown.output.contains("Spolek") && shown.output.contains("Dílna u nádraží"))
    try Self.soulad(folder, "verify")
  }

  @Test("nobody writes without a name")
  func nameless() async throws {
    var form = try await visitor.form(try await project() + "/edit")
    form["name"] = "Jinak"
    form["author"] = "  "
    let page = try await visitor.send(form)
    #expect(page.status == 422 && page.body.contains("Napište, kdo změnu zapisuje"))
  }

  @Test("what is larger than allowed is refused while it comes, whether it says so or not")
  func tooLarge() throws {
    let html = "Accept: text/html\r\n"
    for (path, type, size, sentence) in [
      (
        "/import", "multipart/form-data; boundary=x", 200 << 20, "Najednou jde poslat nejvýš 128 MB"
      ),
      ("/add/task", "application/x-www-form-urlencoded", 5 << 20, "větší, než je dovoleno"),
    ] {
      let connection = try RawConnection(port: server.port)
      let head = "POST \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(html)"
      connection.send("\(head)Content-Type: \(type)\r\nContent-Length: \(size)\r\n\r\n".utf8)
      let answer = connection.receive(within: 5)
      #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains(sentence), "\(answer)")
    }
    let connection = try RawConnection(port: server.port)
    connection.send(
      Array(
        ("POST /add/task HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(html)"
          + "Content-Type: application/x-www-form-urlencoded\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n").utf8))
    // The last chunk, which would end it, never comes.
    let chunk = Array("10000\r\n\(String(repeating: "a", count: 1 << 16))\r\n".utf8)
    for _ in 0...64 { connection.send(chunk) }
    #expect(connection.receive(within: 5).hasPrefix("HTTP/1.1 413"))
  }
}
