import Foundation
import TestSupport
import Testing

@testable import Server

@Suite("What is not allowed is refused")
struct DenialTests {
  private let harness: HubHarness
  private let server: RunningServer
  private let endpoints: [Endpoint]

  init() throws {
    harness = try HubHarness()
    _ = try harness.invite("Most")
    server = try harness.start()
    try harness.make("table", of: "Jinde")
    let hub = try Hub(
      path: harness.database("table"), policy: Gatekeeper.Policy(isLoopback: true), now: { 0 })
    endpoints = HubRouter.endpoints(of: hub, try PageTemplates())
  }

  private func status(
    _ endpoint: Endpoint, _ headers: [(name: String, value: String)] = []
  ) throws -> Int {
    let path = endpoint.path.replacingOccurrences(of: "{id}", with: "0")
    return try server.ask(
      RawRequest(method: endpoint.method.rawValue, path: path, headers: headers)
    ).status
  }

  @Test("without credentials only what is meant for anybody is answered")
  func nobody() throws {
    let open: Set = ["/health", "/ready", "/style.css", "/icon.svg", "/api/v1/openapi.json"]
    #expect(endpoints.count > 60)
    for endpoint in endpoints {
      let status = try status(endpoint)
      #expect((status == 200) == open.contains(endpoint.path), "\(endpoint.path) \(status)")
      #expect(status == 200 || status == 401, "\(endpoint.path)")
    }
  }

  @Test("a token reaches what its scope names and nothing else")
  func scopes() throws {
    for (scope, reached) in [
      ("read", [Access.anybody, .reading, .readingWhole]), ("metrics", [.anybody, .metrics]),
      ("administration", [.anybody, .reading, .readingWhole, .metrics, .administering]),
    ] {
      let made = try harness.operate("token", "create", scope, "--scope", scope)
      let token = made.output.filter { $0 != "\n" }
      for endpoint in endpoints where endpoint.method == .get {
        let status = try status(endpoint, [("Authorization", "Bearer \(token)")])
        let isReached = ![401, 403].contains(status)
        #expect(isReached == reached.contains(endpoint.access), "\(scope) \(endpoint.path)")
      }
    }
  }

  @Test("nobody wrote anything into the log that somebody typed")
  func quietLog() throws {
    let canary = "kanarek\(Int.random(in: 1_000...9_999))"
    let log = harness.folder.path("log")
    try harness.make("noisy", of: "Jinde")
    let process = Tool("soulad-server").makeProcess([
      "--db", harness.database("noisy"), "--listen", "127.0.0.1:18741", "--log", "debug",
    ])
    try Data().write(to: URL(filePath: log))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: log))
    try process.run()
    for _ in 0..<200 {
      if try String(contentsOf: URL(filePath: log), encoding: .utf8).contains("http://") { break }
      Thread.sleep(forTimeInterval: 0.1)
    }
    for path in ["/api/v1/search?q=\(canary)", "/\(canary)", "/api/v1/records/\(canary)"] {
      let connection = try RawConnection(port: 18_741)
      connection.send(
        RawRequest(path: path, headers: [("Authorization", "Bearer \(canary)")]).bytes)
      _ = connection.receive(within: 10)
    }
    process.terminate()
    process.waitUntilExit()
    let text = try String(contentsOf: URL(filePath: log), encoding: .utf8)
    #expect(text.contains("answered") && !text.contains(canary))
    #expect(process.terminationStatus == 0)
  }
}
