import Foundation
import TestSupport
import Testing

@Suite("The read API")
struct AnswerTests {
  private let harness: HubHarness
  private let server: RunningServer

  init() throws {
    harness = try HubHarness()
    try harness.run("import", Fixtures.path("zatec-2020-06-10.docx"), on: "hub")
    server = try harness.start()
  }

  private func get(
    _ path: String, _ headers: (name: String, value: String)...
  ) throws -> (status: Int, text: String) {
    try server.ask(RawRequest(path: path, headers: headers))
  }

  private func header(_ name: String, in text: String) -> String? {
    text.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    let start = try #require(text.firstRange(of: "\r\n\r\n")?.upperBound)
    let json = try JSONSerialization.jsonObject(with: Data(text[start...].utf8))
    return json as? [[String: Any]] ?? []
  }

  @Test("a cursor leads through all rows once, page by page")
  func pages() throws {
    let all = try objects(get("/api/v1/attendance").text).compactMap { $0["id"] as? String }
    var found: [String] = []
    var path: String? = "/api/v1/attendance?limit=5"
    while let next = path {
      let answer = try get(next)
      found += try objects(answer.text).compactMap { $0["id"] as? String }
      path = header("link", in: answer.text).map { String($0.dropFirst().prefix { $0 != ">" }) }
    }
    #expect(all.count > 5 && found == all)
  }

  @Test("facets make an object with the total and the next cursor")
  func facets() throws {
    let (status, text) = try get("/api/v1/attendance?limit=2&facets=true")
    #expect(status == 200 && text.contains("\"total\":") && text.contains("\"facets\":{\""))
  }

  @Test("conditions have the names and signs that the command line has")
  func conditions() throws {
    try harness.make("bor", of: "Nový Bor")
    for (due, text) in [("2020-09", "Podat zprávu"), ("2021-03-01", "Svolat radu")] {
      try harness.run("add", "task", "text=\(text)", "due=\(due)", on: "bor")
    }
    try harness.run("sync", server.url, on: "bor")
    let texts = { (question: String) in
      try objects(get("/api/v1/tasks?region=Nov%C3%BD+Bor&\(question)").text)
        .compactMap { $0["text"] as? String }
    }
    #expect(try texts("due>=2021") == ["Svolat radu"])
    #expect(try texts("due%3E=2021") == ["Svolat radu"])
    #expect(try texts("due<=2020-09") == ["Podat zprávu"])
    #expect(try texts("due>=2020-10&due<=2021-02").isEmpty)
    #expect(try texts("text!=radu") == ["Podat zprávu"])
    #expect(try texts("year=2021") == ["Svolat radu"])
    #expect(try texts("year>=2020").count == 2)
    for wrong in ["due>=nic", "due<2020", "text>=a", "region>=a", "nic!=a"] {
      #expect(try get("/api/v1/tasks?\(wrong)").status == 400, "\(wrong)")
    }
    let first = try get("/api/v1/tasks?due%3E=2020&limit=1")
    let next = try #require(header("link", in: first.text)?.dropFirst().prefix { $0 != ">" })
    #expect(try objects(get(String(next)).text).count == 1, "\(next)")
  }

  @Test("nothing changed is said by 304, a new change by a new tag")
  func conditional() throws {
    let first = try get("/api/v1/projects")
    let tag = try #require(header("etag", in: first.text))
    #expect(try get("/api/v1/projects", ("If-None-Match", tag)).status == 304)
    #expect(try get("/api/v1/projects", ("If-None-Match", "W/\"x\"")).status == 200)
    try harness.make("most", of: "Most")
    try harness.run("add", "project", "name=Dílna", on: "most")
    try harness.run("sync", server.url, on: "most")
    let later = try get("/api/v1/projects", ("If-None-Match", tag))
    #expect(later.status == 200 && later.text.contains("Dílna"))
  }

  @Test("CSV and NDJSON come by extension and by Accept, and what nobody has is refused")
  func forms() throws {
    let csv = try get("/api/v1/projects.csv")
    #expect(header("content-type", in: csv.text)?.hasPrefix("text/csv") == true)
    let wished = try get("/api/v1/projects", ("Accept", "text/html;q=0.1, text/csv"))
    #expect(header("content-type", in: wished.text)?.hasPrefix("text/csv") == true)
    #expect(try get("/api/v1/projects.ndjson").status == 200)
    let calendar = try get("/api/v1/meetings.ics")
    #expect(calendar.status == 200 && calendar.text.contains("BEGIN:VCALENDAR"))
    #expect(try get("/api/v1/projects", ("Accept", "image/png")).status == 406)
  }

  @Test("a record has its evidence and its history, a document its text and its blocks")
  func records() throws {
    let project = try #require(objects(get("/api/v1/projects").text).first?["id"] as? String)
    let record = try get("/api/v1/records/\(project)")
    #expect(record.status == 200 && record.text.contains("\"sentence\""))
    #expect(try get("/api/v1/records/\(project.prefix(12))").status == 200)
    #expect(try get("/api/v1/records/\(project)/history").text.contains("\"author\""))
    let document = try #require(objects(get("/api/v1/documents").text).first?["id"] as? String)
    #expect(try get("/api/v1/documents/\(document)").text.contains("\"text\":"))
    let blocks = try objects(get("/api/v1/documents/\(document)/blocks").text)
    #expect(blocks.count > 10 && blocks[0]["start"] as? Int == 0)
    #expect(try get("/api/v1/documents/\(project)").status == 404)
    #expect(try get("/api/v1/records/000000").status == 404)
  }

  @Test("the description names every answered address, and answers itself")
  func description() throws {
    let (status, text) = try get("/api/v1/openapi.json")
    #expect(status == 200)
    for path in [
      "\"/api/v1/projects\"", "\"/api/v1/projects.csv\"", "\"/api/v1/records/{id}/history\"",
      "\"/api/v1/search\"", "\"openapi\":\"3.1.0\"",
    ] { #expect(text.contains(path), "\(path)") }
  }

  @Test("the figures of operation name endpoints, never what was asked")
  func metrics() throws {
    _ = try get("/api/v1/search?q=tajemstvi")
    let (status, text) = try get("/metrics")
    #expect(status == 200 && text.contains("soulad_requests_total{endpoint=\"GET /api/v1/search\""))
    #expect(!text.contains("tajemstvi"))
  }
}
