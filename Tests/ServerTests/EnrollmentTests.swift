import Foundation
import Sync
import SyncHTTP
import TestSupport
import Testing

@Suite("Enrolment and rights")
struct EnrollmentTests {
  private let harness: HubHarness
  private let server: RunningServer

  init() throws {
    harness = try HubHarness()
    server = try harness.start()
  }

  @Test("two offices with codes exchange through a hub that asks everybody else who they are")
  func exchange() throws {
    try harness.enroll("zatec", of: "Žatec", at: server)
    try harness.enroll("most", of: "Most", at: server)
    try harness.run("add", "project", "name=Dílna", on: "zatec")
    try harness.run("sync", server.url, on: "zatec")
    try harness.run("sync", server.url, on: "most")
    let dump = try harness.run("dump", on: "most").output
    #expect(dump.contains("Dílna"))
    #expect(try harness.run("dump", on: "zatec").output == dump)
    for path in ["/health", "/ready"] {
      #expect(try server.ask(RawRequest(path: path)).status == 200)
    }
    for path in ["/", "/api/v1/projects", "/api/v1/search?q=a"] {
      let (status, text) = try server.ask(RawRequest(path: path))
      #expect(status == 401 && text.contains("E_UNAUTHENTICATED"), "\(path)")
    }
    // Another program that reads the file leaves the server's log of it alone.
    let hub = try harness.run("query", "projects", "--format", "json", on: "hub").output
    #expect(hub.contains("Dílna"))
    try harness.run("add", "project", "name=Druhá dílna", on: "zatec")
    try harness.run("sync", server.url, on: "zatec")
    let later = try harness.run("query", "projects", "--format", "json", on: "hub").output
    #expect(later.contains("Druhá dílna") && later.contains("\"Dílna\""))
  }

  @Test("an office without an enrolment is refused with one sentence")
  func stranger() throws {
    _ = try harness.invite("Most")
    try harness.make("most", of: "Most")
    let said = try harness.attempt(["sync", server.url], on: "most")
    #expect(said.code == 77 && said.message.contains("soulad enroll"), "\(said.message)")
  }

  @Test("a code is good once, for its region, and not after it expired")
  func codes() throws {
    let code = try harness.invite("Most")
    try harness.make("zatec", of: "Žatec")
    let other = try harness.attempt(["enroll", server.url, code], on: "zatec")
    #expect(other.code == 77 && other.message.contains("Most"), "\(other.message)")
    try harness.make("most", of: "Most")
    try harness.run("enroll", server.url, code.uppercased(), on: "most")
    // The answer may have been lost, so the same office is told the same.
    try harness.run("enroll", server.url, code, on: "most")
    try harness.make("most2", of: "Most")
    let again = try harness.attempt(["enroll", server.url, code], on: "most2")
    #expect(again.code == 77 && again.message.contains("Kód pozvání neplatí"), "\(again.message)")
    let short = try harness.operate("invite", "--region", "Most", "--valid-for", "1s")
    Thread.sleep(forTimeInterval: 1.2)
    let late = try harness.attempt(
      ["enroll", server.url, short.output.filter { $0 != "\n" }], on: "most2")
    #expect(late.code == 77, "\(late.message)")
  }

