import Foundation
import TestSupport
import Testing

@Suite("Public mode")
struct PublicTests {
  private let harness: HubHarness
  private let server: RunningServer

  init() throws {
    harness = try HubHarness()
    for name in ["zatec-2020-06-10", "liberec-2020-10-14", "chomutov-2022-04-19"] {
      try harness.run("import", Fixtures.path("\(name).docx"), on: "hub")
    }
    try harness.run(
      "add", "contact", "person=Jan Zkouška", "contactKind=email",
      "value=jan@example.org", on: "hub")
    let meeting = try harness.run("add", "meeting", "date=2026-05-01", on: "hub").output.prefix(26)
    try harness.run(
      "add", "attendance", "name=Alena Tajná", "status=guest", "meeting=\(meeting)", on: "hub")
    try harness.run(
      "add", "attendance", "name=Petr Starosta", "status=present", "meeting=\(meeting)",
      "organization=Město Vzor", on: "hub")
    try harness.run("add", "task", "text=Zavolat Aleně Tajné na 777 123 456", on: "hub")
    for text in ["Vzkaz pro všechny", "Vzkaz první Aleně Tajné", "Vzkaz druhý Aleně Tajné"] {
      try harness.run("add", "task", "text=\(text)", on: "hub")
    }
    try harness.run(
      "add", "contact", "person=Jana Soukromá", "contactKind=url",
      "value=https://example.org/jana", on: "hub")
    try harness.run(
      "add", "project", "name=Klub", "holder=Alena Tajná, tajna@example.org",
      "start=2020-06-10/2020-07-10", on: "hub")
    try harness.run("add", "task", "text=Předat klíče Janě Soukromé", on: "hub")
    server = try harness.start("--public")
  }

  private func get(_ path: String) throws -> (status: Int, text: String) {
    try server.ask(RawRequest(path: path))
  }

  @Test("citizens see officials, and neither guests nor addresses and telephone numbers")
  func reduction() throws {
    let attendance = try get("/api/v1/attendance")
    #expect(attendance.status == 200 && attendance.text.contains("Petr Starosta"))
    for view in ["attendance", "contacts", "tasks", "meetings", "projects", "resolutions"] {
      for form in ["", ".csv", ".ndjson"] {
        let (status, text) = try get("/api/v1/\(view)\(form)")
        #expect(status == 200)
        for secret in ["Tajn", "jan@example.org", "777 123 456", "@"] {
          #expect(!text.contains(secret), "\(view)\(form) \(secret)")
        }
      }
    }
  }

  @Test("counts, contacts of persons and names of files tell no more than the rows")
  func besides() throws {
    for path in [
      "projects?facets=true", "services?facets=true", "contacts", "contacts.csv", "tasks.ics",
      "tasks", "organizations?facets=true", "meetings.ics",
    ] {
      let (status, text) = try get("/api/v1/\(path)")
      #expect(status == 200, "\(path)")
      for secret in ["Tajn", "tajna", "Soukrom", "/jana"] {
        #expect(!text.contains(secret), "\(path) \(secret)")
      }
    }
    let projects = try get("/api/v1/projects").text
    #expect(projects.contains("2020-06-10/2020-07-10") && projects.contains("Klub"))
  }

  @Test("a page cannot follow a row that is not shown")
  func cursors() throws {
    let rows = try harness.run("query", "attendance", "--format", "ndjson", on: "hub").output
    let row = try #require(rows.split(separator: "\n").first { $0.contains("Alena Tajná") })
    let id = String(row.dropFirst("{\"id\":\"".count).prefix(26))
    #expect(try get("/api/v1/attendance?after=\(id)").status == 404)
    let shown = try #require(rows.split(separator: "\n").first { $0.contains("Petr Starosta") })
    let other = String(shown.dropFirst("{\"id\":\"".count).prefix(26))
    #expect(try get("/api/v1/attendance?after=\(other)").status == 200)
  }

  @Test("a condition cannot tell what the rows do not")
  func probing() throws {
    #expect(try get("/api/v1/attendance?name=Tajn%C3%A1").status == 403)
    #expect(try get("/api/v1/contacts?value=jan").status == 403)
    let probe = try get("/api/v1/tasks?text=Tajn%C3%A9&facets=true")
    #expect(probe.status == 200 && probe.text.contains("\"total\":0"))
    for other in ["name!=a", "person=a", "name%21=a"] {
      #expect(try get("/api/v1/attendance?\(other)").status == 403, "\(other)")
    }
  }

  @Test("whether there is a next page does not tell of rows that are left out")
  func probingByPages() throws {
    let hidden = try get("/api/v1/tasks?text=Tajn%C3%A9&limit=1")
    #expect(!hidden.text.lowercased().contains("link:") && hidden.text.hasSuffix("[]\n"))
    let shown = try get("/api/v1/tasks?text=vzkaz&limit=1")
    #expect(shown.text.contains("Vzkaz pro všechny"))
    #expect(!shown.text.lowercased().contains("link:"))
  }

  @Test("documents, search, records, decisions and rights are not public; views may be cached")
  func closed() throws {
    for path in [
      "/", "/api/v1/search?q=a", "/api/v1/documents", "/api/v1/conflicts", "/api/v1/records/0",
      "/api/v1/members", "/api/v1/audit", "/metrics",
    ] { #expect(try get(path).status == 401, "\(path)") }
    #expect(try get("/api/v1/projects").text.lowercased().contains("cache-control: public"))
  }
}
