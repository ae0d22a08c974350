import Domain
import Foundation
import Glibc
import Storage
import Sync
import SyncHTTP
import TestSupport
import Testing

@Suite("A stop", .serialized)
struct StopTests {
  private let harness: HubHarness
  private let server: RunningServer

  init() throws {
    harness = try HubHarness()
    server = try harness.start()
  }

  /// The delivery of a new office with so many projects.
  private func delivery(_ name: String, projects: Int) throws -> RawRequest {
    let office = try Replica.create(
      at: harness.database(name), region: "Most", clock: 1_700_000_000_000)
    for number in 0..<projects {
      _ = try office.add(
        Project.kind, [FieldAssignment(field: "name", text: "Dílna \(name) \(number)")], author: "",
        clock: 1_700_000_000_000)
    }
    let bundle = try office.bundle(lackedBy: VersionVector(), limit: Replica.messageLimit)
    return RawRequest(
      method: "POST", path: HTTPTransport.path,
      headers: [("Content-Type", HTTPTransport.contentType), ("Content-Encoding", "gzip")],
      body: try #require(Gzip.packed(ExchangeMessage.delivery(bundle).encoded())))
  }

  /// How many messages are worked on and wait.
  private func load() throws -> Int {
    try server.ask(RawRequest(path: "/metrics")).text.split(separator: "\n").filter {
      $0.hasPrefix("soulad_exchange_inside") || $0.hasPrefix("soulad_exchange_waiting")
    }.compactMap { Int($0.split(separator: " ").last ?? "") }.reduce(0, +)
  }

  @Test("a stop amid deliveries finishes and answers all that were accepted")
  func amidDeliveries() throws {
    // More than are worked on at once, so that some wait when the stop comes.
    let count = 8
    let projects = 150
    let requests = try (0..<count).map { try delivery("office\($0)", projects: projects) }
    let connections = try requests.map { request in
      let connection = try RawConnection(port: server.port)
      #expect(connection.send(request.bytes))
      return connection
    }
    let start = Date()
    while try load() < count, Date().timeIntervalSince(start) < 5 {}
    #expect(try load() > 1, "the deliveries were over before the stop")
    kill(server.processIdentifier, SIGTERM)
    for connection in connections {
      let text = connection.receive(within: 60)
      #expect(text.hasPrefix("HTTP/1.1 200"), "\(text.prefix(100))")
    }
    #expect(server.stop() == 0)
    #expect(throws: (any Error).self) { try RawConnection(port: server.port) }
    let hub = try harness.run("list", "project", "--format", "ndjson", on: "hub").output
    #expect(hub.split(separator: "\n").count == count * projects)
    #expect(try harness.run("verify", on: "hub").code == 0)
  }

  @Test("a stop ends within the time for it, whatever clients do")
  func amidSilence() throws {
    let silent = try (0..<20).map { _ in try RawConnection(port: server.port) }
    let slow = try RawConnection(port: server.port)
    slow.send(
      Array(
        ("POST \(HTTPTransport.path) HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Length: 5000\r\n\r\na").utf8))
    let start = Date()
    #expect(server.stop() == 0)
    #expect(Date().timeIntervalSince(start) < 35 && silent.count == 20)
  }

  @Test("a stop leaves nothing beside the file, so that a backup can be put into its place")
  func nothingBeside() throws {
    let delivered = try server.ask(delivery("office", projects: 3))
    #expect(delivered.status == 200)
    #expect(server.stop() == 0)
    let log = harness.database("hub") + "-wal"
    #expect(try !Files.exists(log) || Files.read(log).isEmpty)
  }
}
