import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Server

@Suite("Answers without a task")
struct LightAnswerTests {
  private let harness: HubHarness
  private let server: RunningServer

  init() throws {
    harness = try HubHarness()
    try harness.run("add", "task", "text=Svolat radu", on: "hub")
    server = try harness.start("--rate", "50")
  }

  private func task() throws -> String {
    let rows = try harness.run("query", "tasks", "--format", "json", on: "hub").output
    let objects = try JSONSerialization.jsonObject(with: Data(rows.utf8)) as? [[String: Any]]
    return try #require(objects?.first?["id"] as? String)
  }

  /// The answers to requests of one connection that are all sent at once.
  private func answers(
    _ paths: [String], headers: [(name: String, value: String)] = []
  ) throws -> [String] {
    let connection = try RawConnection(port: server.port)
    var text = ""
    for (place, path) in paths.enumerated() {
      text += "GET \(path) HTTP/1.1\r\nHost: localhost\r\n"
      for (name, value) in headers { text += "\(name): \(value)\r\n" }
      text += place == paths.count - 1 ? "Connection: close\r\n\r\n" : "\r\n"
    }
    connection.send(Array(text.utf8))
    let said = connection.receive(within: 10)
    return Array(said.components(separatedBy: "HTTP/1.1 ")[1...])
  }

  @Test("light and other answers of one connection come in the order of the requests")
  func order() throws {
    let record = "/api/v1/records/\(try task())"
    let found = try answers([
      "/health", record, "/api/v1/tasks", record, "/health", "/nic", record, "/health",
    ])
    let statuses = found.map { $0.prefix(3) }
    #expect(statuses == ["200", "200", "200", "200", "200", "404", "200", "200"])
    let marks = [
      "\"ok\"", "{\"id\"", "[\n", "{\"id\"", "\"ok\"", "\"status\":404", "{\"id\"", "\"ok\"",
    ]
    for (answer, mark) in zip(found, marks) { #expect(answer.contains(mark), "\(answer)") }
  }

  @Test("more requests at once than are answered here are all answered")
  func many() throws {
    let found = try answers(Array(repeating: "/health", count: 40))
    #expect(found.count == 40 && found.allSatisfy { $0.hasPrefix("200") })
  }

  @Test("an answer bears the same headers whichever way it goes")
  func headers() throws {
    let path = "/api/v1/records/\(try task())"
    let found = try answers([path, path])
    let lines = found.map { answer in
      Set(
        answer.components(separatedBy: "\r\n\r\n")[0].lowercased()
          .components(separatedBy: "\r\n").filter { !$0.hasPrefix("date:") })
    }
    #expect(lines.count == 2 && lines[0] == lines[1], "\(lines)")
    #expect(found[0].contains("Date: ") && found[0].contains("Content-Security-Policy"))
    let tag = try #require(found[0].split(separator: "\r\n").first { $0.hasPrefix("ETag:") })
    let again = try answers([path, path], headers: [("If-None-Match", String(tag.dropFirst(6)))])
    #expect(again.map { $0.prefix(3) } == ["304", "304"])
  }

  @Test("who asks too often, without rights or for nothing is refused on this way, too")
  func refusals() throws {
    let record = "/api/v1/records/\(try task())"
    let absent = "/api/v1/records/00000000000000000000000000"
    #expect(try answers([absent, "/health"]).map { $0.prefix(3) } == ["404", "200"])
    let foreign = try answers([record, "/health"], headers: [("X-Forwarded-For", "192.0.2.1")])
    #expect(foreign.map { $0.prefix(3) } == ["401", "200"])
    let wrong = [("Authorization", "Bearer soulad_0_0")]
    _ = try harness.invite("Most")
    let guessed = try answers([record, "/health"], headers: wrong)
    #expect(guessed.map { $0.prefix(3) } == ["401", "200"])
    let many = try answers(Array(repeating: "/health", count: 400))
    #expect(many.contains { $0.hasPrefix("429") } && many.count == 400)
  }

  @Test("the date is written as RFC 9110 has it")
  func date() {
    #expect(DateHeader.text(of: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
  }
}
