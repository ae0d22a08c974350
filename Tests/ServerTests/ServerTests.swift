import Foundation
import TestSupport
import Testing

@Suite("The server")
struct ServerTests {
  private let folder: TemporaryFolder
  private let soulad = Tool("soulad")

  init() throws {
    folder = try TemporaryFolder()
    try run("init", "--region", "Rozcestník", on: "hub")
    try run("init", "--region", "Žatec", on: "zatec")
    try run("import", Fixtures.path("zatec-2020-06-10.docx"), on: "zatec")
  }

  private func database(_ name: String) -> String { folder.path("\(name).db") }

  @discardableResult
  private func run(_ arguments: String..., on name: String) throws -> String {
    let outcome = try soulad.run(arguments + ["--db", database(name)])
    #expect(outcome.code == 0, "\(outcome.message)")
    return outcome.output
  }

  @Test("what an office syncs is answered as JSON, the same rows as the command prints")
  func exchangeAndAnswer() async throws {
    let server = try RunningServer(database: database("hub"))
    try run("sync", server.url, on: "zatec")
    let (status, body) = try await server.get("/api/v1/projects")
    #expect(status == 200)
    #expect(body == (try run("query", "projects", "--format", "json", on: "zatec")))
    let (_, filtered) = try await server.get("/api/v1/projects?status=approved&region=%C5%BDatec")
    #expect(filtered.contains("Žatec bez dluhů"))
    server.stop()
    #expect(try run("dump", on: "hub") == (try run("dump", on: "zatec")))
  }

  @Test("a second exchange sends nothing, and another office receives everything")
  func relaying() throws {
    let server = try RunningServer(database: database("hub"))
    try run("sync", server.url, on: "zatec")
    try run("init", "--region", "Chomutov", on: "chomutov")
    let said = try soulad.run(["sync", server.url, "--db", database("chomutov")])
    #expect(said.code == 0, "\(said.message)")
    let again = try soulad.run(["sync", server.url, "--db", database("zatec")])
    #expect(again.message.contains("Odesláno změn: 0"), "\(again.message)")
    server.stop()
    try run("bundle", "write", folder.path("a.soulad"), on: "chomutov")
    try run("bundle", "read", folder.path("a.soulad"), on: "zatec")
    #expect(try run("dump", on: "chomutov") == (try run("dump", on: "zatec")))
  }

  @Test("health, an unknown address, a wrong condition and rubbish get the right status")
  func statuses() async throws {
    let server = try RunningServer(database: database("hub"))
    #expect(try await server.get("/health").status == 200)
    #expect(try await server.get("/api/v1/nic").status == 404)
    let wrong = try await server.get("/api/v1/projects?colour=red")
    #expect(wrong.status == 400 && wrong.body.contains("E_NO_FIELD"))
    #expect(try await server.get("/api/v1/search?q=").status == 400)
    #expect(try curl(server, "-I", "/") == 200 && curl(server, "-I", "/health") == 200)
    let rubbish = try await server.post("/api/v1/exchange", Data("nic".utf8))
    #expect(rubbish == 400)
  }

  @Test("a database that is in use and an address that is taken end with one sentence")
  func refusals() throws {
    let server = try RunningServer(database: database("hub"))
    let busy = try Tool("soulad-server").run(["--db", database("hub"), "--listen", "127.0.0.1:0"])
    #expect(busy.code == 75 && busy.message.contains("jiný program"), "\(busy.message)")
    let port = server.url.split(separator: ":").last.map(String.init) ?? ""
    let taken = try Tool("soulad-server").run([
      "--db", database("zatec"), "--listen", "127.0.0.1:\(port)",
    ])
    #expect(taken.code == 69, "\(taken.message)")
    #expect(taken.message.contains(port), "\(taken.message)")
  }
}

/// The status of a request that curl makes with an option.
private func curl(_ server: RunningServer, _ option: String, _ path: String) throws -> Int {
  let curl = Process()
  curl.executableURL = URL(filePath: "/usr/bin/curl")
  curl.arguments = ["-s", option, "-o", "/dev/null", "-w", "%{http_code}", server.url + path]
  let pipe = Pipe()
  curl.standardOutput = pipe
  try curl.run()
  curl.waitUntilExit()
  let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  return Int(said) ?? 0
}

extension RunningServer {
  /// Posts a body and returns the status.
  fileprivate func post(_ path: String, _ body: Data) async throws -> Int {
    let curl = Process()
    curl.executableURL = URL(filePath: "/usr/bin/curl")
    let file = try TemporaryFolder()
    let input = try file.write([UInt8](body), to: "body")
    curl.arguments = [
      "-s", "-o", "/dev/null", "-w", "%{http_code}", "--data-binary", "@\(input)", url + path,
    ]
    let pipe = Pipe()
    curl.standardOutput = pipe
    try curl.run()
    curl.waitUntilExit()
    return Int(String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
      ?? 0
  }
}