  @Test("a revoked office is refused at once, while the server runs")
  func revocation() throws {
    try harness.enroll("most", of: "Most", at: server)
    try harness.run("sync", server.url, on: "most")
    let revoked = try harness.operate("revoke", "Most")
    #expect(revoked.code == 0, "\(revoked.message)")
    let said = try harness.attempt(["sync", server.url], on: "most")
    #expect(said.code == 77 && said.message.contains("odebral"), "\(said.message)")
    let members = try harness.operate("members", "--format", "json")
    #expect(members.output.contains("\"revoked\":\"20"), "\(members.output)")
    let audit = try harness.operate("audit", "--format", "csv")
    #expect(audit.code == 0)
    for act in ["invite", "enroll", "revoke"] { #expect(audit.output.contains(act)) }
    let read = try harness.operate("audit").output + harness.operate("members").output
    for word in ["pozvání", "přihlášení", "odebrání přístupu", "(koordinátor)", "koordinátor "] {
      #expect(read.contains(word), "\(read)")
    }
    #expect(!read.contains("coordinator") && !read.contains("invite"), "\(read)")
  }

  @Test("a copied database is told in one sentence that it must enrol under its new identity")
  func copied() throws {
    try harness.enroll("most", of: "Most", at: server)
    try FileManager.default.copyItem(
      atPath: harness.database("most"), toPath: harness.database("copy"))
    let said = try harness.attempt(["sync", server.url, "--lang", "cs"], on: "copy")
    #expect(said.code == 77 && said.message.contains("novou totožnost"), "\(said.message)")
    #expect(said.message.contains("soulad enroll \(server.url) KÓD"), "\(said.message)")
    try harness.run("enroll", server.url, try harness.invite("Most"), on: "copy")
    try harness.run("sync", server.url, on: "copy")
    try harness.run("sync", server.url, on: "most")
  }

  @Test("a hub that was restored from a backup is known to its offices, who bring what it lacks")
  func restored() throws {
    try harness.enroll("most", of: "Most", at: server)
    try harness.run("sync", server.url, on: "most")
    let copy = harness.folder.path("copy.db")
    try harness.run("backup", copy, on: "hub")
    try harness.run("add", "project", "name=Dílna", on: "most")
    try harness.run("sync", server.url, on: "most")
    server.stop()
    for suffix in ["", ".rights"] {
      try FileManager.default.removeItem(atPath: harness.database("hub") + suffix)
      try FileManager.default.copyItem(
        atPath: copy + suffix, toPath: harness.database("hub") + suffix)
    }
    #expect(try !harness.run("dump", on: "hub").output.contains("Dílna"))
    let again = try harness.start("--listen", "127.0.0.1:\(server.port)")
    try harness.run("sync", again.url, on: "most")
    #expect(try harness.run("dump", on: "hub").output.contains("Dílna"))
    #expect(try again.ask(RawRequest(path: "/api/v1/projects")).status == 401)
  }

  @Test("a reader receives and delivers nothing")
  func reader() throws {
    try harness.enroll("zatec", of: "Žatec", at: server)
    try harness.run("add", "project", "name=Dílna", on: "zatec")
    try harness.run("sync", server.url, on: "zatec")
    try harness.enroll("most", of: "Most", role: "reader", at: server)
    let said = try harness.attempt(["sync", server.url], on: "most")
    #expect(said.code == 77, "\(said.message)")
    #expect(try harness.run("dump", on: "most").output.contains("Dílna"))
    let hub = try harness.attempt(["dump"], on: "hub").output
    #expect(!hub.contains("\"region\":\"Most\""))
  }

  @Test("a region cannot bring changes of another, which are named while its own arrive")
  func vouching() throws {
    try harness.enroll("most", of: "Most", at: server)
    try harness.make("most2", of: "Most")
    try harness.make("zatec", of: "Žatec")
    try harness.run("add", "project", "name=Dílna ze Žatce", on: "zatec")
    try harness.run("add", "project", "name=Dílna druhá", on: "most2")
    try harness.run("add", "project", "name=Dílna první", on: "most")
    for name in ["zatec", "most2"] {
      try harness.run("bundle", "write", harness.folder.path("\(name).soulad"), on: name)
      try harness.run("bundle", "read", harness.folder.path("\(name).soulad"), on: "most")
    }
    let said = try harness.run("sync", server.url, on: "most")
    #expect(said.message.contains("E_WRONG_REGION"), "\(said.message)")
    let hub = try harness.run("query", "projects", "--format", "json", on: "hub").output
    #expect(hub.contains("Dílna první") && hub.contains("Dílna druhá"))
    #expect(!hub.contains("Dílna ze Žatce"))
    // Once Žatec is enrolled, anybody may carry what it wrote.
    try harness.run("enroll", server.url, try harness.invite("Žatec"), on: "zatec")
    try harness.run("sync", server.url, on: "most")
    let later = try harness.run("query", "projects", "--format", "json", on: "hub").output
    #expect(later.contains("Dílna ze Žatce"))
  }

  @Test("what an office folded before the hub heard of it is taken from the operator alone")
  func folded() throws {
    try harness.make("zatec", of: "Žatec")
    try harness.run("add", "project", "name=Dílna ze Žatce", on: "zatec")
    try harness.make("most", of: "Most")
    for (from, to) in [("zatec", "most"), ("most", "zatec"), ("zatec", "most")] {
      let stick = harness.folder.path("\(from).soulad")
      try harness.run("bundle", "write", stick, on: from)
      try harness.run("bundle", "read", stick, on: to)
    }
    let report = try harness.run("compact", "--keep-days", "0", "--format", "json", on: "most")
    #expect(!report.output.contains("\"folded\":0"), "\(report.output)")
    try harness.run("enroll", server.url, try harness.invite("Most"), on: "most")
    let said = try harness.run("sync", server.url, on: "most")
    #expect(said.message.contains("E_GAP"), "\(said.message)")
    let hub = try harness.run("dump", on: "hub").output
    #expect(!hub.contains("Dílna ze Žatce"))
    server.stop()
    let stick = harness.folder.path("whole.soulad")
    try harness.run("bundle", "write", stick, on: "most")
    try harness.run("bundle", "read", stick, on: "hub")
    let later = try harness.run("dump", on: "hub").output
    #expect(later.contains("Dílna ze Žatce"))
  }

  @Test("a token reads what its scope and region allow, until it is revoked")
  func tokens() throws {
    try harness.enroll("most", of: "Most", at: server)
    try harness.run("add", "project", "name=Dílna", on: "most")
    try harness.run("sync", server.url, on: "most")
    let token = try makeToken("statistika")
    let other = try makeToken("zatecka", "--region", "Žatec")
    let metrics = try makeToken("dohled", "--scope", "metrics")
    #expect(try get("/api/v1/projects", token).text.contains("Dílna"))
    #expect(try get("/", token).status == 200)
    #expect(try !get("/api/v1/projects", other).text.contains("Dílna"))
    #expect(try get("/api/v1/projects?region=Most", other).status == 403)
    #expect(try get("/api/v1/projects", metrics).status == 403)
    #expect(try get("/api/v1/exchange", token, method: "POST").status == 403)
    _ = try harness.operate("token", "revoke", "statistika")
    #expect(try get("/api/v1/projects", token).status == 401)
  }

  @Test("a token of one region sees nothing of others in rows that join what several say")
  func joinedRows() throws {
    for (name, region, call) in [("most", "Most", "052"), ("zatec", "Žatec", "52")] {
      try harness.enroll(name, of: region, at: server)
      try harness.run("add", "call", "number=\(call)", "programme=OPZ", on: name)
      try harness.run("add", "organization", "name=Spolek \(region)", "seat=\(region) 1", on: name)
      try harness.run("add", "organization", "name=Charita", on: name)
      try harness.run("sync", server.url, on: name)
    }
    try harness.run("sync", server.url, on: "most")
    let known = try harness.run("list", "organization", "--format", "ndjson", on: "most").output
      .split(separator: "\n").filter { $0.contains("Spolek") }.map { $0.dropFirst(7).prefix(26) }
    try harness.run(
      "add", "link", "record=\(known[0])", "other=\(known[1])", "relation=same", on: "most")
    try harness.run("sync", server.url, on: "most")
    let whole = try makeToken("cela")
    let ids = try ["organization", "call"].flatMap { kind in
      try harness.run("list", kind, "--format", "ndjson", on: "hub").output
        .split(separator: "\n").map { (String($0.dropFirst(7).prefix(26)), $0.contains("Most")) }
    }
    for (region, others) in [("Most", "Žatec"), ("Žatec", "Most")] {
      let token = try makeToken("jen\(others)", "--region", region)
      // What is one thing with another region's record is shown as its own region says it.
      #expect(try get("/api/v1/organizations", token).text.contains("Spolek \(region)"))
      for path in [
        "/api/v1/organizations", "/api/v1/duplicates", "/api/v1/organizations.csv",
        "/api/v1/organizations?facets=true", "/organizations", "/duplicates", "/",
        "/api/v1/calls", "/api/v1/calls?facets=true", "/calls",
      ] {
        let (status, text) = try get(path, token)
        #expect(status == 200 && !text.contains(others), "\(path): \(text)")
        for (id, isMost) in ids where isMost != (region == "Most") {
          #expect(!text.contains(id), "\(path): \(text)")
        }
      }
    }
    for path in ["/api/v1/organizations", "/api/v1/calls"] {
      #expect(try get(path, whole).text.contains("[\"Most\",\"Žatec\"]"), "\(path)")
    }
    #expect(try get("/api/v1/duplicates", whole).text.contains("Charita"))
  }

  private func makeToken(_ name: String, _ options: String...) throws -> String {
    let tool = Tool("soulad-server")
    let outcome = try tool.run(
      ["token", "create", name, "--db", harness.database("hub")] + options)
    #expect(outcome.code == 0, "\(outcome.message)")
    return outcome.output.filter { $0 != "\n" }
  }

  private func get(
    _ path: String, _ token: String, method: String = "GET"
  ) throws -> (status: Int, text: String) {
    try server.ask(
      RawRequest(method: method, path: path, headers: [("Authorization", "Bearer \(token)")]))
  }
}
