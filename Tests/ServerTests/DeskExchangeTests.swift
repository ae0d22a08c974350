import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A desk exchanges changes")
struct DeskExchangeTests {
  private let harness: HubHarness

  init() throws { harness = try HubHarness() }

  private func desk(_ name: String) throws -> RunningServer {
    try RunningServer(database: harness.database(name), arguments: ["--local"])
  }

  @Test("with the hub where the office is enrolled, by a button")
  func throughAHub() async throws {
    let hub = try harness.start()
    try harness.enroll("zatec", of: "Žatec", at: hub)
    try harness.enroll("liberec", of: "Liberec", at: hub)
    try harness.run("add", "project", "name=Dílna", on: "zatec")
    let (zatec, liberec) = (try desk("zatec"), try desk("liberec"))
    for server in [zatec, liberec] {
      let visitor = FormVisitor(server)
      let form = try await visitor.form("/exchange")
      #expect(form.value("hub") == hub.url)
      let page = try await visitor.send(form)
      #expect(page.status == 200 && page.body.contains("Odesláno změn:"))
    }
    #expect(try await FormVisitor(liberec).get("/projects").body.contains("Dílna"))

    // Nobody makes the desk call an address of their own.
    let visitor = FormVisitor(liberec)
    var form = try await visitor.form("/exchange")
    form["hub"] = "http://127.0.0.1:9"
    #expect(try await visitor.send(form).status == 400)
    #expect(try harness.operate("revoke", "Liberec").code == 0)
    let page = try await visitor.send(try await visitor.form("/exchange"))
    #expect(page.status == 403 && page.body.contains("role=\"alert\""))
    #expect(page.body.contains("přístup odebral"))
  }

  @Test("forms are saved while a hub lets it wait, and go along; a second exchange is told of it")
  func besideForms() async throws {
    let hub = try harness.start()
    try harness.enroll("zatec", of: "Žatec", at: hub)
    try harness.run("add", "project", "name=Dílna", on: "zatec")
    let server = try desk("zatec")
    let visitor = FormVisitor(server)
    let exchanging = try await visitor.form("/exchange")
    var adding = try await visitor.form("/add/project")
    kill(hub.processIdentifier, SIGSTOP)
    defer { kill(hub.processIdentifier, SIGCONT) }
    let first = try RawConnection(port: server.port)
    first.send(
      RawRequest(
        method: "POST", path: exchanging.action,
        headers: [("Content-Type", "application/x-www-form-urlencoded")],
        body: Array(exchanging.body.utf8)
      ).bytes)
    // It is certainly on its way to the hub by then.
    try await Task.sleep(for: .seconds(1))
    let second = try await visitor.send(exchanging)
    #expect(second.status == 503 && second.body.contains("Výměna se serverem už běží"))
    adding["name"] = "Klub u řeky"
    adding["author"] = "Jana"
    #expect(try await visitor.send(adding).status == 200)

    kill(hub.processIdentifier, SIGCONT)
    let answer = first.receive(within: 30)
    #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains("Odesláno změn:"))
    for name in ["zatec", "hub"] {
      let projects = try harness.run("list", "project", on: name).output
      #expect(projects.contains("Dílna") && projects.contains("Klub u řeky"), "\(name)")
    }
    #expect(try await visitor.send(exchanging).status == 200)
    try harness.run("verify", on: "zatec")
  }

  @Test("by a file, and what is no such file is refused by its name")
  func byAFile() async throws {
    try harness.make("zatec", of: "Žatec")
    try harness.make("liberec", of: "Liberec")
    try harness.run("add", "project", "name=Dílna", on: "zatec")
    let zatec = try desk("zatec")
    let (bundle, name) = try await FormVisitor(zatec).download("/exchange/file")
    #expect(name?.contains("filename*=UTF-8''%C5%BDatec-") == true)
    let server = try desk("liberec")
    let visitor = FormVisitor(server)
    let page = try await visitor.get("/exchange")
    #expect(page.body.contains("soulad enroll"))
    let token = try #require(FormVisitor.Form(page.body, method: "post")?.value("token"))
    let taken = try await visitor.upload(
      [("změny.soulad", bundle)], to: "/exchange/file", token: token)
    #expect(taken.status == 200 && taken.body.contains("Nových změn: 2"))
    #expect(try await visitor.get("/projects").body.contains("Dílna"))
    var damaged = bundle
    damaged[damaged.count / 2] ^= 1
    for (name, bytes) in [("dopis.soulad", Data("nic".utf8)), ("vadný.soulad", damaged)] {
      let page = try await visitor.upload([(name, bytes)], to: "/exchange/file", token: token)
      #expect(page.status == 400 && page.body.contains(name), "\(name)")
      #expect(page.body.contains("aria-invalid=\"true\""))
    }
    let nothing = try await visitor.upload([("", Data())], to: "/exchange/file", token: token)
    #expect(nothing.status == 422 && nothing.body.contains("Vyberte aspoň jeden soubor"))
  }
}
